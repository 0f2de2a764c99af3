import type { Micros, Pid } from './time.ts';
import type { Zxid } from './zxid.ts';

/** A vote as it is compared: peerEpoch, then zxid, then sid [FastLeaderElection.totalOrderPredicate]. */
export interface VoteView {
  readonly leader: Pid;
  readonly zxid: Zxid;
  readonly peerEpoch: number;
}

/** An entry of the ballot box (`recvset`), or of `outofelection`. */
export interface BoxEntryView {
  readonly voter: Pid;
  readonly vote: VoteView;
  readonly round: number;
  /** What the voter said of itself. */
  readonly state: string;
}

/** The last comparison of a received vote with the own one. */
export interface ComparisonView {
  readonly heardFrom: Pid;
  readonly heard: VoteView;
  readonly own: VoteView;
  /** The first field that differs decides. */
  readonly by: 'epoch' | 'zxid' | 'sid' | 'equal';
  readonly switched: boolean;
  readonly at: Micros;
}

/** One cell of the transaction log. */
export interface LogCellView {
  readonly zxid: Zxid;
  readonly committed: boolean;
}

/** A server's part in its ensemble: its election, and what came of it. */
export interface PeerView {
  readonly observer: boolean;
  /** ELECTION, DISCOVERY, SYNCHRONIZATION or BROADCAST [QuorumPeer.ZabState]. */
  readonly phase: string;
  /** electionEpoch = logical clock: the number of this server's election; volatile. */
  readonly round: number;
  readonly vote: VoteView | null;
  /** Whom it follows (itself when LEADING); null while LOOKING. */
  readonly leader: Pid | null;
  readonly currentEpoch: number;
  readonly acceptedEpoch: number;
  /** LEADING or following, and synchronised: this server serves clients. */
  readonly serving: boolean;
  readonly box: readonly BoxEntryView[];
  readonly comparison: ComparisonView | null;
}

export interface ElectionServerView extends PeerView {
  readonly sid: Pid;
  /** The zxid that `srvr` shows and that a vote would carry. */
  readonly zxid: Zxid;
  /** The newest cells of its log, oldest first. */
  readonly log: readonly LogCellView[];
  /** Cells before those shown. */
  readonly logHidden: number;
}

/** The election's own part of a frame. */
export interface ElectionDetail {
  readonly profile: string;
  /** Votes needed: more than half of the voters. */
  readonly quorum: number;
  readonly voters: readonly Pid[];
  /** The leader that a quorum has acknowledged and synchronised with, if any is at work. */
  readonly established: { readonly leader: Pid; readonly epoch: number } | null;
  readonly notifications: number;
  readonly servers: readonly ElectionServerView[];
}
