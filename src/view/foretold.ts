import type { Answer } from './command.ts';
import type { Micros } from './time.ts';

/**
 * What the simulation answers to whoever opens something, written down while the site is built: the
 * page shows it before its worker has come, which then answers the same.
 */
export interface Foretold {
  readonly answer: Answer;
  /** The frame, packed as the worker packs it, and the strings that it names (`Packed`). */
  readonly numbers: readonly number[];
  readonly strings: readonly string[];
  /** Of the run that is opened. */
  readonly pace: Micros;
}

/** As it is being fetched; null where nobody has written it down. */
export type ToldAhead = Promise<Foretold | null> | null;
