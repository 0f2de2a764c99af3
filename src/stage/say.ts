import { englishWords } from './words.ts';
import type { StageWords } from './words.ts';

/**
 * The words of a drawing, in English: `{name}` stands for a value that is said. What the drawing is given
 * is `say`, in the reader's language: a word that is not here, or a value too few, does not compile.
 */
export interface Texts {
  readonly [key: string]: string | Texts;
}

/** Where each text stands: `caller`, `outcome.success`. */
type Keys<W> = {
  [K in keyof W & string]: W[K] extends string ? K : `${K}.${Keys<W[K]>}`;
}[keyof W & string];

type TextAt<W, K extends string> = K extends keyof W
  ? W[K]
  : K extends `${infer A}.${infer Rest}`
    ? A extends keyof W
      ? TextAt<W[A], Rest>
      : never
    : never;

/** The names in `{…}` of a text. */
type Named<T> = T extends `${string}{${infer N}}${infer Rest}` ? N | Named<Rest> : never;

export type Values = Readonly<Record<string, string | number>>;
type ValuesOf<T> = [Named<T>] extends [never]
  ? []
  : [values: Readonly<Record<Named<T>, string | number>>];

export type Say<W> = <const K extends Keys<W>>(key: K, ...values: ValuesOf<TextAt<W, K>>) => string;

/** What a drawing with words of its own is given: those of every drawing, and how to say its own. */
export interface Saying<W> extends StageWords {
  readonly say: Say<W>;
}

/** The text with its values. */
const filled = (text: string, values: Values): string =>
  text.replaceAll(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));

/** In English, for tests and for drawings that are made when the site is built. */
export function inEnglish<const W extends Texts>(words: W): Saying<W> {
  const say = (key: string, values: Values = {}): string => {
    const found = key
      .split('.')
      .reduce<string | Texts | undefined>(
        (at, name) => (typeof at === 'object' ? at[name] : undefined),
        words,
      );
    return typeof found === 'string' ? filled(found, values) : key;
  };
  return { ...englishWords, say: say as Say<W> };
}
