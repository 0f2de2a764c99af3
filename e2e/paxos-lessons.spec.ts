import { readFileSync } from 'node:fs';
import type { LessonWords } from '../src/lessons/words.ts';
import type { ScenarioFile } from '../src/view/scenario.ts';
import { expect, test } from './fixtures.ts';
import { names } from './names.ts';
import { PaxosLab } from './paxos-lab.ts';

const read = <T>(file: string): T =>
  JSON.parse(readFileSync(new URL(`../src/lessons/${file}`, import.meta.url), 'utf8')) as T;

/** The right answer of each question, by the ids of lesson and step. */
const answers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'paxos-case-1': { quorum: 'yes', third: 'three' },
  'paxos-case-2': { report: 'reports', must: 'adopt', lecture: 'propose' },
  'paxos-case-3': { refused: 'refuses', end: 'never', 'one-waits': 'twenty', leader: 'ten' },
  'minority-value': { dies: 'open', misses: 'y', third: 'y', unknown: 'yes' },
  'acceptors-write-to-disk': { restart: 'all', empty: 'two', promise: 'two' },
};

for (const [id, right] of Object.entries(answers)) {
  for (const language of ['en', 'zh-CN'] as const) {
    test(`${id} is played to its end by the keyboard, each question answered right (${language})`, async ({
      page,
    }) => {
      test.setTimeout(90_000);
      const lab = new PaxosLab(page, language);
      const say = names[language];
      const { steps = [] } = read<ScenarioFile>(`${id}/lesson.json`);
      const words = read<LessonWords>(`${id}/${language}.json`);
      const asking = steps.filter((step) => step.predict !== undefined).map((step) => step.id);
      expect(asking.toSorted()).toEqual(Object.keys(right).toSorted());

      await lab.open(`#/lesson/${id}`, `lang=${language}`);
      await page.getByRole('combobox', { name: say.speed }).selectOption('50×');
      const lesson = page.getByRole('region', { name: say.lessonStep });
      for (const [index, step] of steps.entries()) {
        const stepWords = words.steps[step.id];
        const answer = right[step.id];
        if (answer === undefined) await lab.enter(lab.words.goOn);
        else {
          const question = lesson.getByRole('radiogroup', { name: stepWords?.question ?? '' });
          const option = stepWords?.options?.[answer] ?? '';
          await question.getByRole('radio', { name: option, exact: true }).focus();
          await page.keyboard.press('Space');
          await lab.enter(say.check);
          await expect(lesson.getByRole('status')).toContainText(lab.words.right);
        }
        await expect(lesson).toContainText((stepWords?.why ?? '').replaceAll('**', ''));
        if (index < steps.length - 1) await lab.enter(lab.words.next);
      }
      await expect(lesson).toContainText(words.end.replaceAll('**', ''));
      await expect(lesson).toContainText(lab.words.lessonEnd);
    });
  }
}
