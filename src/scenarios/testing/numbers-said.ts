/**
 * Which numbers the texts of a lesson say, and which its file asserts: that no sentence says a number
 * that nothing decides. For the tests of lessons alone.
 */

const WORDS: Readonly<Record<string, number>> = {
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
};

/** S1, A2, C3, L1, v3: names, no numbers. */
const NAMES = /\b[SAPCRWJLGv]\d+\b/gu;
/** `2 + 3·3 = 11`, `2 + 3 + 6`: a sum, of which what comes out is said. */
const SUMS = /\d+(?: ?[+·] ?\d+)* ?\+ ?\d+(?:[+·]\d+)*(?: \+ \d+)*(?: = \d+)?/gu;
const NUMBERS = /\d+·\d+|\d+(?:\.\d+)?|[a-z]+/giu;

/** What a sum comes to. @throws RangeError when the text says that it comes to something else */
function resultOf(sum: string): number {
  const [left = '', right] = sum.split(' = ');
  const result = left
    .split('+')
    .map((part) => part.split('·').reduce((product, each) => product * Number(each), 1))
    .reduce((total, each) => total + each, 0);
  if (right !== undefined && Number(right) !== result) throw new RangeError(`${sum}: ${result}`);
  return result;
}

/** The numbers that a text says: `3`, `6.7`, the zxid `1·8`; words from three on, without zeros in front. */
export function numbersSaid(text: string): readonly string[] {
  const plain = text.replaceAll('**', '').replaceAll(NAMES, ' ');
  const results = [...plain.matchAll(SUMS)].map(([sum]) => String(resultOf(sum)));
  const said = plain.replaceAll(SUMS, ' ').matchAll(NUMBERS);
  const numbers = [...said].flatMap(([token]) => {
    const word = WORDS[token.toLowerCase()];
    if (word !== undefined) return [String(word)];
    if (/^[a-z]/iu.test(token)) return [];
    return [token.includes('·') ? token : String(Number(token))];
  });
  return [...new Set([...results, ...numbers])];
}

/** Keys under which times stand, with what divides them into milliseconds. */
const TIMES: Readonly<Record<string, number>> = {
  us: 1000,
  elapsedMs: 1,
  timeoutMs: 1,
  waitMs: 1,
  waitedMs: 1,
  betweenMs: 1,
  tickTime: 1,
};

/** Adds a time, in milliseconds and in seconds. */
function addTime(ms: number, found: Set<string>): void {
  found.add(String(ms)).add(String(ms / 1000));
}

/**
 * The numbers that a part of a lesson's file holds: every number, those in its texts, how many things
 * its lists hold, times in milliseconds and seconds; of a range of times its middle.
 */
export function numbersIn(part: unknown, key = '', found = new Set<string>()): Set<string> {
  if (typeof part === 'number') {
    found.add(String(Math.abs(part)));
    const scale = TIMES[key];
    if (scale !== undefined) addTime(part / scale, found);
  } else if (typeof part === 'string') {
    for (const [token] of part.matchAll(/\d+·\d+|\d+/gu)) {
      found.add(token.includes('·') ? token : String(Number(token)));
    }
  } else if (Array.isArray(part)) {
    found.add(String(part.length));
    for (const each of part as readonly unknown[]) numbersIn(each, key, found);
    const [least, most] = part as readonly unknown[];
    if (key === 'betweenMs' && typeof least === 'number' && typeof most === 'number')
      addTime((least + most) / 2, found);
    const range = elapsedRange(part);
    if (range !== null) addTime(range, found);
  } else if (typeof part === 'object' && part !== null) {
    for (const [name, each] of Object.entries(part)) numbersIn(each, name, found);
  }
  return found;
}

/** Of `[{ elapsedMs: 6600 }, { not: { elapsedMs: 6800 } }]` the middle; null for anything else. */
function elapsedRange(list: readonly unknown[]): number | null {
  const at = (condition: unknown): number | null => {
    if (typeof condition !== 'object' || condition === null) return null;
    return 'elapsedMs' in condition && typeof condition.elapsedMs === 'number'
      ? condition.elapsedMs
      : null;
  };
  const until = (condition: unknown): number | null =>
    typeof condition === 'object' && condition !== null && 'not' in condition
      ? at(condition.not)
      : null;
  const least = list.map(at).find((each) => each !== null);
  const most = list.map(until).find((each) => each !== null);
  return least === undefined || most === undefined ? null : (least + most) / 2;
}
