/** What a member of an ensemble knows, in the role that it has, of transactions under way. */
import type { Edit } from '../../kernel/edit.ts';
import type { Pid } from '../../view/time.ts';
import type { Zxid } from '../../view/zxid.ts';
import { ZERO } from '../../protocols/election/zxid.ts';
import type { Outstanding } from '../../protocols/zab/proposals.ts';
import type { Txn } from '../records/txns.ts';
import type { Awaited } from './sync-limit.ts';
import type { SessionId } from '../records/values.ts';
import type { Job } from '../server/job.ts';

/** Follower or observer [Learner, Follower, Observer]. */
export interface LearnerRole {
  readonly kind: 'learner';
  /** How its history is made equal to the leader's; null before it is said. */
  readonly sync: 'DIFF' | 'TRUNC' | 'SNAP' | null;
  /** Whether what is proposed goes to the log; before NEWLEADER what follows SNAP and TRUNC does not. */
  readonly logs: boolean;
  /** Received and not logged [packetsNotCommitted]. */
  readonly held: readonly Txn[];
  /** Committed as said during synchronisation, to be carried out when it serves [packetsCommitted]. */
  readonly heldCommits: readonly Zxid[];
  /** Logged, or on the way to the log, and not committed [FollowerZooKeeperServer.pendingTxns]. */
  readonly pending: readonly Txn[];
  /** A SNAP or TRUNC replaced the tree, and no snapshot of it is on disk yet. */
  readonly unfinished: boolean;
  /** Sessions heard of since the last answer to a ping, with their timeouts in ms [touchTable]. */
  readonly touched: ReadonlyMap<SessionId, number>;
  /** Connections that wait for the leader's word about their session [pendingRevalidations]. */
  readonly revalidating: ReadonlyMap<SessionId, number>;
  /** No longer local, and not known to all yet [UpgradeableSessionTracker.upgradingSessions]; missing: none. */
  readonly upgrading?: readonly SessionId[];
  /** A mutant's: the connection of an older leader whose proposals it takes too. */
  readonly older?: number;
}

export function editLearnerRole(of: LearnerRole): Edit<LearnerRole> {
  const copy: Edit<LearnerRole> = {
    kind: of.kind,
    sync: of.sync,
    logs: of.logs,
    held: of.held,
    heldCommits: of.heldCommits,
    pending: of.pending,
    unfinished: of.unfinished,
    touched: of.touched,
    revalidating: of.revalidating,
  };
  if (of.upgrading !== undefined) copy.upgrading = of.upgrading;
  if (of.older !== undefined) copy.older = of.older;
  return copy;
}

export const newLearner: LearnerRole = {
  kind: 'learner',
  sync: null,
  logs: false,
  held: [],
  heldCommits: [],
  pending: [],
  unfinished: false,
  touched: new Map(),
  revalidating: new Map(),
};

/** A `sync` that waits until a transaction is committed [Leader.pendingSyncs]. */
export interface PendingSync {
  readonly zxid: Zxid;
  readonly job: Job;
}

/** A request with the zxid of its transaction. */
export interface Proposed {
  readonly zxid: Zxid;
  readonly job: Job;
}

export interface LeaderRole {
  readonly kind: 'leader';
  readonly outstanding: Outstanding<Proposed>;
  readonly lastCommitted: Zxid;
  /** Committed and not yet in the leader's tree [Leader.toBeApplied]. */
  readonly toBeApplied: readonly Txn[];
  readonly pendingSyncs: readonly PendingSync[];
  /** Learners that get what is proposed, by connection [Leader.forwardingFollowers, observingLearners]. */
  readonly forwarding: readonly number[];
  /** What each of them, by connection, has not acknowledged yet [LearnerHandler.syncLimitCheck]. */
  readonly awaited: ReadonlyMap<number, Awaited>;
  /** No zxid of this epoch is left: there must be a new one [Leader.propose]. */
  readonly rolledOver: boolean;
  /** Bytes of proposals; −1 before the first [Leader.proposalStats]. */
  readonly sizes: { readonly last: number; readonly least: number; readonly most: number };
  /** To which server each session belongs [SessionImpl.owner]. */
  readonly owners: ReadonlyMap<SessionId, Pid>;
}

export const editLeaderRole = (of: LeaderRole): Edit<LeaderRole> => ({
  kind: of.kind,
  outstanding: of.outstanding,
  lastCommitted: of.lastCommitted,
  toBeApplied: of.toBeApplied,
  pendingSyncs: of.pendingSyncs,
  forwarding: of.forwarding,
  awaited: of.awaited,
  rolledOver: of.rolledOver,
  sizes: of.sizes,
  owners: of.owners,
});

export const newLeader: LeaderRole = {
  kind: 'leader',
  outstanding: [],
  lastCommitted: ZERO,
  toBeApplied: [],
  pendingSyncs: [],
  forwarding: [],
  awaited: new Map(),
  rolledOver: false,
  sizes: { last: -1, least: -1, most: -1 },
  owners: new Map(),
};

/** It looks for a leader, and meanwhile serves reads [ReadOnlyZooKeeperServer]. */
export interface ReadOnlyRole {
  readonly kind: 'read-only';
  /** Requests that it has refused: they stay counted as outstanding. */
  readonly uncounted: number;
}

export type Role = LearnerRole | LeaderRole | ReadOnlyRole;
