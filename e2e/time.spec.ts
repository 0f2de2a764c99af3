import { expect, test } from './fixtures.ts';
import { Screen } from './screen.ts';

test('steps lead forward and back, and the same way again', async ({ lab }) => {
  await lab.openElection();
  await lab.steps(9);
  for (let presses = 0; presses < 3; presses++) await lab.stepForward();
  const position = await lab.position();
  const digest = await lab.digest();
  expect(position).toBeGreaterThanOrEqual(12);

  await lab.stepBack();
  await lab.stepBack();
  expect(await lab.position()).toBeLessThan(position);
  expect(await lab.digest()).not.toBe(digest);
  await lab.stepForward();
  await lab.stepForward();
  await lab.expectPosition(position);
  expect(await lab.digest()).toBe(digest);

  await lab.press('Restart');
  await lab.expectPosition(0);
  await expect(lab.timeline()).toHaveAttribute('aria-valuemax', String(position));
});

test('what was reached stays said as it was, whatever the clock shows afterwards', async ({
  lab,
  page,
}) => {
  await lab.openElection();
  await lab.runUntilLeader();
  const said = page.getByRole('status').filter({ hasText: /^Reached at / });
  const text = await said.textContent();
  await lab.press('Restart');
  await lab.steps(2);
  expect((await lab.frame()).time).toBeLessThan(10_000);
  await expect(said).toHaveText(text ?? '');
});

test('the list of events looks past minutes of pings by itself', async ({ lab }) => {
  await lab.openElection();
  await lab.runUntilLeader();
  await lab.runFor(600);
  await lab.showView('Events');
  await expect(lab.events().last()).toBeVisible();
  await expect(lab.page.getByText('Nothing of this kind has happened')).toHaveCount(0);
});

test('playing moves virtual time on until it is paused', async ({ lab }) => {
  await lab.openElection();
  const begin = String(await lab.position());
  // So slowly that the run does not come to rest before Pause is pressed.
  await lab.speed('0.1×');
  await lab.button('Play').click();
  await expect(lab.timeline()).not.toHaveAttribute('aria-valuenow', begin);
  await lab.press('Pause');
  const position = await lab.position();
  expect(position).toBeGreaterThan(Number(begin));
  await expect(lab.button('Play')).toBeVisible();
  await lab.expectPosition(position);
});

test('the speed changes how fast virtual time passes', async ({ lab, page }) => {
  const screen = await Screen.of(page);
  await lab.openElection();
  await lab.stepUntilMessagesFly();
  await screen.stand();
  /** Virtual time that passes in 20 frames of the screen, µs. */
  const passed = async (speed: string): Promise<number> => {
    const time = () => page.evaluate(() => window.zooscope.frame()?.time ?? 0);
    await lab.speed(speed);
    const begin = await time();
    await lab.button('Play').click();
    for (let frames = 0; frames < 20; frames++) await screen.nextFrame();
    await lab.button('Pause').click();
    return (await time()) - begin;
  };
  const slow = await passed('0.1×');
  expect(await passed('10×')).toBeGreaterThan(slow);
});

test('the timeline goes anywhere by keys and by dragging', async ({ lab, page }) => {
  await lab.openElection();
  await lab.runUntilLeader();
  const end = await lab.length();
  const timeline = lab.timeline();
  await timeline.focus();

  await page.keyboard.press('Home');
  await lab.expectPosition(0);
  await page.keyboard.press('ArrowRight');
  await lab.expectPosition(1);
  await page.keyboard.press('ArrowRight');
  await lab.expectPosition(2);
  await page.keyboard.press('ArrowLeft');
  await lab.expectPosition(1);
  await page.keyboard.press('End');
  await lab.expectPosition(end);
  await expect(timeline).toHaveAttribute('aria-valuetext', new RegExp(`^event ${end}, .* ms$`));

  const box = await timeline.boundingBox();
  if (box === null) throw new Error('the timeline is not on screen');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.9, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.7, y, { steps: 4 });
  await page.mouse.move(box.x + box.width / 2, y, { steps: 4 });
  await page.mouse.up();
  const middle = await lab.position();
  expect(middle).toBeGreaterThan(0);
  expect(middle).toBeLessThan(end);
  // Waits are folded, so that the middle of the bar is not that of the run: the handle is at the pointer.
  const handle = await timeline.locator('[data-key="playhead"]').boundingBox();
  if (handle === null) throw new Error('the timeline has no handle');
  const off = handle.x + handle.width / 2 - (box.x + box.width / 2);
  expect(Math.abs(off)).toBeLessThan(box.width / end + 1);
});

test('doing something in the past begins a branch; both are kept and can be switched', async ({
  lab,
  page,
}) => {
  await lab.openElection();
  await lab.runUntilLeader();
  await lab.expectState(5, 'LEADING');
  const end = await lab.length();
  const digest = await lab.digest();

  await lab.timeline().focus();
  await page.keyboard.press('Home');
  await lab.expectPosition(0);
  await lab.steps(3);
  const fork = await lab.position();
  await lab.kill(5);
  await expect(lab.button('Branch: Branch 2')).toBeVisible();
  await lab.runUntilLeader();
  await lab.expectStates({ 4: 'LEADING', 5: 'CRASHED' });

  await lab.switchBranch('Branch 1');
  await lab.expectStates({ 5: 'LEADING' });
  await lab.expectPosition(end);
  expect(await lab.digest()).toBe(digest);

  await lab.switchBranch(`Branch 2, from event ${fork}`);
  await lab.expectStates({ 4: 'LEADING', 5: 'CRASHED' });
});
