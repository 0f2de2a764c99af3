import type { Drawing } from '../../stage/shape.ts';
import type { SaidFirst, Still } from '../../built/stills/election.built.ts';
import type { Locale } from '../words/words.ts';

/** First frames as still drawings, of each model's lab and lessons, and what is read beside them. */
interface Stills {
  readonly first: Still;
  readonly lessons: Readonly<Record<string, Still>>;
  readonly said: SaidFirst;
}

type Pictures = Readonly<Record<string, Drawing>>;

const PLACE = '../../built/stills/';
/** Those of each model, which its file is called by. */
const files = import.meta.glob<Stills>('../../built/stills/*.built.ts');

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

const known = new Map<string, Stills>();
const pick = (stills: Stills | undefined, { lesson, otherRun }: Opened): Still | null =>
  (otherRun === true ? null : lesson === null ? stills?.first : stills?.lessons[lesson]) ?? null;

/** The still drawing if it has been fetched already. */
export const knownStill = (opened: Opened): Still | null => pick(known.get(opened.model), opened);

/** What stands first in the column to read, if it has been fetched already. */
export const knownSaid = (opened: Opened, locale: Locale): string | null => {
  const said = known.get(opened.model)?.said;
  const { lesson, otherRun } = opened;
  if (otherRun === true) return null;
  return (lesson === null ? said?.free : said?.lessons[lesson])?.[locale] ?? null;
};

/** Null where there is none. */
export const fetchStill = async (opened: Opened): Promise<Still | null> => {
  const { model } = opened;
  const stills = await files[`${PLACE}${model}.built.ts`]?.();
  if (stills !== undefined) known.set(model, stills);
  return pick(stills, opened);
};
