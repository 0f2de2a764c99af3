import { lessons } from '../../lessons/words.ts';
import type { LessonText } from '../../lessons/words.ts';
import type { Drawing } from '../../stage/shape.ts';
import type { Still } from '../../built/stills/election.built.ts';
import type { Foretold } from '../../view/foretold.ts';
import type { Locale } from '../words/words.ts';

/** A lab's first frame as a still drawing, what is read beside it, and what opening it is answered. */
interface LabStill {
  readonly first: Still;
  readonly said: Readonly<Record<Locale, string>>;
  readonly opens: Foretold;
}

/** A lesson's words come with the same, which is put beside them when the site is built (`scripts/built.mjs`). */
interface WithStill extends LessonText {
  readonly first?: Still;
  readonly opens?: Foretold;
}

type Pictures = Readonly<Record<string, Drawing>>;

const PLACE = '../../built/stills/';
/** Those of each model, which its file is called by. */
const files = import.meta.glob<LabStill>('../../built/stills/*.built.ts');

const presets = import.meta.glob<Pictures>('../../built/presets/*.built.ts', {
  import: 'pictures',
});

/** What a lab offers to begin with, in small, by the presets' ids. */
export const presetPictures = async (model: string): Promise<Pictures> =>
  (await presets[`../../built/presets/${model}.built.ts`]?.()) ?? {};

/** What is opened: a lab by its own id, or a lesson. */
export interface Opened {
  readonly model: string;
  /** Null: the free lab. */
  readonly lesson: string | null;
  /** The address holds a run of its own, which no drawing was made of. */
  readonly otherRun?: boolean;
}

/** What is seen first. */
interface Seen {
  readonly still: Still | null;
  readonly said: string | null;
}

const NOTHING: Seen = { still: null, said: null };

const known = new Map<string, Seen>();
const keyOf = ({ model, lesson, otherRun }: Opened, locale: Locale): string =>
  JSON.stringify([model, lesson, otherRun === true, locale]);

/** The still drawing, if it has been fetched already. */
export const knownStill = (opened: Opened, locale: Locale): Still | null =>
  known.get(keyOf(opened, locale))?.still ?? null;

/** What stands first in the column to read, if it has been fetched already. */
export const knownSaid = (opened: Opened, locale: Locale): string | null =>
  known.get(keyOf(opened, locale))?.said ?? null;

const seenFirst = async ({ model, lesson, otherRun }: Opened, locale: Locale): Promise<Seen> => {
  if (otherRun === true) return NOTHING;
  if (lesson === null) {
    const lab = await files[`${PLACE}${model}.built.ts`]?.();
    return lab === undefined ? NOTHING : { still: lab.first, said: lab.said[locale] };
  }
  const words: WithStill | undefined = await lessons.find(({ id }) => id === lesson)?.words(locale);
  if (words === undefined) return NOTHING;
  const [step] = Object.values(words.steps);
  return { still: words.first ?? null, said: step?.text ?? null };
};

/**
 * What opening it will be answered, so that nobody waits for the worker to see it; null where nobody has
 * written that down.
 */
export const foretold = async (
  { model, lesson }: Pick<Opened, 'model' | 'lesson'>,
  locale: Locale,
): Promise<Foretold | null> => {
  if (lesson === null) return (await files[`${PLACE}${model}.built.ts`]?.())?.opens ?? null;
  const words: WithStill | undefined = await lessons.find(({ id }) => id === lesson)?.words(locale);
  return words?.opens ?? null;
};

/** Null where there is none. */
export const fetchStill = async (opened: Opened, locale: Locale): Promise<Still | null> => {
  const seen = await seenFirst(opened, locale);
  known.set(keyOf(opened, locale), seen);
  return seen.still;
};
