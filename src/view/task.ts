import type { CountsAsked, LiesAsked, LiesFound, MessagesCounted } from './byzantine-ask.ts';
import type { Capacity, CapacityAsked } from './capacity.ts';
import type { ProblemView } from './command.ts';
import type { CostAsked, Counted } from './cost.ts';
import type { ReachAnswer, ReachAsked } from './reach.ts';
import type { StoreOutcome, StoresAsked } from './stores.ts';
import type { PolicyTimes, StudyAsked } from './study.ts';

/**
 * Long work beside the run that is shown: a worker of its own is started for each, reports how far
 * it is, and is ended by its result, a problem, or whoever asked.
 */
export interface Tasks {
  /** How long does it take until something is chosen? */
  readonly study: {
    readonly asked: StudyAsked;
    readonly progress: {
      readonly done: number;
      readonly total: number;
      readonly times: readonly PolicyTimes[];
    };
    readonly result: readonly PolicyTimes[];
  };
  /** How much does an ensemble of each size carry? */
  readonly capacity: {
    readonly asked: CapacityAsked;
    readonly progress: { readonly measured: readonly Capacity[] };
    readonly result: readonly Capacity[];
  };
  /** What do these runs cost? */
  readonly cost: {
    readonly asked: CostAsked;
    readonly progress: { readonly counted: readonly Counted[] };
    readonly result: readonly Counted[];
  };
  /** What is the worst that traitors can say? */
  readonly lies: {
    readonly asked: LiesAsked;
    readonly progress: LiesFound;
    readonly result: LiesFound;
  };
  /** How many messages do generals send? */
  readonly counts: {
    readonly asked: CountsAsked;
    readonly progress: { readonly counted: readonly MessagesCounted[] };
    readonly result: readonly MessagesCounted[];
  };
  /** What becomes of the same requests and cuts in other stores? */
  readonly stores: {
    readonly asked: StoresAsked;
    readonly progress: { readonly played: readonly StoreOutcome[] };
    readonly result: readonly StoreOutcome[];
  };
  /** Can this happen? */
  readonly reach: {
    readonly asked: ReachAsked;
    /** `searched`: distinct states so far. */
    readonly progress: { readonly searched: number };
    readonly result: ReachAnswer;
  };
}

export type TaskKind = keyof Tasks;

/** Page → worker: the one thing that is asked of it. */
export type TaskRequest = {
  [K in TaskKind]: { readonly kind: K; readonly asked: Tasks[K]['asked'] };
}[TaskKind];

/** Worker → page; after a result or a problem nothing more comes. */
export type TaskReport<K extends TaskKind = TaskKind> =
  | { readonly progress: Tasks[K]['progress'] }
  | { readonly result: Tasks[K]['result'] }
  | { readonly problem: ProblemView };
