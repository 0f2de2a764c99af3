/** What separates words: only these are blanks to Java's `\s`. */
const BLANK = String.raw`[ \t\n\v\f\r]`;
const WORD = new RegExp(String.raw`${BLANK}*([^"'][^ \t\n\v\f\r]*|"[^"]*"|'[^']*')${BLANK}*`, 'gu');

/**
 * Splits a line into command and arguments: blanks separate, matching quotes around a word keep its
 * blanks and go away; there are no escapes and no variables [MyCommandOptions.parseCommand]. A quote
 * without its partner is dropped. Empty when there is no word at all (a lone quote).
 */
export const tokensOf = (line: string): readonly string[] =>
  [...line.matchAll(WORD)].map(([, word = '']) =>
    word.length > 1 && /^(["']).*\1$/su.test(word) ? word.slice(1, -1) : word,
  );
