import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { Lab } from './lab.ts';
import { PaxosLab } from './paxos-lab.ts';
import { ZooKeeperLab } from './zookeeper-lab.ts';

const item = (page: Page, name: string | RegExp) => page.getByRole('menuitem', { name });

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

/** What has the focus is called, by its label or its title. */
const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    const title = element?.querySelector(':scope > title')?.textContent;
    return element?.getAttribute('aria-label') ?? title ?? '';
  });

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
  const focused = () => focusedName(page);
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

test('a line may begin on a link, which is wide to be pressed, and cuts it', async ({
  lab,
  page,
}) => {
  await lab.openElection();
  await lab.runUntilLeader();
  const link = page.getByRole('button', { name: /^Link 1–4/ });
  const at = await link.evaluate((one) => {
    const box = one.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  });
  const hit = await page.evaluate(
    ({ x, y }) => document.elementFromPoint(x, y)?.closest('[data-action]')?.ariaLabel ?? null,
    at,
  );
  expect(hit).toMatch(/^Link/);
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x - 60, at.y + 8, { steps: 4 });
  await page.mouse.move(at.x + 60, at.y + 8, { steps: 4 });
  await expect(page.getByText(/^Cuts \d+ links? · Esc cancels$/)).toBeVisible();
  await page.mouse.up();
  await expect.poll(() => cuts(lab)).not.toEqual([]);
  // What was drawn was no press: no dialog of the link has come.
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await lab.idle();
  // An end of the line, which can be held, lies where it began; beside that the link is pressed as ever.
  const beside = await link
    .locator('path')
    .first()
    .evaluate((one) => {
      const path = one as unknown as SVGPathElement;
      const { x, y } = path.getPointAtLength(path.getTotalLength() * 0.25);
      const point = new DOMPoint(x, y).matrixTransform(path.getScreenCTM() ?? undefined);
      return { x: point.x, y: point.y };
    });
  await page.mouse.click(beside.x, beside.y);
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('one undo takes back what a person did by one act, a moved wall too', async ({
  lab,
  page,
}) => {
  await lab.open('#/lab/cap?preset=draw');
  await lab.press('Partition network');
  await lab.press('Cut the smaller half off');
  await lab.press('Apply');
  const cuts = async (): Promise<number> =>
    (await lab.frame()).links.filter(({ cut }) => cut).length;
  const before = await lab.digest();
  const end = page.getByRole('button', { name: 'Upper end of the wall' });
  // From the middle of the stage to its lower right corner: other links lie under it then.
  await end.focus();
  const told = page.getByText(/^Cuts [1-9]\d* more links?, mends [1-9]/u);
  for (let keys = 0; keys < 40 && !(await told.isVisible()); keys++)
    await page.keyboard.press(keys % 2 === 0 ? 'Shift+ArrowRight' : 'Shift+ArrowDown');
  await expect(told).toBeVisible();
  await page.keyboard.press('Enter');
  await lab.idle();
  expect(await cuts()).toBeGreaterThan(0);
  expect(await lab.digest()).not.toBe(before);
  await page.keyboard.press('Control+z');
  await lab.idle();
  expect(await lab.digest()).toBe(before);
});

test('what a lab alone offers for a process stands in its menu, as in its inspector', async ({
  page,
}) => {
  const zookeeper = new ZooKeeperLab(page);
  await zookeeper.open('#/lab/zookeeper?preset=write');
  const inspector = await zookeeper.look('α');
  await expect(inspector.getByRole('button', { name: 'Close its session' })).toBeVisible();
  await zookeeper.client('α').click({ button: 'right' });
  await expect(item(page, 'Break its connection')).toBeVisible();
  await item(page, 'Close its session').click();
  await expect
    .poll(async () => (await zookeeper.detail()).clients[0]?.asked?.op)
    .toBe('closeSession');

  const paxos = new PaxosLab(page);
  await paxos.openPaxos();
  const own = (await paxos.detail()).processes.find(({ proposer }) => proposer !== null);
  const name = (await paxos.frame()).processes.find(({ pid }) => pid === own?.pid)?.name ?? '';
  await paxos.card(name).focus();
  await page.keyboard.press('m');
  await expect(item(page, /^Propose /)).toBeVisible();
  const before = (await paxos.frame()).position;
  await item(page, /^Propose /).click();
  await expect.poll(async () => (await paxos.frame()).position).toBeGreaterThan(before);

  // An acceptor that is down can lose its disk where it stands.
  await paxos.card('A3').focus();
  await page.keyboard.press('m');
  await expect(item(page, /^Propose /)).toHaveCount(name === 'A3' ? 1 : 0);
  await item(page, 'Kill it').click();
  await expect(paxos.card('A3')).toHaveAccessibleName(/CRASHED/);
  await paxos.card('A3').focus();
  await page.keyboard.press('m');
  await item(page, 'Wipe its disk').click();
  await expect(paxos.happened()).toContainText(/disk/);
});

test('a message that arrives gives its focus to its receiver, and the keys go on working', async ({
  lab,
  page,
}) => {
  await lab.openElection();
  await lab.stepUntilMessagesFly();
  const focused = () => focusedName(page);
  await page.getByRole('group', { name: /^Ensemble/ }).evaluate((stage) => {
    stage.querySelector<SVGElement>('[data-key^="message-"][tabindex="0"]')?.focus();
  });
  const receiver = /to S(\d)$/.exec(await focused())?.[1];
  expect(receiver).toBeDefined();
  await expect(async () => {
    await page.keyboard.press('ArrowRight');
    await lab.idle();
    expect(await focused()).toMatch(new RegExp(`^Server ${receiver},`));
  }).toPass({ intervals: [20] });
  // From there the menu is one key away, and the arrows go on.
  const { position } = await lab.frame();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await lab.frame()).position).toBeGreaterThan(position);
  await page.keyboard.press('m');
  await expect(item(page, 'Kill it')).toBeVisible();
});
