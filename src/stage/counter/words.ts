import type { CallView } from '../../view/counter.ts';
import type { StageWords } from '../words.ts';

/** Every visible word of the counter's drawing; they come from the page's words. */
export interface CounterWords {
  /** Name of the drawing. */
  readonly group: (callers: number) => string;
  readonly caller: string;
  readonly counter: string;
  /** Head of what the server carried out. */
  readonly arrived: string;
  readonly read: string;
  readonly outcome: (outcome: CallView['outcome']) => string;
  /** After a call that was sent more than once: `2 attempts`. */
  readonly attempts: (attempts: number) => string;
  readonly refused: string;
  /** What a crash would leave. */
  readonly onDisk: (value: number) => string;
  /** Accessible name of a caller: `A, WAITING`. */
  readonly callerName: (name: string, state: string) => string;
  /** Accessible name of the server: `C, counter 3`. */
  readonly serverName: (name: string, value: string) => string;
}

/** With the words of every drawing. */
export interface CounterStageWords extends StageWords {
  readonly counter: CounterWords;
}
