/**
 * Text from outside as it may be shown in a message: a terminal obeys control characters, and a reader
 * has no use for a megabyte.
 */

import { LIMITS } from './limits.ts';

/** Controls (a terminal obeys them), and marks that turn the direction of what follows them. */
const UNSAFE = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu;

const escaped = (mark: string): string =>
  `\\u${(mark.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;

/** Each unsafe character as `\u001b`; `kept` ones stay as they are. */
export const withoutControls = (text: string, kept = ''): string =>
  text.replaceAll(UNSAFE, (mark) => (kept.includes(mark) ? mark : escaped(mark)));

/** At most so many characters, none of them unsafe; what is left out is marked by `…`. */
export function shortened(text: string, most: number): string {
  const safe = withoutControls(text.slice(0, most + 1));
  return safe.length > most || text.length > most ? `${safe.slice(0, most)}…` : safe;
}

/** A message that is too long loses its middle: its end says what to do. No unsafe characters. */
export function fitting(text: string, most: number): string {
  const safe = withoutControls(
    text.length > most ? text.slice(0, most) + text.slice(-most - 1) : text,
  );
  // What is shown instead of an unsafe character is longer than it.
  const tail = Math.floor(most / 3);
  return safe.length > most ? `${safe.slice(0, most - tail)} … ${safe.slice(-tail)}` : safe;
}

/** The values that a sentence of ours repeats, each as much of it as can be shown. */
export const shownData = (
  data: Readonly<Record<string, string | number>>,
): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      typeof value === 'string' ? shortened(value, LIMITS.shownPath) : value,
    ]),
  );
