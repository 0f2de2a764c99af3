/**
 * What a server knows of its election and of its role: immutable; a rule makes the next one with {@link edit}.
 * It is a part of the server's state: its data, and all of its disk but the epochs, stand beside it.
 */
import type { Edit } from '../../kernel/edit.ts';
import type { ComparisonView } from '../../view/election.ts';
import type { Micros, Pid } from '../../view/time.ts';
import type { Zxid } from '../../view/zxid.ts';
import type { Config } from './config.ts';
import type { Notification, ServerState } from './messages.ts';
import type { BoxEntry, Vote } from './vote.ts';
import { NON_VOTE } from './vote.ts';

/** [QuorumPeer.ZabState] */
export type Phase = 'ELECTION' | 'DISCOVERY' | 'SYNCHRONIZATION' | 'BROADCAST';

/** One election: from LOOKING to a decision. Kept afterwards, for whoever asks why. */
export interface Election {
  /** proposedLeader, proposedZxid, proposedEpoch. */
  readonly vote: Vote;
  /** What this server votes for before it hears anything. */
  readonly initial: Vote;
  /** recvset: the votes of this round. */
  readonly box: readonly BoxEntry[];
  /** outofelection: what servers say that have decided. */
  readonly outOfElection: readonly BoxEntry[];
  readonly notTimeout: Micros;
  readonly comparison: ComparisonView | null;
  /** How it ended: null while it lasts. */
  readonly decided: 'quorum' | 'same-round' | 'out-of-election' | null;
}

/** The election connection to another server [QuorumCnxManager]. */
export interface PeerLink {
  readonly sid: Pid;
  /** The open connection that votes travel on; 0 without one. */
  readonly connection: number;
  /** The deadline of a dial under way; 0 without one. */
  readonly dialling: Micros;
  /** The connection that it dials, which nobody else closes; 0 without one. */
  readonly dialled: number;
  /** The send queue: its capacity is 1, the newest replaces the oldest. Undefined: none made yet. */
  readonly queued: Notification | null | undefined;
  readonly lastSent: Notification | null;
}

/** What a learner knows of its leader [Learner, Follower, Observer]. */
export interface Following {
  readonly leader: Pid;
  /** 0 until it is connected. */
  readonly connection: number;
  /** The connection that it dials; 0 without one. */
  readonly dialled: number;
  readonly tries: number;
  /** The epoch of LEADERINFO. */
  readonly epoch: number;
}

/** A learner as its leader sees it [LearnerHandler]. */
export interface LearnerView {
  readonly sid: Pid;
  readonly connection: number;
  readonly stage: 'connected' | 'informed' | 'promised' | 'syncing' | 'acked' | 'serving';
  readonly acceptedEpoch: number;
  readonly currentEpoch: number;
  readonly zxid: Zxid;
  /** When its last packet came. */
  readonly heardAt: Micros;
  /** The last tick by which another packet must have come [tickOfNextAckDeadline]. */
  readonly deadline: number;
  /** The newest transaction that it has acknowledged. */
  readonly acked: Zxid;
  /**
   * As what it registered, where its own list says otherwise than the leader's: a follower whom that does
   * not name is part of no quorum.
   */
  readonly type?: 'follower' | 'observer';
}

/** What a server knows as leader [Leader]. */
export interface Leading {
  /** (currentEpoch, zxid) at its election [StateSummary]. */
  readonly summary: { readonly currentEpoch: number; readonly zxid: Zxid };
  /** The epoch to propose so far; fixed once {@link epochFixed}. */
  readonly epoch: number;
  readonly epochFixed: boolean;
  readonly learners: readonly LearnerView[];
  readonly connecting: readonly Pid[];
  /** Who acknowledged the epoch, with what it had. */
  readonly epochAcks: readonly EpochAck[];
  readonly newLeaderAcks: readonly Pid[];
  readonly tick: number;
  readonly tickSkip: boolean;
}

/** A copy to be changed. Written out, as all such copies: to spread a record costs ten times as much. */
export function editLearner(of: LearnerView): Edit<LearnerView> {
  const copy: Edit<LearnerView> = {
    sid: of.sid,
    connection: of.connection,
    stage: of.stage,
    acceptedEpoch: of.acceptedEpoch,
    currentEpoch: of.currentEpoch,
    zxid: of.zxid,
    heardAt: of.heardAt,
    deadline: of.deadline,
    acked: of.acked,
  };
  if (of.type !== undefined) copy.type = of.type;
  return copy;
}

export const editLeading = (of: Leading): Edit<Leading> => ({
  summary: of.summary,
  epoch: of.epoch,
  epochFixed: of.epochFixed,
  learners: of.learners,
  connecting: of.connecting,
  epochAcks: of.epochAcks,
  newLeaderAcks: of.newLeaderAcks,
  tick: of.tick,
  tickSkip: of.tickSkip,
});

export interface EpochAck {
  readonly sid: Pid;
  readonly currentEpoch: number;
  readonly zxid: Zxid;
}

/** `version-2/acceptedEpoch` and `currentEpoch`; null: no such file yet. */
export interface Epochs {
  readonly acceptedEpoch: number | null;
  readonly currentEpoch: number | null;
}

export class Server {
  readonly config: Config;
  readonly sid: Pid;
  readonly state: ServerState;
  readonly phase: Phase;
  /** As the disk will have them when every sync under way is done. */
  readonly disk: Epochs;
  /** lastProcessedZxid as a vote carries it. */
  readonly processed: Zxid;
  /** logicalclock: the number of this server's election. */
  readonly round: number;
  /** [QuorumPeer.currentVote] What others are told once it has decided, with its round. */
  readonly currentVote: Vote;
  readonly voteRound: number;
  readonly election: Election;
  readonly links: readonly PeerLink[];
  readonly following: Following | null;
  readonly leading: Leading | null;
  /** Counts the roles taken since the start; tells a late completion from a present one. */
  readonly term: number;

  constructor(from: Server | Omit<Server, never>) {
    this.config = from.config;
    this.sid = from.sid;
    this.state = from.state;
    this.phase = from.phase;
    this.disk = from.disk;
    this.processed = from.processed;
    this.round = from.round;
    this.currentVote = from.currentVote;
    this.voteRound = from.voteRound;
    this.election = from.election;
    this.links = from.links;
    this.following = from.following;
    this.leading = from.leading;
    this.term = from.term;
  }
}

/** A copy to be changed by the rule that asked for it, and by nobody afterwards. */
export const edit = (s: Server): Edit<Server> => new Server(s);

const noElection: Election = {
  vote: NON_VOTE,
  initial: NON_VOTE,
  box: [],
  outOfElection: [],
  notTimeout: 0,
  comparison: null,
  decided: null,
};

/**
 * A server that starts with these epochs and this data.
 * @param processed the last transaction of its tree
 * @param round after which its first election begins: a teaching device, a round is volatile in truth
 */
export function bootServer(
  config: Config,
  sid: Pid,
  disk: Epochs,
  processed: Zxid,
  round = 0,
): Server {
  return new Server({
    config,
    sid,
    state: 'LOOKING',
    phase: 'ELECTION',
    disk,
    processed,
    round,
    currentVote: NON_VOTE,
    voteRound: 0,
    election: noElection,
    links: linksOf(config, sid),
    following: null,
    leading: null,
    term: 0,
  });
}

function linksOf(config: Config, sid: Pid): readonly PeerLink[] {
  if (config.profile === 'golden') return [];
  return config.servers.filter((peer) => peer !== sid).map(newLink);
}

export const newLink = (sid: Pid): PeerLink => ({
  sid,
  connection: 0,
  dialling: 0,
  dialled: 0,
  queued: undefined,
  lastSent: null,
});

/** Whether it gets what is proposed, and not only what is committed [LearnerHandler.getLearnerType]. */
export const takesProposals = ({ voters }: Config, { sid, type }: LearnerView): boolean =>
  type === undefined ? voters.includes(sid) : type === 'follower';

export const isObserver = (s: Server): boolean => !s.config.voters.includes(s.sid);

/** Whether it serves clients. */
export const isServing = (s: Server): boolean => s.phase === 'BROADCAST';

/** The epochs as the running server knows them; a start has made both files. */
export const acceptedEpochOf = (s: Server): number => s.disk.acceptedEpoch ?? 0;
export const currentEpochOf = (s: Server): number => s.disk.currentEpoch ?? 0;
