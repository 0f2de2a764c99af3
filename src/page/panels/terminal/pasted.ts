import { LIMITS } from '../../../view/limits.ts';

/** A pasted text that has line ends: those lines run, and what stands behind the last one is typed. */
export interface Pasted {
  readonly lines: readonly string[];
  readonly rest: string;
}

/** @param before,after what stands on either side of the cursor; @returns null for a single line, `too-many` for more than may be run */
export function pasted(text: string, before: string, after: string): Pasted | 'too-many' | null {
  if (!/[\r\n]/u.test(text)) return null;
  const parts = `${before}${text}${after}`.split(/\r\n|\r|\n/u);
  const rest = parts.pop() ?? '';
  const lines = parts.filter((line) => line.trim() !== '');
  const long = lines.some((line) => line.length > LIMITS.lineCharacters);
  return long || lines.length > LIMITS.pastedLines ? 'too-many' : { lines, rest };
}
