/** What the word before the cursor may become, and where in the line it begins. */
export interface Completion {
  readonly from: number;
  readonly candidates: readonly string[];
}

export interface Completed {
  readonly line: string;
  readonly cursor: number;
  /** When there is a choice left. */
  readonly offers: readonly string[];
}

/** As far as all candidates agree; the only one is taken whole, with a blank unless a path may go on. */
export function completed(
  line: string,
  cursor: number,
  { from, candidates }: Completion,
): Completed {
  const [first] = candidates;
  if (first === undefined) return { line, cursor, offers: [] };
  const single = candidates.length === 1;
  const path = line.slice(line.lastIndexOf(' ', from - 1) + 1, from).startsWith('/');
  const word = single ? `${first}${path ? '' : ' '}` : commonStart(candidates);
  const behind = line.slice(cursor);
  // A blank that stands there already is not doubled.
  const rest = word.endsWith(' ') ? behind.replace(/^ /u, '') : behind;
  return {
    line: `${line.slice(0, from)}${word}${rest}`,
    cursor: from + word.length,
    offers: single ? [] : candidates,
  };
}

function commonStart(words: readonly string[]): string {
  const [first = '', ...others] = words;
  let length = first.length;
  for (const word of others) {
    while (!word.startsWith(first.slice(0, length))) length--;
  }
  return first.slice(0, length);
}
