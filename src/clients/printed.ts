/** What a program prints, kept in lines; what does not end one waits for the rest of it. */
import type { OutputLine } from './program.ts';

/**
 * @param open what was printed last without ending its line
 * @returns the lines that are whole now, and what is open then
 */
export function linesOf(
  open: string,
  stream: OutputLine['stream'],
  text: string,
): { readonly lines: readonly OutputLine[]; readonly open: string } {
  const whole = `${open}${text}`.split('\n');
  const rest = whole.pop() ?? '';
  return { lines: whole.map((each) => ({ stream, text: each })), open: rest };
}
