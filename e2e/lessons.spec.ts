import { catalogue } from '../src/lessons/catalogue.ts';
import { expect, test } from './fixtures.ts';
import { Lab } from './lab.ts';
import { names } from './names.ts';
import { Reader } from './reader.ts';

/** In one language with the mouse, in the other by the keyboard alone. */
const ways = [
  { language: 'en', hand: 'mouse', how: 'in English, by mouse' },
  { language: 'zh-CN', hand: 'keyboard', how: 'in Chinese, by the keyboard' },
] as const;

// Each lesson is taken to its end one way, and those of a lab by turns. What is the same in each is seen
// once for each lab and way: a question that is answered wrong (of a lab's first lesson every one), the
// end, the mark in the gallery. In Node all are played, and their words of both languages compared with
// what they ask, the reply to each option included (`src/scenarios/lessons.test.ts`).
for (const model of new Set(catalogue.map((one) => one.model))) {
  for (const [place, { id }] of catalogue.filter((one) => one.model === model).entries()) {
    const { language, hand, how } = ways[place % 2] ?? ways[0];
    test(`the lesson ${id} is played to its end ${how}`, async ({ page, expectAccessible }) => {
      const lab = new Lab(page, language);
      const reader = new Reader(lab, id, language, hand);
      await reader.open();
      const [first] = reader.steps.filter((step) => reader.asks(step));
      for (const step of reader.steps) {
        await reader.expectStep(step);
        if (reader.asks(step)) {
          if (place === 0 || (place === 1 && step === first)) {
            await reader.answer(step, 'wrong');
            await reader.repeat(step);
          }
          await reader.answer(step, 'right');
        } else await reader.goOn();
        await reader.tryAll(step);
        await reader.expectOver(step);
        await reader.next(step);
      }
      await reader.expectEnd();
      // The end of a lesson is one screen, and the gallery one list: once for each lab and way.
      if (place > 1) return;
      await expectAccessible();
      await lab.openGallery(`lang=${language}`);
      // A lesson that begins a group stands in the gallery twice.
      const row = page.locator(`a[href="#/lesson/${id}"]`).last();
      await expect(row).toContainText(names[language].done);
    });
  }
}

for (const [language, more, raft] of [
  ['en', 'Source, and the same in Raft', 'a leader needs the votes of more than half'],
  ['zh-CN', '出处，以及 Raft 的做法', '超过一半的选票'],
] as const) {
  test(`an explanation opens to its sources, and to Raft, in the column and in a room (${language})`, async ({
    page,
    expectAccessible,
  }) => {
    const lab = new Lab(page, language);
    const reader = new Reader(lab, 'first-start', language, 'mouse');
    await reader.open();
    const step = reader.steps.find(({ id }) => id === 'third');
    if (step === undefined) throw new Error('first-start has a third server');
    await reader.jump(step);
    await reader.answer(step, 'right');
    await reader.expectOver(step);
    const opened = async (): Promise<void> => {
      const summary = page.getByText(more, { exact: true });
      await summary.focus();
      await page.keyboard.press('Space');
      await expect(page.getByText(raft)).toBeVisible();
      const read = page.getByRole('link', {
        name: 'ZooKeeper 3.8: FastLeaderElection.lookForLeader',
      });
      await expect(read).toHaveAttribute('href', /release-3\.8\.0\/.*\/FastLeaderElection\.java$/u);
      await expect(page.getByRole('link', { name: /Raft|Understandable/u })).toHaveCount(1);
      await expectAccessible();
    };
    await opened();
    await page.locator('body').click({ position: { x: 2, y: 2 } });
    await page.keyboard.press('f');
    await expect(page.getByRole('main', { name: /^(Projector|投影)$/u })).toBeVisible();
    await opened();
  });
}

test('a lesson’s steps can be jumped to and repeated, and its question hides what is asked', async ({
  lab,
  page,
}) => {
  await lab.open('#/lesson/first-start');
  const lesson = page.getByRole('region', { name: 'Lesson step' });
  await lab.press('Go to step 4');
  await expect(lesson).toContainText('Step 4 of 6');
  await lab.expectStates({ 3: 'LEADING', 4: 'not started' });
  await lab.press('Go to step 2');
  await expect(lesson).toContainText('Step 2 of 6');
  await lab.expectStates({ 1: 'LOOKING', 3: 'not started' });

  // The timeline does not lead into what the question asks about.
  const { position, length } = await lab.frame();
  expect(length).toBeGreaterThan(position);
  await lab.timeline().focus();
  await page.keyboard.press('End');
  await lab.expectPosition(position);

  await expect(lab.button('Check answer')).toHaveAccessibleDescription('Choose an answer first.');
  await lab.press('Go to step 6');
  await lab.press('Go to step 1');
  await expect(lesson).toContainText('Step 1 of 6');
  await lab.expectPosition(0);
});

test('whoever chose wrong is shown the moment that decides it, and comes back by one press', async ({
  lab,
  page,
}) => {
  await lab.open('#/lesson/after-a-crash');
  await lab.press('Go to step 5');
  const lesson = page.getByRole('region', { name: 'Lesson step' });
  await lesson.getByText('S1: S4 votes for it already').click();
  await lab.speed('50×');
  await lab.press('Check answer');
  await expect(lesson).toContainText('S4 changes its vote again');
  const { position } = await lab.frame();
  await lab.press('Show that moment');
  expect((await lab.frame()).position).toBeLessThan(position);
  await expect(lesson).toContainText('This is the moment that decides it.');
  await expect(lab.button('Next step')).toHaveCount(0);

  await lab.enter('Back to the question');
  await lab.expectPosition(position);
  await expect(lesson).toContainText('S4 changes its vote again');
  await expect(lesson.getByRole('radio', { name: 'S1: S4 votes for it already' })).toBeChecked();
  await expect(lab.button('Back to the question')).toHaveCount(0);
  await expect(lab.button('Next step')).toBeVisible();
});

test('while a question is open, the tree and the node’s card do not tell what it asks', async ({
  lab,
  page,
}) => {
  await lab.open('#/lesson/watch-fires-once');
  await lab.press('Go to step 3');
  const node = page.getByRole('treeitem', { name: '/job', exact: true });
  const card = page.getByRole('region', { name: 'Node /job' });
  const version = card.getByRole('button', { name: /version 3/ });
  await expect(node).toHaveAccessibleDescription(/version \?/);
  await expect(card).toContainText('running');
  await expect(version).toHaveCount(0);
  const lesson = page.getByRole('region', { name: 'Lesson step' });
  await lesson.getByText('2: running was set twice').click();
  await lab.press('Check answer');
  await expect(node).toHaveAccessibleDescription(/version 3/);
  await expect(version).toBeVisible();
});

test('a run continued by hand in a lesson starts a branch, and the lesson can be repeated', async ({
  lab,
  page,
}) => {
  await lab.open('#/lesson/first-start');
  const lesson = page.getByRole('region', { name: 'Lesson step' });
  await lab.press('Go to step 5');
  await lab.kill(3);
  await lab.expectState(3, 'CRASHED');
  await lab.press('Repeat step 5');
  await lab.expectState(3, 'LEADING');
  await expect(lesson).toContainText('Step 5 of 6');
});
