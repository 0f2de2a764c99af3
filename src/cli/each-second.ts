import type { Terminal } from './terminal.ts';

/** Says every second of work how far it is. */
export function eachSecond(terminal: Terminal): (text: () => string) => void {
  let told = terminal.cpu();
  return (text) => {
    const now = terminal.cpu();
    if (now - told < 1) return;
    told = now;
    terminal.err(text());
  };
}

/** Steps between two looks at the clock; the costliest take a fraction of a millisecond. */
const OFTEN = 32;

/** The same of a file that is played. @returns what hears of each step */
export function stepsOn(terminal: Terminal, path: string): (steps: number, time: number) => void {
  const tell = eachSecond(terminal);
  return (steps, time) => {
    if (steps % OFTEN > 0) return;
    tell(() => `${path}: ${steps} steps, at ${time / 1000} ms; Ctrl+C ends it`);
  };
}
