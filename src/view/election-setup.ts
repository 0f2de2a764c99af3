import type { Pid } from './time.ts';

/** What the election adds to what every protocol has. */
export interface ElectionParts {
  readonly setup: ElectionSetup;
  readonly condition: ElectionCondition;
  readonly veiled: 'vote' | 'round' | 'epoch' | 'zxid' | 'sid' | 'log' | 'tally' | 'comparison';
}

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

/** What can be asked of an election alone. */
export type ElectionCondition =
  /** The process's vote names this candidate. */
  | { readonly vote: { readonly pid: Pid; readonly leader: Pid } }
  /** So many election notifications have been sent to other servers since the start. */
  | { readonly notifications: number };
