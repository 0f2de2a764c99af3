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

/** The names in `{…}` of a text; of a plural, `{votes, plural, one {# vote} other {# votes}}`, or a number, its own. */
type Named<T> = T extends `${string}{${infer N}}${infer Rest}`
  ?
      | (N extends `${infer Count}, ${'plural, ' | 'number'}${string}`
          ? Count
          : N extends `${string} ${string}`
            ? never
            : N)
      | Named<Rest>
  : never;

export type Values = Readonly<Record<string, string | number>>;
type ValuesOf<T> = [Named<T>] extends [never]
  ? []
  : [values: Readonly<Record<Named<T>, string | number>>];

export type Say<W> = <const K extends Keys<W>>(key: K, ...values: ValuesOf<TextAt<W, K>>) => string;

const PLURAL = /\{(\w+), plural, (?:=0 \{([^{}]*)\} )?one \{([^{}]*)\} other \{([^{}]*)\}\}/g;
const NUMBER = /\{(\w+), number\}/g;

/** The text with its values, as the page's words would have it. */
const filled = (text: string, values: Values): string =>
  text
    .replaceAll(PLURAL, (_, name: string, none: string | undefined, one: string, other: string) => {
      const count = Number(values[name]);
      const text = count === 0 ? (none ?? other) : count === 1 ? one : other;
      return text.replace('#', String(count));
    })
    .replaceAll(NUMBER, (_, name: string) => Number(values[name]).toLocaleString('en'))
    .replaceAll(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));

const textAt = (words: Texts, [name = '', ...rest]: readonly string[]): string | undefined => {
  const found = words[name];
  return typeof found === 'object' ? textAt(found, rest) : found;
};

/** In English, for tests and for drawings that are made when the site is built. */
export function sayInEnglish<const W extends Texts>(words: W): Say<W> {
  const say = (key: string, values: Values = {}): string =>
    filled(textAt(words, key.split('.')) ?? key, values);
  return say as Say<W>;
}
