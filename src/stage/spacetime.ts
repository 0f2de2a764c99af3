import type { StepRecord } from '../view/fact.ts';
import type { Frame } from '../view/frame.ts';
import type { Micros, Pid } from '../view/time.ts';
import type { Drawing } from './shape.ts';
import type { StageWords } from './words.ts';

export interface SpacetimeOptions {
  readonly words: StageWords;
  readonly width: number;
  readonly height: number;
  /** Virtual time shown, in µs. */
  readonly window: readonly [Micros, Micros];
  /** The playhead, if not at the frame's time. */
  readonly now?: Micros;
  readonly selected?: Pid | null;
  /** Step whose causal past (and future) is strong; the rest is pale. */
  readonly highlight?: number | null;
  readonly future?: boolean;
  /** An open question hides what lies right of the playhead. */
  readonly hideFuture?: boolean;
}

/** One lane per process, time rightwards, messages as slanted lines. */
export const spacetime = (
  _records: readonly StepRecord[],
  _frame: Frame,
  _options: SpacetimeOptions,
): Drawing => {
  throw new Error('not drawn yet');
};
