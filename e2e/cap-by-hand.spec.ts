import type { Page } from '@playwright/test';
import { drawThrough, openPreset, stageBox } from './cap-lab.ts';
import { expect, test } from './fixtures.ts';
import { Lab } from './lab.ts';
import { tabTo } from './tab-to.ts';
import { runUntil } from './run-until.ts';

/** What a reader of the CAP lab does by hand and by keys: moves the wall, asks, and takes the run elsewhere. */

/** Where an end of the wall stands on the screen. */
const endAt = async (page: Page, name: string) => {
  const box = await page.getByRole('button', { name, exact: true }).boundingBox();
  if (box === null) throw new TypeError('no end');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};
const cutPairs = async (lab: Lab): Promise<readonly string[]> =>
  (await lab.frame()).links
    .filter((one) => one.cut && one.from < one.to)
    .map(({ from, to }) => `${from}–${to}`)
    .toSorted();

test('the ends of the wall are dragged, by keys too: what it then parts is cut, the rest is mended', async ({
  lab,
  page,
}) => {
  await lab.open('#/lab/cap');
  const first = await cutPairs(lab);
  const stage = await stageBox(page);
  const from = await endAt(page, 'Upper end of the wall');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(stage.x + 24, stage.y + stage.height * 0.5, { steps: 12 });
  await expect(page.getByText(/^Cuts .*mends \d · Esc puts it back$/u)).toBeVisible();
  await page.mouse.up();
  await expect.poll(() => cutPairs(lab)).not.toEqual(first);
  const second = await cutPairs(lab);
  expect(second.length).toBeGreaterThan(0);
  // By the keyboard; Escape leaves all as it is.
  const end = page.getByRole('button', { name: /end of the wall$/u }).first();
  await end.focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('Escape');
  expect(await cutPairs(lab)).toEqual(second);
  await expect(end).toBeFocused();
  for (let i = 0; i < 6; i++) await page.keyboard.press('Shift+ArrowUp');
  for (let i = 0; i < 5; i++) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(() => cutPairs(lab)).not.toEqual(second);
});

test('a link holds the set-up, the line’s cut, requests by hand and the branch: opened elsewhere it is the same run', async ({
  lab,
  page,
  context,
}) => {
  await openPreset(lab, 'draw');
  await drawThrough(page, await stageBox(page));
  await runUntil(page, { request: { number: 2, is: 'ok' } });
  await lab.idle();
  const before = await lab.frame();
  await page.getByRole('button', { name: /^β, /u }).first().click();
  await lab.press('Write 5');
  await runUntil(page, { register: { pid: 4, is: 5 } });
  // Back, and something else: a branch.
  await page.evaluate(
    (position) => window.zooscope.send({ type: 'seek', position }),
    before.position,
  );
  await lab.idle();
  await page.getByRole('button', { name: /^α, /u }).first().click();
  await lab.press('Sync, then read x');
  const [shown, digest] = [await lab.frame(), await lab.digest()];
  const link = await lab.linkToThisRun();
  expect(link).toMatch(/#\/lab\/cap\?run=[\w-]+$/u);
  const other = new Lab(await context.newPage());
  await other.page.goto(link);
  await other.idle();
  await other.expectPosition(shown.position);
  expect(await other.digest()).toBe(digest);
  const again = await other.frame();
  expect(again.detail).toEqual(shown.detail);
  expect(again.links).toEqual(shown.links);
  expect(again.partition).toEqual(shown.partition);
  await expect(other.page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0);
});

test('by the keyboard alone: a store, a cut, a request, a prediction, and the witness', async ({
  lab,
  page,
}) => {
  await openPreset(lab, 'draw');
  const enter = async (role: 'button' | 'checkbox', name: string | RegExp): Promise<void> => {
    await tabTo(page, role, name);
    await page.keyboard.press(role === 'checkbox' ? 'Space' : 'Enter');
    await lab.idle();
  };
  await enter('button', 'Last writer wins');
  await expect(page.getByRole('button', { name: 'Server 2, PEER' })).toBeVisible();
  await enter('button', 'Partition network');
  await enter('button', 'Cut the smaller half off');
  await enter('button', 'Apply');
  expect((await lab.frame()).partition).toHaveLength(2);
  // The wall stands, and an end of it can be moved.
  await tabTo(page, 'button', 'Upper end of the wall');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await lab.idle();
  expect((await lab.frame()).partition).toHaveLength(2);
  await enter('checkbox', 'Ask me before each answer');
  await lab.fastest();
  await enter('button', /^β, CONNECTED/u);
  await enter('button', 'Write 5');
  const question = page.getByRole('radiogroup', { name: /^Request \d+: β asks/u });
  await expect(question).toBeVisible();
  await tabTo(page, 'radio', 'It is done and stays done');
  await page.keyboard.press('Space');
  await enter('button', 'Let it happen');
  await expect(page.getByText(/^\d of \d foreseen$/u)).toBeVisible();
  await enter('checkbox', 'Ask me before each answer');
  await runUntil(page, { request: { number: 3, is: 'ok' } });
  await lab.idle();
  await expect(page.getByText(/^witness: write \d, then read 1$/u)).toBeVisible();
});

test('in each of the five stores a link is cut one way and made slow by keys, and the stage says both', async ({
  lab,
  page,
}) => {
  for (const preset of ['draw', 'read-only', 'quorum', 'copies', 'overwritten']) {
    await openPreset(lab, preset);
    const link = page.getByRole('button', { name: 'Link 3–4', exact: true });
    await link.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Link 3–4' });
    await dialog.getByRole('button', { name: 'Cut S3 → S4 only' }).press('Enter');
    await dialog.getByRole('slider', { name: 'Most' }).press('End');
    await dialog.getByRole('button', { name: 'Set latency' }).press('Enter');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await lab.idle();
    await expect(link.locator('title')).toHaveText(/^cut one way · slow: .*5000 ms$/u);
    await expect(page.getByRole('group', { name: /^5 servers that keep x/u })).toContainText(
      '5000 ms',
    );
    const cut = (await lab.frame()).links.filter(
      (one) => one.cut && one.from === 3 && one.to === 4,
    );
    expect(cut).toHaveLength(1);
  }
});
