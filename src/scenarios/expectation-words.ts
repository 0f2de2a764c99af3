import * as v from 'valibot';

const wordsFile = v.object({ expectations: v.record(v.string(), v.string()) });

/**
 * What a lesson's expectations say, by their keys.
 * @param words a lesson's words in one language, as its file has them
 * @returns nothing where the file has none
 */
export function expectationWords(words: unknown): Readonly<Record<string, string>> {
  const read = v.safeParse(wordsFile, words);
  return read.success ? read.output.expectations : {};
}
