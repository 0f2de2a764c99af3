import type { Latency } from './intervention.ts';
import type { Pid } from './time.ts';
import type { ZooKeeperCondition } from './zookeeper-setup.ts';

/** What the CAP experiment adds to what every protocol has. */
export interface CapParts {
  readonly setup: CapSetup;
  readonly condition: CapCondition;
  /** Of a server: its value of x; of a client: what came of its newest request. */
  readonly veiled: 'register' | 'outcome';
}

/** The stores of one register x, in the order in which they are compared. */
export const CAP_STORES = [
  'zookeeper',
  'zookeeper-read-only',
  'quorum',
  'primary',
  'last-writer-wins',
] as const;

export type CapStore = (typeof CAP_STORES)[number];

/**
 * Servers 1 … n, each with a copy of a register x that is 0 at the beginning, and clients that read and write
 * it. Times are ms from `zeroMs` of the run: that is the experiment's t = 0, before which a store has begun to
 * serve.
 */
export interface CapSetup {
  readonly store: CapStore;
  /** How many; 1 to 9, default 5. */
  readonly servers?: number;
  /** Who leads (ZooKeeper) or is the primary; default the greatest. The other stores have nobody who leads. */
  readonly leader?: Pid;
  readonly clients: readonly CapClientSetup[];
  readonly workload: readonly CapOpSetup[];
  readonly cuts?: readonly CapCutSetup[];
  readonly slow?: readonly CapSlowSetup[];
  /** Default 5 000. */
  readonly zeroMs?: number;
  /** A client waits so long for an answer; default 5 000. */
  readonly timeoutMs?: number;
  /** Of ZooKeeper's sessions, as wished; default 30 000. */
  readonly sessionMs?: number;
  /** `tickTime`, ms; default 2 000. */
  readonly tickMs?: number;
  /** Ticks; default 5. */
  readonly syncLimit?: number;
  /** How many servers a read, and a write, of the quorum store asks; default a majority each. */
  readonly quorum?: { readonly read: number; readonly write: number };
  /** How often servers that gossip, or copy again what was lost, do so; default 1 000. */
  readonly gossipMs?: number;
  /** Names of the invariants that stop the run; all of them when missing. */
  readonly watch?: readonly string[];
  /** Names of rules that are switched off (mutants). */
  readonly broken?: readonly string[];
}

export interface CapClientSetup {
  /** From 101 on. */
  readonly id: Pid;
  /** Default: α, β, γ, … */
  readonly name?: string;
  /** The one server that it talks to. */
  readonly server: Pid;
}

/** `sync-read`: a read that asks for the newest, as far as the store has such a thing. */
export type CapOpKind = 'read' | 'write' | 'sync-read';

export interface CapOpSetup {
  readonly client: Pid;
  readonly kind: CapOpKind;
  /** Of a write: greater than 0, and no two writes the same. */
  readonly value?: number;
  /** Default 0. */
  readonly atMs?: number;
  /** The request with this number (1, 2, … in the list) has to have come to an end `atMs` before. */
  readonly after?: number;
  /** Of a read: it waits until the client's server serves it, and is tried again until it is answered. */
  readonly patient?: boolean;
}

/** Nothing goes from one group to another; a client belongs to its server's group. */
export interface CapCutSetup {
  readonly fromMs: number;
  /** Missing: it is not healed. */
  readonly toMs?: number;
  readonly groups: readonly (readonly Pid[])[];
  /** Only what goes from the first group to the others is lost. */
  readonly oneWay?: boolean;
}

export interface CapSlowSetup {
  readonly fromMs: number;
  readonly toMs?: number;
  readonly from: Pid;
  readonly to: Pid;
  readonly latency: Latency;
}

/** What can be asked of the experiment, beside what ZooKeeper's own two stores are asked. */
export type CapCondition =
  | ZooKeeperCondition
  /** The request with this number has come to this. */
  | {
      readonly request: {
        readonly number: number;
        readonly is?: CapOutcome;
        readonly value?: number;
        readonly staleness?: number;
        readonly lost?: boolean;
      };
    }
  /** x has this value at the server; one that is down has none. */
  | { readonly register: { readonly pid: Pid; readonly is: number } }
  /** What a checker says of the requests so far. */
  | {
      readonly verdict: {
        readonly of: CapCheck;
        readonly is: boolean;
        /** Just these requests, by number, are the witness. */
        readonly witness?: readonly number[];
      };
    }
  /** So many of the requests called while a cut lasted were answered, on this side. */
  | {
      readonly sideAnswered: {
        readonly side: 'minority' | 'majority';
        readonly of: number;
        readonly is: number;
      };
    }
  /** So many reads of that time were stale. */
  | { readonly staleReads: number }
  /** So many acknowledged writes have been lost. */
  | { readonly lostWrites: number }
  /** So many different values of x at servers that run. */
  | { readonly divergence: number };

/**
 * `planned`: not called yet; `error`: refused, or it never left the client: nothing was done; `timeout`: no
 * answer in time; `unknown`: the connection was lost before an answer came. After a write's `timeout` or
 * `unknown` nobody can tell whether it was done.
 */
export type CapOutcome = 'planned' | 'waiting' | 'ok' | 'error' | 'timeout' | 'unknown';

/** `writes`: linearizability of the writes alone. */
export type CapCheck = 'linearizable' | 'writes' | 'sequential' | 'monotonic' | 'converged';
