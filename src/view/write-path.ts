/** The path of one write through an ensemble, and what becomes of it when a server dies on the way. */
import type { Liveness } from './frame.ts';
import type { Micros, Pid } from './time.ts';
import type { Zxid } from './zxid.ts';

/** A client's request, as its transaction names it. */
export interface WriteName {
  readonly session: string;
  readonly cxid: number;
}

export interface WriteView extends WriteName {
  readonly client: Pid;
  readonly op: string;
  /** '' for what has none. */
  readonly path: string;
  /** Null before a leader has given it one. */
  readonly zxid: Zxid | null;
  /** Its transaction is of type error: it changes nothing. */
  readonly failed: boolean;
}

/**
 * What a server holds of a write: nothing; its transaction in memory alone; on its disk; and that, and
 * it knows that it is committed.
 */
export type Held = 'nothing' | 'memory' | 'logged' | 'committed';

/** In the order in which they usually come. */
export const MOMENTS = ['request', 'proposal', 'log', 'ack', 'commit', 'reply'] as const;
export type MomentKind = (typeof MOMENTS)[number];

export interface PathMoment {
  readonly kind: MomentKind;
  /** Just after the step at which it came. */
  readonly position: number;
  readonly time: Micros;
  /**
   * Whose moment it is: of a request and a reply the client, of a proposal, a log and a commit the
   * leader (or who stands alone), of an acknowledgement the follower.
   */
  readonly by: Pid;
  /** Of a request the server that took it first, of an acknowledgement the leader; else null. */
  readonly to: Pid | null;
  /** Of a request that was handed on: to this leader. */
  readonly on: Pid | null;
  /** Of a commit: how many of the voters have it on disk. */
  readonly have: number;
  /** Of a reply: its error code, `OK` for none. */
  readonly err: string;
  /** Who led then; null: nobody. */
  readonly leader: Pid | null;
  /** Whose processes were running then. */
  readonly up: readonly Pid[];
  /** In the order of the path's servers. */
  readonly held: readonly Held[];
}

export interface PathView {
  readonly write: WriteView;
  /** By their ids, observers behind the voters. */
  readonly servers: readonly Pid[];
  readonly voters: number;
  /** In the order in which they came; what has not come is not there. */
  readonly moments: readonly PathMoment[];
}

/** What the history of whoever leads says of the write. */
export type WriteFate = 'dropped' | 'survives' | 'unknown';

/** What the client was told of it. */
export type WriteTold = 'ok' | 'error' | 'lost' | 'waits';

/** A column of the logs side by side. */
export interface FutureTxn extends WriteName {
  readonly zxid: Zxid;
  readonly type: string;
  readonly path: string;
}

/** `cut`: it was on this disk when the branch began, and is not any more. */
export type FutureCell = Held | 'cut';

export interface FutureServer {
  readonly pid: Pid;
  readonly observer: boolean;
  readonly liveness: Liveness;
  readonly state: string;
  /** Of its disk; null: no such file. */
  readonly epoch: number | null;
  /** The newest transaction of its history. */
  readonly last: Zxid;
  /** In the order of the future's transactions. */
  readonly cells: readonly FutureCell[];
  /** How it was synchronised last since the branch began; null: it was not. */
  readonly sync: FutureSync | null;
}

/** What a leader sent. */
export interface FutureSync {
  readonly leader: Pid;
  /** DIFF, TRUNC or SNAP; up to which zxid, and how many transactions behind it. */
  readonly how: string;
  readonly zxid: string;
  readonly txns: number;
  /** The last zxid that the learner came with. */
  readonly with: string;
}

/** How a branch ends in which servers died at a moment of a write. */
export interface FutureView {
  readonly branch: number;
  /** Steps of the branch. */
  readonly length: number;
  readonly write: WriteView;
  readonly fate: WriteFate;
  readonly told: WriteTold;
  /** Of an error: its code. */
  readonly err: string;
  /** Who leads in the end; null: nobody is established. */
  readonly leader: Pid | null;
  readonly txns: readonly FutureTxn[];
  readonly servers: readonly FutureServer[];
  readonly events: readonly FutureEvent[];
}

/** What a small timeline of the branch marks. */
export interface FutureEvent {
  readonly kind: 'died' | 'leads' | 'returns';
  readonly position: number;
  readonly time: Micros;
  readonly pids: readonly Pid[];
}

export type PathQuestion =
  /** The path of a write on the present branch, as far as the run stands; null: of the newest. */
  | { readonly ask: 'path'; readonly write: WriteName | null }
  /** How another branch ends, that left the present one at this position. */
  | {
      readonly ask: 'future';
      readonly write: WriteName;
      readonly branch: number;
      readonly position: number;
    };

export type PathAnswer =
  | {
      readonly ask: 'path';
      /** The newest ones, newest first. */
      readonly writes: readonly WriteView[];
      readonly path: PathView | null;
    }
  | { readonly ask: 'future'; readonly future: FutureView | null };
