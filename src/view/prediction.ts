import type { Condition, FactAsked } from './condition.ts';
import type { Parts } from './protocols.ts';
import type { StatField } from './stat-field.ts';
import type { Pid } from './time.ts';

/**
 * A question with options; words for `question`, each option and `why` stand under the step. The
 * right answer is the one whose condition holds when the step is over: the run decides it.
 */
export interface Prediction {
  /**
   * The id of the right option, as whoever wrote the question means it. A run that decides otherwise
   * is a mistake of the file, which the headless commands report.
   */
  readonly answer?: string;
  /** Shown in an order of chance, the same one each time. */
  readonly options: readonly PredictionOption[];
  /** What would give the answer away: shown as `?` while the question is open. */
  readonly veil?: readonly Veiled[];
  /** What the question is about: framed on the stage while it is open. */
  readonly about?: { readonly message: MessageAsked };
}

export interface PredictionOption {
  readonly id: string;
  readonly if: Condition;
  /** What somebody believes who chooses it, by its name among the lessons' misconceptions. */
  readonly misconception?: string;
  /** What in the run refutes it, if anything does: the reply to it leads there. */
  readonly refutedBy?: FactAsked;
}

export type Veiled = VeiledField | VeiledNode;

/** What a node of the tree holds that an open question asks about. */
export interface VeiledNode {
  readonly znode: string;
  readonly field: 'data' | StatField;
}

/** A field of a process that an open question asks about. */
export interface VeiledField {
  /** Of one process; null for all. */
  readonly pid: Pid | null;
  readonly field: 'state' | Parts['veiled'];
}

/** The first message under way between the two, of this kind if one is named. */
export interface MessageAsked {
  readonly from: Pid;
  readonly to: Pid;
  readonly kind?: string;
}
