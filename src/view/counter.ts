import type { Pid } from './time.ts';

/** What the counter adds to what every protocol has. */
export interface CounterParts {
  readonly setup: CounterSetup;
  readonly condition: CounterCondition;
  readonly veiled: 'counter';
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

/** What can be asked of the counter alone. */
export type CounterCondition =
  /** The server's counter has this value; of a server that is down, its disk's. */
  | { readonly counter: number }
  /** So many calls of this caller have come to this, as far as it knows. */
  | {
      readonly calls: {
        readonly pid: Pid;
        readonly outcome: 'waiting' | 'success' | 'failure' | 'unknown';
        readonly count: number;
      };
    }
  /** The newest calls carried out came from these callers, in this order. */
  | { readonly arrivals: readonly Pid[] };

/** A call as its caller sees it. */
export interface CallView {
  readonly op: 'add' | 'read';
  readonly amount: number;
  /** Requests sent for it. */
  readonly attempts: number;
  /** `unknown`: no answer came in time; it may have been carried out, or not, or may yet be. */
  readonly outcome: 'waiting' | 'success' | 'failure' | 'unknown';
  /** What the answer said the counter is; null without one. */
  readonly value: number | null;
}

/** The part of a frame that is the counter's own: who called what, and what was carried out. */
export interface CounterDetail {
  readonly server: Pid;
  /** Whether the server knows a repeated call by its id. */
  readonly deduplicates: boolean;
  /** The counter, and what of it is on disk. */
  readonly value: number;
  readonly stored: number;
  /** Calls decided on, in the order in which they arrived; the newest ones. */
  readonly log: readonly {
    readonly client: Pid;
    readonly op: CallView['op'];
    readonly amount: number;
    /** Carried out, or refused. */
    readonly ok: boolean;
    /** The counter after it. */
    readonly value: number;
  }[];
  /** Entries before those. */
  readonly logHidden: number;
  readonly callers: readonly {
    readonly pid: Pid;
    /** The newest ones, oldest first. */
    readonly calls: readonly CallView[];
    readonly callsHidden: number;
  }[];
}
