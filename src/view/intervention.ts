import type { Micros, Pid } from './time.ts';

/** Latency of a link: fixed, uniform, or normal with bounds; in µs. */
export type Latency =
  | { readonly kind: 'fixed'; readonly us: Micros }
  | { readonly kind: 'uniform'; readonly min: Micros; readonly max: Micros }
  | {
      readonly kind: 'normal';
      readonly mean: Micros;
      readonly deviation: Micros;
      readonly min: Micros;
    }
  /** The first, second, … message of the link takes the listed time; the last one repeats. */
  | { readonly kind: 'listed'; readonly us: readonly Micros[] };

/** A link by its two ends, in whatever order. */
export interface Link {
  readonly a: Pid;
  readonly b: Pid;
}

/**
 * What a person (or a scenario, or the fuzzer) does to a running world. Only these are recorded;
 * everything else is computed again.
 */
export type Intervention =
  /** Several pids start at the same instant. */
  | { readonly kind: 'start'; readonly pids: readonly Pid[] }
  /** Kills the process. Its machine goes on: peers see resets, and what it had written reaches the disk. */
  | { readonly kind: 'kill'; readonly pid: Pid }
  /** … and several at the same instant. */
  | { readonly kind: 'kill-all'; readonly pids: readonly Pid[] }
  /**
   * Cuts the power of its machine: peers see silence, and what no sync had finished is gone. `torn`: a part of
   * what was being written had reached the disk, and the record behind that part is torn.
   */
  | { readonly kind: 'power-off'; readonly pid: Pid; readonly torn?: boolean }
  /** Ends a process in order, as its own script would: as `kill`, but nobody calls it a crash. */
  | { readonly kind: 'stop'; readonly pid: Pid }
  /**
   * What `kill`, or `stop` (`inOrder`), was in files of version 1: peers see resets, and what no sync
   * had finished is gone. Such a file is read as one that says this; nobody does it any more.
   */
  | { readonly kind: 'crash'; readonly pid: Pid; readonly inOrder: boolean }
  /** Writes a process's file of settings; it is read when the process starts the next time. */
  | { readonly kind: 'configure'; readonly pid: Pid; readonly text: string }
  | { readonly kind: 'pause'; readonly pid: Pid }
  | { readonly kind: 'resume'; readonly pid: Pid }
  /** Loses the disk of a process that is down. */
  | { readonly kind: 'wipe'; readonly pid: Pid }
  /** Silent cut of one direction (`oneWay`) or both. */
  | { readonly kind: 'cut'; readonly from: Pid; readonly to: Pid; readonly oneWay: boolean }
  /** Mends the link between two processes, both directions. */
  | { readonly kind: 'mend'; readonly a: Pid; readonly b: Pid }
  /** Cuts several links at once, each in both directions, or mends them. */
  | { readonly kind: 'cut-links'; readonly links: readonly Link[] }
  | { readonly kind: 'mend-links'; readonly links: readonly Link[] }
  /** Cuts all links between different groups; `oneWay`: only from the first group to the others. */
  | {
      readonly kind: 'partition';
      readonly groups: readonly (readonly Pid[])[];
      readonly oneWay: boolean;
    }
  /** Mends every link. */
  | { readonly kind: 'heal' }
  /** Breaks the connections between two processes; both ends notice at once. */
  | { readonly kind: 'reset'; readonly a: Pid; readonly b: Pid }
  | { readonly kind: 'hold'; readonly message: number }
  | { readonly kind: 'release'; readonly message: number }
  | { readonly kind: 'deliver'; readonly message: number }
  | { readonly kind: 'drop'; readonly message: number }
  | { readonly kind: 'duplicate'; readonly message: number }
  /** The timer of this name is due now, also if it was held. */
  | { readonly kind: 'fire-timer'; readonly pid: Pid; readonly timer: string }
  /** It does not run out, set again or not, until it is released or the process clears it. */
  | { readonly kind: 'hold-timer'; readonly pid: Pid; readonly timer: string }
  /** It runs out when it was due, or at once if that is past. */
  | { readonly kind: 'release-timer'; readonly pid: Pid; readonly timer: string }
  /** Without `from` and `to`: every link. A null latency returns to the scenario's own. */
  | {
      readonly kind: 'latency';
      readonly from?: Pid;
      readonly to?: Pid;
      readonly latency: Latency | null;
    }
  /** Datagram links: probability of loss and of duplication, 0 to 1. */
  | {
      readonly kind: 'lossy';
      readonly from?: Pid;
      readonly to?: Pid;
      readonly loss: number;
      readonly duplication: number;
    }
  /** How long a sync of the disk takes from now on. */
  | { readonly kind: 'disk-latency'; readonly pid: Pid; readonly latency: Latency | null }
  /** The wall clock of its machine goes so many ms ahead, or back; no clock that counts time does. */
  | { readonly kind: 'set-clock'; readonly pid: Pid; readonly byMs: number }
  /** Something only the protocol understands, e.g. a client's write at a server. */
  | {
      readonly kind: 'input';
      readonly pid: Pid;
      readonly name: string;
      readonly data: Readonly<Record<string, number | string | boolean | null>>;
    };

/** An intervention in the history of a branch. */
export interface RecordedIntervention {
  /** It is step number `step` of the branch. */
  readonly step: number;
  readonly time: Micros;
  readonly what: Intervention;
  /** It belongs to the act of the one before, and is taken back with it. */
  readonly goesOn?: true;
}
