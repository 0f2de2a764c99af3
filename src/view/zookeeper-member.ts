/** What the ZooKeeper lab shows of an ensemble and of each server as its member. */
import type { PeerView } from './election.ts';
import type { Pid } from './time.ts';
import type { TxnCellView } from './zookeeper-cell.ts';
import type { Zxid } from './zxid.ts';

/** A transaction that its leader has proposed and not committed. */
export interface ProposalView {
  readonly zxid: Zxid;
  /** Who has it in its log on disk, as the leader knows. */
  readonly acks: readonly Pid[];
}

/** A leader's end of one learner's connection [LearnerHandler]. */
export interface HandlerView {
  /** The kernel's number of the connection. */
  readonly connection: number;
  readonly sid: Pid;
  /** The leaf of its machine: registering, registered, promising, promised, synchronizing, … */
  readonly state: string;
}

/** A server as the member of an ensemble: its election, and what it knows of transactions under way. */
export interface MemberView extends PeerView {
  /** The newest transaction in its log, flushed or not; 0·0 without any. */
  readonly logged: Zxid;
  /** The newest that it knows, or while it is down knew, to be committed. */
  readonly committed: Zxid;
  /** How its history was made equal to its leader's in this epoch; null: not said, or it leads. */
  readonly sync: 'DIFF' | 'TRUNC' | 'SNAP' | null;
  /** Of a leader, the oldest first: at most 12. */
  readonly outstanding: readonly ProposalView[];
  /** Proposals that are not listed. */
  readonly outstandingHidden: number;
  /** Of a leader. */
  readonly handlers: readonly HandlerView[];
  /**
   * What stood in its log and is no part of its history any more, cut off, replaced by a SNAP, or lost
   * with the power, oldest first: at most the newest 8. Out of the list goes what it logs again.
   */
  readonly truncated: readonly TxnCellView[];
  /** Requests of clients that it has answered since the run began, pings left out: reads, and writes … */
  readonly reads: number;
  readonly writes: number;
  /** … and how many of all these went by the leader. */
  readonly forwarded: number;
}

/** The voter's group and weight, where the file names groups. */
export interface WeightView {
  readonly sid: Pid;
  /** Counted from 0. */
  readonly group: number;
  readonly weight: number;
}

export interface EnsembleView {
  readonly voters: readonly Pid[];
  readonly observers: readonly Pid[];
  /** Votes needed where a majority decides; 0 where groups do. */
  readonly quorum: number;
  /** Voters by group; [] where a majority decides. */
  readonly weights: readonly WeightView[];
  /** The leader that a quorum has acknowledged and synchronised with, of the latest epoch. */
  readonly established: { readonly leader: Pid; readonly epoch: number } | null;
}
