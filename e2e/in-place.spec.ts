import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { Lab } from './lab.ts';
import { PaxosLab } from './paxos-lab.ts';

const item = (page: Page, name: string) => page.getByRole('menuitem', { name });

const cuts = async (lab: Lab): Promise<readonly string[]> =>
  (await lab.frame()).links
    .filter(({ cut, from, to }) => cut && from < to)
    .map(({ from, to }) => `${from}–${to}`)
    .toSorted();

/** Draws a line across the stage at so much of its height. */
const drawAcross = async (page: Page, lab: Lab, height: number, end: () => Promise<void>) => {
  await lab.idle();
  const stage = page.getByRole('group', { name: /^Ensemble of 5 servers/ });
  const box = await stage.boundingBox();
  if (box === null) throw new Error('no stage');
  const y = box.y + box.height * height;
  await page.mouse.move(box.x + 24, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, y, { steps: 4 });
  await page.mouse.move(box.x + box.width - 24, y, { steps: 4 });
  await expect(page.getByText(/^Cuts \d+ links? · Esc cancels$/)).toBeVisible();
  await end();
  await expect(page.getByText(/· Esc cancels$/)).toBeHidden();
  await lab.idle();
};

test('a server’s menu stands beside it: by a click, by the right button, by the keyboard', async ({
  lab,
  page,
}) => {
  await lab.openElection();
  await lab.runUntilLeader();
  await lab.inspect(2);
  await lab.button('Acts on server 2').click();
  await item(page, 'Pause it').click();
  await lab.expectState(2, 'PAUSED');

  await lab.server(1).click({ button: 'right' });
  await expect(lab.inspector(1)).toBeVisible();
  await item(page, 'Kill it').click();
  await lab.expectState(1, 'CRASHED');

  await lab.server(1).focus();
  await page.keyboard.press('m');
  await expect(item(page, 'Start it')).toBeVisible();
  await page.keyboard.press('Enter');
  await lab.expectState(1, 'LOOKING');

  // Its links are cut and mended as one act.
  await lab.server(3).click({ button: 'right' });
  await expect(item(page, 'Mend its links')).toHaveAttribute('aria-disabled', 'true');
  await item(page, 'Cut its links').click();
  await expect.poll(() => cuts(lab)).toEqual(['1–3', '2–3', '3–4', '3–5']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => cuts(lab)).toEqual([]);
});

test('a message on the stage tells what is in it, shows its row, and can be pulled back', async ({
  lab,
  page,
}) => {
  await lab.openElection();
  await lab.stepUntilMessagesFly();
  const vote = page.getByRole('button', { name: /^notification .* from S\d to S\d$/ });
  await page.getByRole('group', { name: /^Ensemble/ }).evaluate((stage) => {
    stage.querySelector<SVGElement>('[data-key^="message-"][tabindex="0"]')?.focus();
  });
  // One stop for Tab; from there the arrows lead from message to message.
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  const first = await focused();
  expect(first).toMatch(/^notification/);
  await page.keyboard.press('ArrowDown');
  expect(await focused()).not.toBe(first);
  await page.keyboard.press('ArrowUp');
  expect(await focused()).toBe(first);
  await expect(vote.first()).toBeVisible();

  await page.keyboard.press('Enter');
  const card = page.getByRole('group', { name: 'Selected message' });
  await expect(card).toContainText('notification');
  await expect(lab.messages().getByRole('button', { pressed: true })).toBeInViewport();

  await card.getByRole('button', { name: 'Acts on this message' }).click();
  for (const fault of ['Drop it', 'Duplicate it']) {
    await expect(item(page, fault)).toHaveAttribute('aria-disabled', 'true');
    await expect(item(page, fault)).toHaveAccessibleDescription(/TCP loses or repeats nothing/);
  }
  await item(page, 'Pull back and hold').click();
  await expect(card).toContainText('held');
  await page.keyboard.press('m');
  await item(page, 'Let it go').click();
  await expect(card).not.toContainText('held');
});

test('where a link allows it, a message is dropped on the stage', async ({ page }) => {
  const lab = new PaxosLab(page);
  await lab.openCold('paxos');
  await lab.stepUntilFlying(2);
  const [message] = (await lab.frame()).messages.filter(({ routine }) => !routine);
  await page.evaluate((id) => {
    document.querySelector<SVGElement>(`[data-key="message-${id}"]`)?.focus();
  }, message?.id);
  await page.keyboard.press('m');
  await item(page, 'Drop it').click();
  // It falls where it was lost, and is gone with the next event.
  await expect
    .poll(async () => (await lab.frame()).messages.find(({ id }) => id === message?.id)?.status)
    .not.toBe('flying');
});

test('a line drawn through links cuts them, one undo mends them, and Escape draws nothing', async ({
  lab,
  page,
}) => {
  await lab.openElection();
  await lab.runUntilLeader();
  await drawAcross(page, lab, 0.62, async () => page.keyboard.press('Escape'));
  await page.mouse.up();
  expect(await cuts(lab)).toEqual([]);

  await drawAcross(page, lab, 0.62, async () => page.mouse.up());
  await expect.poll(() => cuts(lab)).toEqual(['1–3', '1–4', '2–3', '2–4', '3–5', '4–5']);
  await expect(lab.happened()).toContainText('6 links are cut');
  expect((await lab.frame()).partition).toHaveLength(2);
  await page.keyboard.press('Control+z');
  await expect.poll(() => cuts(lab)).toEqual([]);
});
