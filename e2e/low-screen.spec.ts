import { expect, test } from './fixtures.ts';
import { Lab } from './lab.ts';
import { Reader } from './reader.ts';
import { expectReplySeen, expectWhole } from './whole.ts';

test.use({ viewport: { width: 1280, height: 720 } });

test('why a server does not lead is answered where one looks', async ({ lab, page }) => {
  await lab.openElection();
  await lab.runUntilLeader();
  const follower = (await lab.frame()).processes.find(({ state }) => state === 'FOLLOWING');
  const sid = follower?.pid ?? 0;
  await lab.inspect(sid);
  await lab.press(`Why is server ${sid} not the leader?`);
  const answer = lab
    .inspector(sid)
    .getByRole('listitem')
    .filter({ hasText: /vote|leads/ });
  await expect(answer.first()).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('heading', { name: `Server ${sid}` })).toBeInViewport({ ratio: 1 });
});

test('a process that is killed still has its name over what is said of it', async ({
  lab,
  page,
}) => {
  await lab.openElection();
  await lab.runUntilLeader();
  await lab.inspect(2);
  await lab.inspector(2).getByText('Timers', { exact: true }).scrollIntoViewIfNeeded();
  await lab.inspector(2).getByText('Timers', { exact: true }).click();
  await lab.button('Kill server 2').click();
  await lab.idle();
  await expect(page.getByRole('heading', { name: /^Server 2\s*CRASHED$/u })).toBeInViewport({
    ratio: 1,
  });
  await expect(lab.button('Start server 2')).toBeInViewport({ ratio: 1 });
});

// The longest questions, and the longest replies.
for (const [id, number] of [
  ['break-zab', 5],
  ['did-it-happen', 5],
  ['who-is-master', 2],
] as const) {
  test(`a question is seen with all its options, and its reply beside them (${id})`, async ({
    lab,
    page,
  }) => {
    const reader = new Reader(lab, id, 'en', 'mouse');
    await reader.open();
    const step = reader.steps[number - 1];
    if (step === undefined) throw new Error(`${id} has no step ${number}`);
    await reader.jump(step);
    const lesson = page.getByRole('region', { name: 'Lesson step' });
    const options = await lesson.getByRole('radio').all();
    expect(options.length).toBeGreaterThan(2);
    for (const option of options) await expectWhole(page, option);
    await expectWhole(page, lab.button('Check answer'));
    await reader.answer(step, 'wrong');
    await reader.expectOver(step);
    await expectReplySeen(page, lesson);
    // What is selected has at least its name left.
    await expect(page.locator('.reading-inspector').getByRole('heading').first()).toBeInViewport();
  });
}

for (const language of ['en', 'zh-CN'] as const)
  test(`a question, its reply and its source stand together (seven-generals, ${language})`, async ({
    page,
  }) => {
    const lab = new Lab(page, language);
    const reader = new Reader(lab, 'seven-generals', language, 'mouse');
    await reader.open();
    const step = reader.steps[4];
    if (step === undefined) throw new Error('no step 5');
    await reader.jump(step);
    await reader.answer(step, 'wrong');
    await reader.expectOver(step);
    const lesson = page.locator('.lesson');
    await expectReplySeen(page, lesson);
    await expectWhole(page, lesson.locator('.reply'));
    await expectWhole(page, lesson.locator('.more-of-it summary'));
  });

test('what is offered below the stage lies on none of its words', async ({ lab, page }) => {
  await lab.open('#/lesson/seven-generals');
  await lab.fastest();
  await lab.press('Go to step 5');
  const told = await page.locator('.stage').evaluate((stage) => {
    const boxes = (selector: string) =>
      [...stage.querySelectorAll(selector)].map((one) => one.getBoundingClientRect());
    const offered = boxes('.stage-tools button');
    const words = boxes('.moving-stage svg text');
    const on = words.filter((one) =>
      offered.some(
        (other) =>
          one.left < other.right &&
          other.left < one.right &&
          one.top < other.bottom &&
          other.top < one.bottom,
      ),
    );
    return { offered: offered.length, words: words.length, on: on.length };
  });
  expect(told.offered).toBeGreaterThan(2);
  expect(told.words).toBeGreaterThan(3);
  expect(told.on).toBe(0);
});

test('five messages in flight are seen at once', async ({ lab }) => {
  await lab.openElection();
  await lab.stepUntilMessagesFly();
  await lab.showView('Messages in flight');
  await expect.poll(() => lab.messages().count()).toBeGreaterThanOrEqual(4);
  while ((await lab.messages().count()) < 5) await lab.stepForward();
  for (const row of (await lab.messages().all()).slice(0, 5)) {
    await expect(row).toBeInViewport({ ratio: 0.95 });
  }
});

test('views that no tab has room for stand in a menu, and none is half seen', async ({
  lab,
  page,
}) => {
  await lab.openCold('zookeeper?preset=replicated');
  const bar = page.getByRole('tablist', { name: 'Views of the run' });
  const more = page.getByRole('button', { name: 'More views' });
  await expect(more).toBeInViewport({ ratio: 1 });
  const last = page.getByRole('tab', { name: 'Messages in flight' });
  await expect(last).toHaveCSS('opacity', '0');
  await more.click();
  await page.getByRole('menuitem', { name: 'Messages in flight' }).click();
  await expect(last).toHaveAttribute('aria-selected', 'true');
  await expect(last).toHaveCSS('opacity', '1');
  await expect(last).toBeInViewport({ ratio: 0.99 });
  // The keyboard goes through all of them, seen or not.
  await last.focus();
  await page.keyboard.press('Home');
  await expect(bar.getByRole('tab', { name: 'zkCli' })).toBeFocused();
  await expect(bar.getByRole('tab', { name: 'zkCli' })).toBeInViewport({ ratio: 0.99 });
});
