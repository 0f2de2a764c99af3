import type { Condition } from './condition.ts';
import type { Exhibit } from './exhibit.ts';
import type { Intervention, Latency } from './intervention.ts';
import type { Prediction } from './prediction.ts';
import type { Pid } from './time.ts';
import type { ZooKeeperSetup } from './zookeeper-setup.ts';

/** The version of the scenario format that this build writes; older ones are still read. */
export const SCENARIO_VERSION = 2;

/**
 * A scenario or lesson file. Times are ms (`…Ms`); zxids are written `1·8` or `0x100000008`. `model`
 * says which protocol runs, and decides what `setup` holds.
 */
export type ScenarioFile = ElectionScenario | PaxosScenario | ZooKeeperScenario | CounterScenario;

export interface ElectionScenario extends ScenarioParts<ElectionSetup> {
  readonly model: 'election';
  readonly setup: ElectionSetup;
}

export interface PaxosScenario extends ScenarioParts<PaxosSetup> {
  readonly model: 'paxos';
  readonly setup: PaxosSetup;
}

export interface ZooKeeperScenario extends ScenarioParts<ZooKeeperSetup> {
  readonly model: 'zookeeper';
  readonly setup: ZooKeeperSetup;
}

export interface CounterScenario extends ScenarioParts<CounterSetup> {
  readonly model: 'counter';
  readonly setup: CounterSetup;
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
  /** What a person did, by step number: how a saved run is replayed exactly. */
  readonly interventions?: readonly {
    readonly step: number;
    readonly timeMs: number;
    readonly what: Intervention;
  }[];
  readonly lesson?: LessonHead;
}

type AnySetup = ElectionSetup | PaxosSetup | ZooKeeperSetup | CounterSetup;

export interface ElectionSetup {
  /** `golden`: fixed latency, implicit links, no re-sends. `zookeeper-3.8`: as the real one. */
  readonly profile: 'golden' | 'zookeeper-3.8';
  readonly tickTimeMs?: number;
  readonly initLimit?: number;
  readonly syncLimit?: number;
  readonly finalizeWaitMs?: number;
  /** Follower's budget for connecting to its leader; default initLimit · tickTime. */
  readonly connectTimeoutMs?: number;
  readonly servers: readonly ElectionServerSetup[];
  /** Names of rules that are switched off (mutants). */
  readonly broken?: readonly string[];
}

export interface ElectionServerSetup {
  readonly sid: Pid;
  readonly observer?: boolean;
  readonly currentEpoch?: number;
  /** Default: currentEpoch. */
  readonly acceptedEpoch?: number;
  /**
   * The log on disk, as ranges: `1·1-1·8 2·1`. Alternative: `zxid` alone, meaning `e·1-e·c`
   * (with `1·8` the log 1·1 … 1·8; `2·0` a snapshot of the epoch's begin).
   */
  readonly log?: string;
  readonly zxid?: string;
  /** The election round before the next one starts; a teaching device (it is volatile in truth). */
  readonly round?: number;
  /** When it starts, ms after the beginning; null or missing: not by itself. */
  readonly startMs?: number | null;
}

/** Processes that agree on one value. */
export interface PaxosSetup {
  readonly processes: readonly PaxosProcessSetup[];
  /** What an acceptor says instead of a promise or a vote; default `nack`. */
  readonly refusal?: 'nack' | 'silence';
  /**
   * Who tells learners: nobody (default `none`), the proposer (`L1`), every acceptor every learner
   * (`L2`), or every acceptor the `distinguished` learners and these the others (`L3`).
   */
  readonly learning?: 'none' | 'L1' | 'L2' | 'L3';
  /** For L3; by default the first learner. */
  readonly distinguished?: readonly Pid[];
  /** What a proposer does when its ballot has failed; default random back-off from 20 ms. */
  readonly retry?: PaxosRetry;
  /** A ballot without an answer fails after so long; null: never. Default 100. */
  readonly timeoutMs?: number | null;
  /** `by-hand`: every message waits until a person or the schedule delivers it; default `auto`. */
  readonly delivery?: 'auto' | 'by-hand';
  /** A process that delivers messages in this order; `delivery` must be `by-hand`. */
  readonly schedule?: PaxosSchedule;
  /** Names of the invariants that stop the run; all of them when missing. */
  readonly watch?: readonly string[];
  /** Names of rules that are switched off (mutants). */
  readonly broken?: readonly string[];
}

export interface PaxosProcessSetup {
  readonly id: Pid;
  /** Default: A, P or L (acceptor, proposer, learner) with the id. */
  readonly name?: string;
  readonly roles: readonly PaxosRole[];
  /** What a proposer wants to have chosen. */
  readonly value?: string;
  /** When it first proposes, ms after the beginning; null: when it is told to. Default 0. */
  readonly proposeMs?: number | null;
  /** When it starts; default 0; null: not by itself. */
  readonly startMs?: number | null;
  /** What this proposer does when its ballot has failed, if not what all do. */
  readonly retry?: PaxosPause;
}

export type PaxosRole = 'proposer' | 'acceptor' | 'learner';

export type PaxosRetry =
  | PaxosPause
  /** Only the leader proposes; the others forward to it, until they miss it for `leaseMs`. */
  | { readonly policy: 'leader'; readonly leaseMs: number };

/** How long a proposer waits, each by itself, before it begins another ballot. */
export type PaxosPause =
  /** Not by itself: somebody tells it. */
  | { readonly policy: 'by-hand' }
  | { readonly policy: 'immediate' }
  /** After `ms`. */
  | { readonly policy: 'fixed'; readonly ms: number }
  /** After a time drawn from [0, ms). */
  | { readonly policy: 'random'; readonly ms: number }
  /** After a time drawn from [0, ms · 2^k) after k failures. */
  | { readonly policy: 'exponential'; readonly ms: number };

/**
 * Rows such as `A1 → A2 prepare`: this request and its answer are delivered. The kinds are `prepare`
 * and `accept`, and `learn` for what a learner is told; `A1 decides` is the proposer's own step once a quorum has promised, and `A1 proposes`
 * makes it begin a ballot.
 */
export interface PaxosSchedule {
  readonly rows: readonly string[];
  /** After the last row it goes on with this one (0 is the first); missing: it is over. */
  readonly repeatFrom?: number;
  /** Between two rows; default 10. */
  readonly everyMs?: number;
}

/** Callers of one server that counts: what a remote call is, before any protocol makes it safe. */
export interface CounterSetup {
  readonly server: CounterProcessSetup;
  readonly clients: readonly CounterProcessSetup[];
  /** A caller that has waited so long for an answer knows nothing; null: it waits for ever. Default 500. */
  readonly timeoutMs?: number | null;
  /** Whether the server knows a repeated call by its id, and only answers it; default false. */
  readonly deduplicate?: boolean;
  /** Names of rules that are switched off (mutants). */
  readonly broken?: readonly string[];
}

export interface CounterProcessSetup {
  readonly id: Pid;
  /** Default: A, B, … for the callers in order, the next letter for the server. */
  readonly name?: string;
  /** When it starts; default 0; null: not by itself. */
  readonly startMs?: number | null;
}

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
