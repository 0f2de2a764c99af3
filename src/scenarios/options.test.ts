/** The options of the lessons' questions: what is said to each, and that nothing but the subject tells the right one. */
import { describe, expect, it } from 'vitest';
import { misconceptions } from '../lessons/misconceptions.ts';
import { lessons } from '../lessons/words.ts';
import type { Language, LessonStepWords } from '../lessons/words.ts';
import type { Prediction } from '../view/prediction.ts';
import { lessonFile } from './lesson-file.ts';
import { optionOrder } from './option-order.ts';
import { playAll } from './play-all.ts';

interface Asked {
  readonly where: string;
  readonly predict: Prediction;
  readonly shown: readonly string[];
  readonly words: LessonStepWords;
}

const languages = ['en', 'zh-CN'] satisfies Language[];

async function questions(language: Language): Promise<readonly Asked[]> {
  const all: Asked[] = [];
  for (const entry of lessons) {
    const words = await entry.words(language);
    const file = await lessonFile(entry.id);
    for (const step of file?.steps ?? []) {
      if (step.predict === undefined) continue;
      const shown = optionOrder(entry.id, step);
      const where = `${entry.id}.${step.id}`;
      all.push({
        where,
        predict: step.predict,
        shown,
        words: words.steps[step.id] ?? { text: '' },
      });
    }
  }
  return all;
}

/** In how many questions chance alone would have it so, at most: a third of a question is none. */
const share = (asked: readonly Asked[]): number =>
  Math.ceil(asked.reduce((sum, { predict }) => sum + 1 / predict.options.length, 0));

describe.each(languages)('the options in %s', (language) => {
  it('and their question have no bold: asterisks would be seen', async () => {
    const asked = await questions(language);
    const starred = asked.filter(({ words }) =>
      [words.question, ...Object.values(words.options ?? {})].some((text) => text?.includes('**')),
    );
    expect(asked.length).toBeGreaterThan(0);
    expect(starred.map(({ where }) => where)).toEqual([]);
  });

  it('each have a text, and a reply of their own when they are wrong', async () => {
    for (const { where, predict, words } of await questions(language)) {
      const ids = predict.options.map(({ id }) => id);
      const wrong = ids.filter((id) => id !== predict.answer);
      expect([where, Object.keys(words.options ?? {})]).toEqual([where, ids]);
      expect([where, Object.keys(words.replies ?? {}).toSorted()]).toEqual([
        where,
        wrong.toSorted(),
      ]);
      const replies = Object.values(words.replies ?? {});
      expect([where, new Set(replies).size]).toEqual([where, wrong.length]);
      for (const { id, misconception } of predict.options) {
        const belief = misconceptions(language)[misconception ?? ''];
        expect([where, id, belief !== undefined]).toEqual([where, id, id !== predict.answer]);
      }
    }
  });

  it('do not tell the right one by their length or their place', async () => {
    const asked = await questions(language);
    const right = (is: (one: Asked, length: (id: string) => number) => boolean): string[] =>
      asked
        .filter((one) => is(one, (id) => one.words.options?.[id]?.length ?? 0))
        .map(({ where }) => where);
    const others = ({ predict }: Asked): string[] =>
      predict.options.map(({ id }) => id).filter((id) => id !== predict.answer);
    const found = {
      shortest: right((one, length) =>
        others(one).every((id) => length(id) > length(one.predict.answer ?? '')),
      ),
      longest: right((one, length) =>
        others(one).every((id) => length(id) < length(one.predict.answer ?? '')),
      ),
      first: right(({ shown, predict }) => shown[0] === predict.answer),
      last: right(({ shown, predict }) => shown.at(-1) === predict.answer),
    };
    for (const [what, where] of Object.entries(found)) {
      const told = where.length > share(asked) ? [what, ...where] : [];
      expect(told).toEqual([]);
    }
  });

  it('are nearly of one length', async () => {
    const uneven = (await questions(language)).flatMap(({ where, words }) => {
      const lengths = Object.values(words.options ?? {}).map((text) => text?.length ?? 0);
      return Math.max(...lengths) > 3 * Math.min(...lengths) ? [where] : [];
    });
    expect(uneven).toEqual([]);
  });
});

it('every misconception is somebody’s', async () => {
  const used = (await questions('en')).flatMap(({ predict }) =>
    predict.options.map(({ misconception }) => misconception),
  );
  expect(Object.keys(misconceptions('en')).filter((name) => !used.includes(name))).toEqual([]);
});

it.each(lessons.map(({ id }) => id))('in %s the run has the moments that refute', async (id) => {
  const file = await lessonFile(id);
  if (file === null) throw new Error(`no lesson ${id}`);
  const { predictions } = playAll(file);
  for (const { step, mistakes } of predictions) {
    const { options = [] } = file.steps?.find((one) => one.id === step)?.predict ?? {};
    const named = options.filter(({ refutedBy }) => refutedBy !== undefined).map((one) => one.id);
    const found = mistakes.filter(({ refutedAt }) => refutedAt !== null).map((one) => one.option);
    expect([step, found]).toEqual([step, named]);
  }
});

it('the order of options is the same each time, and depends on lesson and step', () => {
  const step = (id: string) => ({
    id,
    predict: {
      options: ['a', 'b', 'c', 'd'].map((name) => ({ id: name, if: { quiet: true } as const })),
    },
  });
  const orders = ['s', 't', 'u', 'v', 'w'].map((id) => optionOrder('lesson', step(id)).join(''));
  expect(orders).toEqual(
    ['s', 't', 'u', 'v', 'w'].map((id) => optionOrder('lesson', step(id)).join('')),
  );
  expect(new Set(orders).size).toBeGreaterThan(2);
  for (const order of orders) expect(order.split('').toSorted().join('')).toBe('abcd');
});
