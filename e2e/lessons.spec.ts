import { readFileSync } from 'node:fs';
import type { LessonWords } from '../src/lessons/words.ts';
import type { ScenarioFile } from '../src/view/scenario.ts';
import { expect, test } from './fixtures.ts';

const read = <T>(file: string): T =>
  JSON.parse(readFileSync(new URL(`../src/lessons/${file}`, import.meta.url), 'utf8')) as T;

/** The right answer of each question, and one that is wrong, by the id of the step. */
type Answers = Readonly<Record<string, { readonly right: string; readonly wrong: string }>>;
const lessons: Readonly<Record<string, Answers>> = {
  majorities: {
    'one-dies': { right: 'on', wrong: 'down' },
    'two-die': { right: 'down', wrong: 'half' },
    split: { right: 'neither', wrong: 'right' },
  },
  'first-start': {
    second: { right: 'switches', wrong: 'keeps' },
    third: { right: 'three', wrong: 'nobody' },
    fifth: { right: 'three', wrong: 'five' },
    together: { right: 'five', wrong: 'three' },
  },
  'after-a-crash': {
    hears: { right: 'one', wrong: 'keeps' },
    winner: { right: 'two', wrong: 'four' },
    return: { right: 'two', wrong: 'three' },
  },
  'late-joiner': {
    'larger-id': { right: 'three', wrong: 'four' },
    'larger-zxid': { right: 'dropped', wrong: 'leads' },
    'leader-dies': { right: 'five', wrong: 'four' },
  },
};

for (const [id, answers] of Object.entries(lessons)) {
  test(`the lesson ${id} is played to its end, each question answered wrong and then right`, async ({
    lab,
    page,
  }) => {
    // Each step is played twice, some of them through half a minute of pings.
    test.setTimeout(90_000);
    const { steps = [] } = read<ScenarioFile>(`${id}/lesson.json`);
    const words = read<LessonWords>(`${id}/en.json`);
    const asking = steps.filter((step) => step.predict !== undefined).map((step) => step.id);
    expect(asking.toSorted()).toEqual(Object.keys(answers).toSorted());

    await lab.open(`#/lesson/${id}`);
    await page.getByRole('combobox', { name: 'Speed' }).selectOption('50×');
    const lesson = page.getByRole('region', { name: 'Lesson step' });
    const outcome = lesson.getByRole('status');

    for (const [index, step] of steps.entries()) {
      const stepWords = words.steps[step.id];
      await expect(lesson).toContainText(`Step ${index + 1} of ${steps.length}`);
      const answer = answers[step.id];
      if (answer === undefined) await lab.press('Go on');
      else {
        const question = lesson.getByRole('radiogroup', { name: stepWords?.question ?? '' });
        const option = (one: string) =>
          question.getByRole('radio', { name: stepWords?.options?.[one] ?? '', exact: true });
        const choose = async (one: string): Promise<void> => {
          await expect(lab.button('Check answer')).toBeDisabled();
          await question.getByText(stepWords?.options?.[one] ?? '', { exact: true }).click();
          await expect(option(one)).toBeChecked();
          await lab.press('Check answer');
        };
        await choose(answer.wrong);
        await expect(outcome).toContainText('Not quite: this is what happened.');
        await expect(outcome).toContainText(stepWords?.options?.[answer.right] ?? '');

        await lab.press(`Repeat step ${index + 1}`);
        await expect(outcome).toBeEmpty();
        await choose(answer.right);
        await expect(outcome).toContainText('Right.');
      }
      await expect(outcome).toContainText((stepWords?.why ?? '').replaceAll('**', ''));
      await expect(lab.invariants()).toContainText('invariants hold');
      if (index < steps.length - 1) await lab.press('Next step');
    }

    await expect(lesson).toContainText('End of the lesson: everything it claims held on this run.');
    const claims = lesson.getByRole('list', { name: 'Checked on this run' }).getByRole('listitem');
    expect(await claims.count()).toBeGreaterThan(0);
    await expect(claims.getByRole('img', { name: 'does not hold' })).toHaveCount(0);

    await lab.open('#/');
    const card = page.locator(`a[href="#/lesson/${id}"]`);
    await expect(card).toContainText('done');
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
