import type { Condition } from './condition.ts';
import type { Exhibit } from './exhibit.ts';
import type { Intervention, Latency } from './intervention.ts';
import type { Prediction } from './prediction.ts';
import type { Model, Parts, Protocols } from './protocols.ts';
import type { Pid } from './time.ts';
import type { MomentKind } from './write-path.ts';

/** The version of the scenario format that this build writes; older ones are still read. */
export const SCENARIO_VERSION = 3;

/**
 * A scenario or lesson file. Times are ms (`…Ms`); zxids are written `1·8` or `0x100000008`. `model`
 * says which protocol runs, and decides what `setup` holds.
 */
export type ScenarioFile = { readonly [M in Model]: Scenario<M> }[Model];

export interface Scenario<M extends Model> extends ScenarioParts<Protocols[M]['setup']> {
  readonly model: M;
  readonly setup: Protocols[M]['setup'];
}

/** What scenarios of every protocol have. */
export interface ScenarioParts<Setup extends AnySetup = AnySetup> {
  readonly format: 'zooscope-scenario';
  readonly version: number;
  readonly title?: string;
  readonly seed: number;
  /** Of every link that `links` does not name. */
  readonly latency?: Latency;
  readonly links?: readonly {
    readonly from: Pid;
    readonly to: Pid;
    readonly latency: Latency;
  }[];
  /** How long one sync of a disk takes. */
  readonly diskLatency?: Latency;
  /** Invariants that are meant to break: the run goes on when they do. */
  readonly breaks?: readonly string[];
  /** At speed 1×, so many µs of virtual time pass in one second of wall time. */
  readonly pace?: number;
  readonly steps?: readonly ScenarioStep<Setup>[];
  /** Checked when the last step is done. */
  readonly expect?: readonly Expectation[];
  /**
   * What a person did, by step number: how a saved run is replayed exactly. Without one, as soon as its
   * time has come.
   */
  readonly interventions?: readonly {
    readonly step?: number;
    readonly timeMs: number;
    readonly what: Intervention;
    /** The same act of the person as the one before: both are taken back at once. */
    readonly goesOn?: true;
  }[];
  readonly lesson?: LessonHead;
}

type AnySetup = Parts['setup'];

/** A stretch of the script: wait, do, then run until it is over. */
export interface ScenarioStep<Setup extends AnySetup = AnySetup> {
  /** Unique in the file; the lesson's words stand under it. */
  readonly id: string;
  /** With this step another run begins, which the steps after it belong to as well. */
  readonly run?: AnotherRun<Setup>;
  /** Waited for before `do`. */
  readonly when?: Condition;
  readonly do?: readonly (Intervention | Wait)[];
  /** The step is over when this holds; without it, at once. */
  readonly until?: Condition;
  /** Gives up (and fails) after so much virtual time; default 120 000. */
  readonly withinMs?: number;
  readonly expect?: readonly Expectation[];
  /** Asked before `do`. */
  readonly predict?: Prediction;
  /** What the step is about, selected when it begins. */
  readonly focus?: Focus;
  /** Speed for this step, as on the speed control, unless the person chose one. */
  readonly speed?: number;
  /** A figure that the step is about, shown beside the run from its beginning. */
  readonly exhibit?: Exhibit;
  /** What the reader does when the step is over: nobody does it for them. */
  readonly tries?: Tries;
}

/** Somebody is to crash servers at moments of the newest write's path, each time in a branch beside the run. */
export interface Tries {
  /** What is to be found so, in any order. */
  readonly goals: readonly Goal[];
}

export interface Goal {
  readonly id: string;
  /** Found when it holds where a branch ends; facts count from where that left the run. */
  readonly if: Condition;
  /** The moments just after which the leader has to die for it: at these it is found, at no others. */
  readonly moments: readonly MomentKind[];
}

/** Among what a step does: what comes behind it waits until this holds. */
export interface Wait {
  readonly kind: 'wait';
  readonly until: Condition;
}

/** A process, or a node of the tree by its path. */
export type Focus = Pid | { readonly znode: string };

/** Another run than the file's own: what is named here takes the place of what the file says. */
interface AnotherRun<Setup> extends Pick<
  ScenarioParts,
  'latency' | 'links' | 'diskLatency' | 'breaks'
> {
  /** Field by field. */
  readonly setup?: Partial<Setup>;
  /** The run is taken to where this holds before the step begins. */
  readonly from?: Condition;
}

export interface Expectation {
  /** Key of its words in the lesson; also printed by the headless runner. */
  readonly text: string;
  readonly that: Condition;
}

export interface LessonHead {
  readonly id: string;
  readonly group: string;
  /** 1 beginner … 4 expert. */
  readonly level: 1 | 2 | 3 | 4;
  readonly minutes: number;
}
