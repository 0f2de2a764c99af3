import type { ElectionDetail } from '../view/election.ts';
import type { Frame } from '../view/frame.ts';
import type { Micros, Pid } from '../view/time.ts';
import type { Change } from './changes.ts';
import type { Drawing } from './shape.ts';
import type { Veil } from './veil.ts';
import type { StageWords } from './words.ts';

export interface VoteOptions {
  readonly words: StageWords;
  readonly width: number;
  /** Room for the whole panel; rows draw together to fit it. Default 420. */
  readonly height?: number;
  /** Whose comparison is shown; default the newest one. */
  readonly selected?: Pid | null;
  /** Shows the ballot box of this server instead of everybody's present vote. */
  readonly box?: Pid | null;
  readonly changed?: Change | null;
  readonly reducedMotion?: boolean;
  readonly veil?: Veil;
  readonly now?: Micros;
}

type ElectionFrame = Frame<ElectionDetail>;

/** Rows voter; columns round, epoch, zxid, sid. */
export const voteTable = (_frame: ElectionFrame, _options: VoteOptions): Drawing => {
  throw new Error('not drawn yet');
};

/** Two votes, the deciding field large and underlined; null when nothing was compared yet. */
export const comparisonFigure = (_frame: ElectionFrame, _options: VoteOptions): Drawing | null =>
  null;

/** One dot a vote, up to the quorum. */
export const tallyFigure = (_frame: ElectionFrame, _options: VoteOptions): Drawing => {
  throw new Error('not drawn yet');
};

/** Table, comparison and tally under each other, as beside the stage. */
export const votePanel = (_frame: ElectionFrame, _options: VoteOptions): Drawing => {
  throw new Error('not drawn yet');
};
