/** More lines than anybody would want to run at once. */
const MOST_LINES = 1000;

/** A pasted text that has line ends: those lines run, and what stands behind the last one is typed. */
export interface Pasted {
  readonly lines: readonly string[];
  readonly rest: string;
}

/** @param before,after what stands on either side of the cursor; @returns null for a single line */
export function pasted(text: string, before: string, after: string): Pasted | null {
  if (!/[\r\n]/u.test(text)) return null;
  const parts = `${before}${text}${after}`.split(/\r\n|\r|\n/u);
  const rest = parts.pop() ?? '';
  return { lines: parts.filter((line) => line.trim() !== '').slice(0, MOST_LINES), rest };
}
