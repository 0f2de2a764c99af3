import type { Condition } from './condition.ts';
import type { EnsembleSize, Exhibit } from './exhibit.ts';
import type { Fact, StepRecord, Told } from './fact.ts';
import type { BranchView, MessageView, RunEnd } from './frame.ts';
import type { MarksNews } from './marks.ts';
import type { InspectView } from './inspect.ts';
import type { Intervention, RecordedIntervention } from './intervention.ts';
import type { OwnAnswer, OwnQuestion } from './question.ts';
import type { Focus, ScenarioFile, Wait } from './scenario.ts';
import type { Packed } from './packing.ts';
import type { MessageAsked, Veiled } from './prediction.ts';
import type { Micros, Pid } from './time.ts';

/** As far as this holds, or so much virtual time has passed. */
export interface Until {
  readonly condition: Condition;
  readonly withinMs: number;
}

/** Where playing stands besides. */
export interface Stops {
  /** At each fact worth reading: the answer has it as `told`. */
  readonly told?: boolean;
  /** At each of the protocol's own stages that a request passes: the answer says `staged`. */
  readonly stages?: boolean;
}

/** How a run is taken from its beginning to a moment: what is done, and what is waited for between. */
export type Way = readonly (Intervention | Wait)[];

/**
 * The same of a branch that is only tried, each wait with its end. What is waited for in vain ends the
 * way where nothing behind it would make sense without it (`must`), else only the wait.
 */
export type TrialWay = readonly (
  | Intervention
  | (Wait & { readonly withinMs: number; readonly must?: true })
)[];

/** What the page may ask of the worker. Every command gets exactly one answer. */
export type Command =
  /**
   * Opens a scenario (unchecked: the worker validates it) at its beginning; with `model`, only one
   * of that protocol, for which alone the asking screen has drawings.
   */
  | {
      readonly type: 'open';
      readonly scenario: unknown;
      readonly model?: ScenarioFile['model'];
      /** Done and waited for, in order, before the run is shown: it opens there, with its past. */
      readonly way?: Way;
    }
  /** All that is wrong with a scenario (`problems`), without opening it. */
  | { readonly type: 'check'; readonly scenario: unknown }
  /** Opens the lesson with this id at its first step. */
  | { readonly type: 'open-lesson'; readonly id: string }
  /**
   * Takes all steps up to this virtual time (playing). It stops earlier at the end of a lesson's
   * step, where what was awaited has come, and where `stops` says; and with `again`, which says that the
   * rest will be asked for, when it has taken long.
   */
  | {
      readonly type: 'advance';
      readonly until: Micros;
      readonly stops?: Stops;
      readonly again?: boolean;
    }
  /** One step forward or back; `routine` steps count only when `all`. */
  | { readonly type: 'step'; readonly by: 1 | -1; readonly all: boolean }
  /** `ended`: where a lesson's step has ended and the next one could begin, it is that step (by index) that is shown. */
  | { readonly type: 'seek'; readonly position: number; readonly ended?: number }
  /** To the next interesting step. */
  | { readonly type: 'next-interesting' }
  /** Runs until the condition holds or `withinMs` of virtual time have passed. */
  | ({ readonly type: 'run-until' } & Until)
  /** At virtual time `at` (not before the present position, not after the next event). */
  | {
      readonly type: 'intervene';
      readonly at: Micros;
      readonly what: Intervention;
      /**
       * The position that the person saw. What a later `advance` computed beyond it, and nobody has
       * seen, is taken back first.
       */
      readonly seen?: number;
      /** Playing (`advance`) then stands where each of these in turn has held. */
      readonly awaits?: readonly Until[];
      /** The run plays: what is due at the same instant comes with the next `advance`. */
      readonly playing?: boolean;
      /** It belongs to what the person did before, and is taken back with that. */
      readonly goesOn?: boolean;
    }
  /** Takes back what the person did last before the present position: to just before it. */
  | { readonly type: 'undo' }
  /** Does again what was taken back last. */
  | { readonly type: 'redo' }
  /** Shows another branch, at the given position or its end. */
  | { readonly type: 'branch'; readonly id: number; readonly position?: number }
  /**
   * What would come of it: a branch that leaves another at a position, taken along a way; what is shown
   * stays. The answer names it (`tried`).
   */
  | {
      readonly type: 'try';
      readonly branch: number;
      readonly position: number;
      readonly way: TrialWay;
    }
  | { readonly type: 'inspect'; readonly pid: Pid }
  /** What happened in steps [from, to) of the present branch, without routine unless `all`. */
  | {
      readonly type: 'history';
      readonly from: number;
      readonly to: number;
      readonly all: boolean;
      /** At most so many records, the newest first kept. */
      readonly most: number;
    }
  /** Why has what one waits for not come yet at this process: it does not lead, nothing is chosen? */
  | { readonly type: 'why-not'; readonly pid: Pid }
  /** The messages that wait with this one, which is shown for all of them. */
  | { readonly type: 'pile'; readonly message: number }
  /** What ensembles of 1 to 11 voters need and cost, with the latencies of this run. */
  | { readonly type: 'ensemble-sizes' }
  /** What the protocol alone can answer, at the present position. */
  | { readonly type: 'ask'; readonly question: OwnQuestion }
  /** The present run as a scenario file which replays it, and its digest, if that is wanted: of large trees it takes long. */
  | { readonly type: 'save'; readonly digest?: false }
  /** Lesson: goes to the beginning of step `index` (the run up to there is replayed). */
  | { readonly type: 'lesson-step'; readonly index: number }
  /** Lesson: which option of the open question comes true; the run stands where it stood. */
  | { readonly type: 'lesson-foresee' }
  /** Lesson: does what the present step says (after its question) and lets it run. */
  | { readonly type: 'lesson-begin-step' };

/** A line of an answer to "why": a rule's key with values, as a fact has them. */
export interface WhyView {
  readonly pid: Pid;
  readonly reasons: readonly Fact[];
}

/** Where a lesson stands; null in a free lab. */
export interface LessonState {
  readonly id: string;
  /** Present step, 0-based. */
  readonly index: number;
  readonly steps: readonly {
    readonly id: string;
    readonly asks: boolean;
    readonly focus: Focus | null;
    readonly speed: number | null;
    readonly exhibit: Exhibit | null;
  }[];
  /** `ready`: before its `do`; `running`; `done`: its `until` holds; `failed`: it never came. */
  readonly phase: 'ready' | 'running' | 'done' | 'failed';
  /** Option ids in order when the present step asks; the right one only when it is done. */
  readonly options: readonly string[];
  readonly answer: string | null;
  /** What is to be said of the options that are not right, once the step is done. */
  readonly mistakes: readonly Mistake[];
  /** What the open question hides, and the message that it is about. */
  readonly veil: readonly Veiled[];
  readonly about: MessageAsked | null;
  /** What the reader is to find by trying, once the present step is over. */
  readonly goals: readonly { readonly id: string; readonly found: boolean }[];
  readonly expectations: readonly { readonly text: string; readonly ok: boolean }[];
}

/** How the present step's question will be answered by the run. */
export interface Foreseen {
  /** The right option's id. */
  readonly right: string;
  readonly mistakes: readonly Mistake[];
}

/** An option that is not right. */
export interface Mistake {
  readonly option: string;
  /** What whoever chose it believes, by name. */
  readonly misconception: string | null;
  /** The position at which the run has just refuted it, if it does. */
  readonly refutedAt: number | null;
}

/** A problem with input: where, what, and how to mend it. Words stand under `problems.<code>`. */
export interface ProblemView {
  readonly code: string;
  /** JSON path or line, '' when there is none. */
  readonly where: string;
  readonly data: Readonly<Record<string, string | number>>;
  /** The same in plain English, for the console and the command line. */
  readonly text: string;
}

/** The answer to a command; the frame comes packed beside it. */
export interface Answer {
  /** Null when all went well. */
  readonly problem: ProblemView | null;
  /** Facts of the newest step taken, for the live sentence; at most a few. */
  readonly happened: readonly Fact[];
  /** Present when the branch or its marks changed since the last answer: how. */
  readonly marks?: MarksNews;
  readonly branches?: readonly BranchView[];
  readonly interventions?: readonly RecordedIntervention[];
  /** What `undo` and `redo` would be about, when that changed. */
  readonly undo?: RecordedIntervention | null;
  readonly redo?: RecordedIntervention | null;
  readonly lesson?: LessonState | null;
  /** Another run stands on screen now: positions and branches of the last one mean nothing. */
  readonly anew?: boolean;
  /** What the command asked for. */
  readonly inspect?: InspectView;
  readonly history?: readonly StepRecord[];
  readonly why?: WhyView;
  readonly asked?: OwnAnswer;
  /** Newest first; of very many the newest ones. */
  readonly pile?: readonly MessageView[];
  /** The branch of `try`. */
  readonly tried?: number;
  readonly sizes?: readonly EnsembleSize[];
  readonly scenario?: ScenarioFile;
  readonly problems?: readonly ProblemView[];
  /** `lesson-foresee`; null when no option comes true. */
  readonly foreseen?: Foreseen | null;
  /** Digest of the run up to the present position, 16 hex digits; with `save`. */
  readonly digest?: string;
  /** `undo` and `redo`: what was taken back or done again; null when there was nothing. */
  readonly did?: RecordedIntervention | null;
  /** `run-until`: whether the condition came true. */
  readonly reached?: boolean;
  /** What the newest step of an `advance` or `intervene` did, when it is worth reading. */
  readonly told?: Told;
  /** `advance` stands because a request has passed a stage. */
  readonly staged?: boolean;
  /** `advance`: what an `intervene` awaited has come, or will not. */
  readonly over?: boolean;
  /** Somebody had the command stopped: the run stands as far as it has come. */
  readonly stopped?: boolean;
  readonly end?: RunEnd;
}

/** Page → worker. */
export interface Request {
  readonly id: number;
  readonly command: Command;
}

/** Page → worker: no more is wanted of the command with this id. */
export interface Stop {
  readonly stop: number;
}

/** Worker → page, while a command takes long: so many steps have been taken for it. */
export interface Working {
  readonly working: { readonly id: number; readonly steps: number };
}

/** Worker → page: the answer, with the frame packed (its buffer transferred) if it changed. */
export interface Response {
  readonly id: number;
  readonly answer: Answer;
  readonly frame: Packed | null;
}
