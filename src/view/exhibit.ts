import type { Micros, Pid } from './time.ts';

/**
 * A figure beside the run that a lesson's step is about. The lab shows it among its views, the one
 * whose id is `kind`, and brings it to the front; the reader may play with it.
 */
export type Exhibit = MajoritiesExhibit | ConsolesExhibit | ViewExhibit;

/** How many servers are a majority, what two majorities share, and what that costs. */
export interface MajoritiesExhibit {
  readonly kind: 'majorities';
  /** 1 to `LIMITS.shownServers`; they are called 1, 2, … */
  readonly servers: number;
  /** Two sets of servers to compare; without them the first and the last majority. */
  readonly sets?: TwoSets;
}

/** The consoles of clients: one of them, or as many as there is room for. */
export interface ConsolesExhibit {
  readonly kind: 'zkcli';
  /** Whose console is shown, or comes first. */
  readonly client: Pid;
  readonly sideBySide?: boolean;
}

/** A view that needs nothing told: it shows the run as it is. */
export interface ViewExhibit {
  readonly kind: Exclude<ViewName, 'majorities' | 'zkcli'>;
}

/** The views of all labs that a step may bring to the front; which of them a lab has its form says. */
export const VIEWS = [
  'votes',
  'space-time',
  'events',
  'messages',
  'majorities',
  'certificate',
  'zkcli',
  'path',
  'zk-server',
  'zoo-cfg',
  'log',
  'watches',
  'pipeline',
  'meters',
  'beliefs',
  'releases',
  'cost',
  'program',
  'tree',
  'lies',
  'worlds',
  'opinions',
  'counts',
  'requests',
  'stores',
  'healed',
  'latency',
  'statement',
] as const;

export type ViewName = (typeof VIEWS)[number];

export interface TwoSets {
  readonly a: readonly Pid[];
  readonly b: readonly Pid[];
}

/** What an ensemble of so many voters needs, survives and costs. */
export interface EnsembleSize {
  readonly servers: number;
  /** The least number of servers that is more than half. */
  readonly quorum: number;
  /** How many may be down while a quorum is up. */
  readonly survives: number;
  /** Messages between servers for one write, led by the one that takes it. */
  readonly messages: number;
  /** From a write's beginning until a quorum has it on disk: sampled, µs. */
  readonly wait: {
    /** A tenth of the samples is shorter. */
    readonly low: Micros;
    readonly median: Micros;
    /** A tenth of the samples is longer. */
    readonly high: Micros;
  };
}
