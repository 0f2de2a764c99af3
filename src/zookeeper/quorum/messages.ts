/** What learners and leaders say to each other from synchronisation on [Leader, QuorumPacket]. */
import type {
  Ack,
  AckEpoch,
  LeaderInfo,
  LearnerInfo,
  NewLeader,
  UpToDate,
} from '../../protocols/election/messages.ts';
import type { Zxid } from '../../view/zxid.ts';
import type { Id } from '../records/acl.ts';
import type { Request } from '../records/requests.ts';
import type { Txn } from '../records/txns.ts';
import type { SessionId } from '../records/values.ts';
import type { DataTree } from '../tree/data-tree.ts';

/** What follows keeps the history (DIFF) or what is left of it (TRUNC: behind `zxid`). */
export interface DiffOrTrunc {
  readonly type: 'DIFF' | 'TRUNC';
  readonly zxid: Zxid;
}

/** The whole tree, as it was at `zxid`. */
export interface Snap {
  readonly type: 'SNAP';
  readonly zxid: Zxid;
  readonly tree: DataTree;
}

/** To followers a PROPOSAL, to observers what is committed as an INFORM. */
export interface ProposalPacket {
  readonly type: 'PROPOSAL' | 'INFORM';
  readonly txn: Txn;
}

export interface CommitPacket {
  readonly type: 'COMMIT';
  readonly zxid: Zxid;
}

/** Learner → leader: a write, a `sync`, or the beginning or end of a session, of one of its clients. */
export interface ForwardedRequest {
  readonly type: 'REQUEST';
  readonly session: SessionId;
  readonly cxid: number;
  readonly request: Request;
  readonly ids: readonly Id[];
}

/** Leader → learner: all that was proposed when the `sync` came is committed. */
export interface SyncPacket {
  readonly type: 'SYNC';
  readonly session: SessionId;
  readonly cxid: number;
}

/** A ping, and a learner's answer with the sessions it has heard of. */
export interface QuorumPing {
  readonly type: 'PING';
  readonly touched?: ReadonlyMap<SessionId, number>;
}

/** A client goes on with its session at another server: is there such a session? */
export interface Revalidate {
  readonly type: 'REVALIDATE';
  readonly session: SessionId;
  /** ms */
  readonly timeout: number;
  /** Of the answer. */
  readonly valid?: boolean;
}

export type QuorumMessage =
  | LearnerInfo
  | LeaderInfo
  | AckEpoch
  | DiffOrTrunc
  | Snap
  | ProposalPacket
  | CommitPacket
  | NewLeader
  | UpToDate
  | Ack
  | ForwardedRequest
  | SyncPacket
  | QuorumPing
  | Revalidate;
