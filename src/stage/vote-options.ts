import type { Micros, Pid } from '../view/time.ts';
import type { Change } from './changes.ts';
import type { Veil } from './veil.ts';
import type { StageWords } from './words.ts';

export interface VoteOptions {
  readonly words: StageWords;
  readonly width: number;
  /** Room for the whole panel; rows draw together to fit it. Default 440. */
  readonly height?: number;
  /** For a room: where there is no room for the comparison, too, it is left out rather than all made smaller. */
  readonly whole?: boolean;
  /** Whose comparison is shown; by default, or when it has none, the newest one of all. */
  readonly selected?: Pid | null;
  /** Shows the ballot box of this server instead of everybody's present vote. */
  readonly box?: Pid | null;
  readonly changed?: Change | null;
  readonly reducedMotion?: boolean;
  readonly veil?: Veil;
  readonly now?: Micros;
}

/** Where the columns of the table and of the comparison stand, as parts of the width. */
export const COLUMNS = { round: 0.291, epoch: 0.5, zxid: 0.7025, sid: 0.924 } as const;
