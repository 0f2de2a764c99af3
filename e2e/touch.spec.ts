import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const item = (page: Page, name: string) => page.getByRole('menuitem', { name });

/** A finger goes from point to point on the screen, as browsers report it. */
const draw = async (page: Page, points: readonly { x: number; y: number }[]): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  const [first, ...rest] = points;
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: readonly object[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: [...at] as never });
  await send('touchStart', first === undefined ? [] : [first]);
  for (const point of rest) await send('touchMove', [point]);
  await send('touchEnd', []);
  await session.detach();
};

test('a finger opens a server’s menu in place, and kills it', async ({ lab, page }) => {
  await lab.openElection();
  await lab.runUntilLeader();
  await lab.server(2).tap();
  await lab.idle();
  const acts = lab.button('Acts on server 2');
  const box = await acts.boundingBox();
  // As large as a finger needs, and on the screen.
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  await expect(acts).toBeInViewport({ ratio: 1 });
  await acts.tap();
  await item(page, 'Kill it').tap();
  await lab.expectState(2, 'CRASHED');
  await lab.server(2).tap();
  await acts.tap();
  await item(page, 'Start it').tap();
  await lab.expectState(2, 'LOOKING');
});

test('a finger opens a message’s card, and pulls it back', async ({ lab, page }) => {
  await lab.openElection();
  await lab.stepUntilMessagesFly();
  const votes = page.getByRole('button', { name: /^notification .* from S\d to S\d$/ });
  // Slips lie one over another: the last is the uppermost.
  await votes.last().tap();
  const card = page.getByRole('group', { name: 'Selected message' });
  await expect(card).toContainText('notification');
  await card.getByRole('button', { name: 'Acts on this message' }).tap();
  await item(page, 'Pull back and hold').tap();
  await expect(card).toContainText('held');
});

test('a finger that goes across links cuts them', async ({ lab, page }) => {
  await lab.openElection();
  await lab.runUntilLeader();
  await lab.idle();
  const stage = await page.getByRole('group', { name: /^Ensemble of 5 servers/ }).boundingBox();
  if (stage === null) throw new Error('no stage');
  const y = stage.y + stage.height * 0.62;
  const at = (part: number) => ({ x: Math.round(stage.x + stage.width * part), y: Math.round(y) });
  await draw(page, [0.06, 0.2, 0.35, 0.5, 0.65, 0.8, 0.94].map(at));
  await expect
    .poll(async () => (await lab.frame()).links.filter(({ cut }) => cut).length)
    .not.toBe(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('a finger takes the wall by an end and moves it', async ({ lab, page }) => {
  await lab.open('#/lab/cap');
  const end = page.getByRole('button', { name: 'Upper end of the wall' });
  const box = await end.boundingBox();
  if (box === null) throw new Error('no end');
  const at = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
  // As large as a finger needs, though less of it is seen.
  const hit = await page.evaluate(
    ({ x, y }) =>
      [-18, 18].every((by) => document.elementFromPoint(x + by, y)?.closest('.wall-hold') !== null),
    at,
  );
  expect(hit).toBe(true);
  const cut = async (): Promise<number> =>
    (await lab.frame()).links.filter((one) => one.cut).length;
  const before = await cut();
  await draw(
    page,
    [0, 0.25, 0.5, 0.75, 1].map((part) => ({ x: at.x + (20 - at.x) * part, y: at.y + 150 * part })),
  );
  await expect.poll(cut).not.toBe(before);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});
