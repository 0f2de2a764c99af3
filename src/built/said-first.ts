import { lessons } from '../lessons/words.ts';
import type { Language, LessonText } from '../lessons/words.ts';
import type { Model } from '../view/protocols.ts';

/** One text in every language. `**…**` sets words in bold. */
export type Said = Readonly<Record<Language, string>>;

/** What stands first in the column to read: in a free lab, and in each of its lessons by their ids. */
export interface SaidFirst {
  readonly free: Said;
  readonly lessons: Readonly<Record<string, Said>>;
}

/** Of this model; `free` is what its lab says of the moment at which it opens. */
export async function saidFirst(model: Model, free: Said): Promise<SaidFirst> {
  const own = lessons.filter((lesson) => lesson.model === model);
  return {
    free,
    lessons: Object.fromEntries(
      await Promise.all(
        own.map(async (lesson) => {
          const [en, zh] = await Promise.all([lesson.words('en'), lesson.words('zh-CN')]);
          return [lesson.id, { en: firstStep(en), 'zh-CN': firstStep(zh) }] as const;
        }),
      ),
    ),
  };
}

const firstStep = ({ steps }: LessonText): string => Object.values(steps)[0]?.text ?? '';
