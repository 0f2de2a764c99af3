/** LOOKING: FastLeaderElection.lookForLeader as rules on a server's state. */
import {
  checkLeader,
  put,
  receivedFollowingNotification,
  support,
  supporters,
} from './ballot-box.ts';
import { hasVoterQuorum, isVoter } from './config.ts';
import type { Config } from './config.ts';
import type { Pid } from '../../view/time.ts';
import type { PeerEvent } from './events.ts';
import { notificationOf } from './events.ts';
import type { Notification } from './messages.ts';
import type { Election, Server } from './server.ts';
import { currentEpochOf, edit, isObserver } from './server.ts';
import type { BoxEntry, Vote } from './vote.ts';
import { decidingField, NON_VOTE, sameVote, totalOrderPredicate } from './vote.ts';

/** What is said of a notification that was heard: history counts them. */
export const HEARD = 'notification-heard';

const FIRST_TIMEOUT = 200_000;
const LONGEST_TIMEOUT = 60_000_000;

const entryOf = (e: PeerEvent): BoxEntry => {
  const { vote, round, state } = notificationOf(e);
  return { voter: e.from, vote, round, state };
};

/** The message a LOOKING server sends. */
export const proposal = (s: Server): Notification => ({
  type: 'NOTIFICATION',
  state: 'LOOKING',
  vote: s.election.vote,
  round: s.round,
});

/** What a server tells those who look once it has decided. */
export const reply = (s: Server): Notification => ({
  type: 'NOTIFICATION',
  state: s.state,
  vote: s.currentVote,
  round: s.state === 'LOOKING' ? s.round : s.voteRound,
});

/** R1: a new round, a vote for itself, an empty box. */
export function beginElection(s: Server): Server {
  const next = edit(s);
  next.state = 'LOOKING';
  next.phase = 'ELECTION';
  next.round = s.round + 1;
  const vote = isObserver(s)
    ? NON_VOTE
    : { leader: s.sid, zxid: s.processed, peerEpoch: currentEpochOf(s) };
  // [QuorumPeer.startLeaderElection] Before its first election a server's vote is for itself.
  if (s.term === 0 && s.currentVote === NON_VOTE) next.currentVote = vote;
  next.election = {
    vote,
    initial: vote,
    box: isObserver(s) ? [] : [{ voter: s.sid, vote, round: next.round, state: 'LOOKING' }],
    outOfElection: [],
    notTimeout: s.config.times?.firstWait ?? FIRST_TIMEOUT,
    comparison: null,
    decided: null,
  };
  return next;
}

// ---- what kind of notification it is

export const isFromVoter = (s: Server, e: PeerEvent): boolean => isVoter(s.config, e.from);

/** [WorkerReceiver.run] Who is no voter (an observer) is answered at once, in every state. */
export const isFromNonVoter = (s: Server, e: PeerEvent): boolean => !isVoter(s.config, e.from);

export const saysLooking = (e: PeerEvent): boolean => notificationOf(e).state === 'LOOKING';

/** Whether somebody looks for a leader whom this server, having decided, answers. */
export const wantsAnswer = (s: Server, e: PeerEvent): boolean =>
  saysLooking(e) || isFromNonVoter(s, e);

/** What no voter can vote for is ignored. */
export const isVoid = (s: Server, e: PeerEvent): boolean =>
  !isVoter(s.config, notificationOf(e).vote.leader);

export const isNewerRound = (s: Server, e: PeerEvent): boolean =>
  saysLooking(e) && notificationOf(e).round > s.round;

export const isOlderRound = (s: Server, e: PeerEvent): boolean =>
  saysLooking(e) && notificationOf(e).round < s.round && !s.config.broken.has('believe-old-rounds');

/** Better than the own vote, whatever its round and its sender's state. */
export const isBetter = (s: Server, e: PeerEvent): boolean =>
  totalOrderPredicate(notificationOf(e).vote, s.election.vote, s.config.order);

export const isBetterVote = (s: Server, e: PeerEvent): boolean => saysLooking(e) && isBetter(s, e);

// ---- R3

const compare = (s: Server, e: PeerEvent, own: Vote, switched: boolean): Election['comparison'] => {
  const heard = notificationOf(e).vote;
  return { heardFrom: e.from, heard, own, by: decidingField(heard, own), switched, at: e.io.now };
};

function withVote(s: Server, e: PeerEvent, vote: Vote, box: readonly BoxEntry[]): Election {
  const own = isObserver(s)
    ? box
    : put(box, { voter: s.sid, vote, round: s.round, state: 'LOOKING' });
  return {
    ...s.election,
    vote,
    box: put(own, entryOf(e)),
    comparison: compare(s, e, s.election.vote, vote !== s.election.vote),
  };
}

/** A later round: its number becomes the own one, the box is emptied, the vote is chosen anew. */
export function adoptRound(s: Server, e: PeerEvent): Server {
  const next = edit(s);
  const { round, vote } = notificationOf(e);
  next.round = round;
  const { initial } = s.election;
  const better = totalOrderPredicate(vote, initial, s.config.order);
  const election = withVote(next as Server, e, better ? vote : initial, []);
  next.election = { ...election, comparison: compare(s, e, initial, better) };
  return next;
}

/** R3, third point, and the vote of the sender goes into the box. */
export function switchVote(s: Server, e: PeerEvent): Server {
  const next = edit(s);
  next.election = withVote(s, e, notificationOf(e).vote, s.election.box);
  return next;
}

export function recordVote(s: Server, e: PeerEvent): Server {
  const next = edit(s);
  next.election = {
    ...s.election,
    box: put(s.election.box, entryOf(e)),
    comparison: compare(s, e, s.election.vote, false),
  };
  return next;
}

/** A notification was heard, whatever becomes of it. */
export const noteHeard = (e: PeerEvent): void => e.io.did(HEARD);

/**
 * While it waits for a better vote, others are dropped uncounted. The golden traces count them: their
 * boxes show who voted until the end. What has been counted for the own vote stays: its voter may have
 * crashed and begun anew.
 */
export const recordWhileFinalizing = (s: Server, e: PeerEvent): Server =>
  s.config.profile === 'golden' &&
  saysLooking(e) &&
  notificationOf(e).round === s.round &&
  !s.election.box.some(({ voter, vote }) => voter === e.from && sameVote(vote, s.election.vote))
    ? recordVote(s, e)
    : s;

// ---- R4

const votersForMine = (s: Server): readonly Pid[] =>
  s.config.broken.has('believe-old-rounds')
    ? s.election.box.flatMap(({ vote, voter }) => (sameVote(vote, s.election.vote) ? [voter] : []))
    : supporters(s.election.box, s.election.vote, s.round, 'LOOKING');

export const votesForMine = (s: Server): number => votersForMine(s).length;

export const isQuorum = (s: Server): boolean => holdsQuorum(s.config, votersForMine(s));

/** Of voters alone: nobody else's vote is in a box. */
const holdsQuorum = (config: Config, voters: readonly Pid[]): boolean =>
  config.groups === null ? voters.length >= config.quorum : hasVoterQuorum(config, voters);

export const iAmCandidate = (s: Server): boolean => s.election.vote.leader === s.sid;

/** [FastLeaderElection.lookForLeader, leaveInstance] */
export function decide(s: Server): Server {
  const next = edit(s);
  next.currentVote = s.election.vote;
  next.voteRound = s.round;
  next.election = { ...s.election, decided: 'quorum' };
  return next;
}

// ---- R5

function withAnswer(
  s: Server,
  e: PeerEvent,
): { box: readonly BoxEntry[]; out: readonly BoxEntry[] } {
  const entry = entryOf(e);
  const { box, outOfElection } = s.election;
  return {
    box: entry.round === s.round ? put(box, entry) : box,
    out: put(outOfElection, entry),
  };
}

export const isAnswer = (e: PeerEvent): boolean => {
  const { state } = notificationOf(e);
  return state === 'FOLLOWING' || state === 'LEADING';
};

/** By which box an answer ends the election, if it does. */
export function endedBy(s: Server, e: PeerEvent): 'same-round' | 'out-of-election' | null {
  if (!isAnswer(e)) return null;
  const { box, out } = withAnswer(s, e);
  return receivedFollowingNotification(box, out, entryOf(e), {
    me: s.sid,
    round: s.round,
    isQuorum: (sids) => holdsQuorum(s.config, sids),
    skipCheckLeader: s.config.broken.has('skip-check-leader'),
  });
}

export const namesMe = (s: Server, e: PeerEvent): boolean =>
  notificationOf(e).vote.leader === s.sid;

export function recordAnswer(s: Server, e: PeerEvent): Server {
  const next = edit(s);
  const { box, out } = withAnswer(s, e);
  next.election = { ...s.election, box, outOfElection: out };
  return next;
}

export function joinEstablished(s: Server, e: PeerEvent): Server {
  const decided = endedBy(s, e);
  const next = edit(recordAnswer(s, e));
  const { vote, round } = notificationOf(e);
  next.round = round;
  next.currentVote = vote;
  next.voteRound = round;
  next.election = { ...next.election, decided };
  return next;
}

/** How many answers agree with this one, and what is missing; for the fact. */
export function judgeAnswer(s: Server, e: PeerEvent): { agreeing: number; missing: string } {
  const { vote, round, state } = notificationOf(e);
  const { box, out } = withAnswer(s, e);
  const agreeing = Math.max(
    support(out, vote, round, state, true),
    round === s.round ? support(box, vote, round, state) : 0,
  );
  const believed = checkLeader(out, vote.leader, round, s.sid, s.round);
  return { agreeing, missing: believed || agreeing < s.config.quorum ? 'quorum' : 'leader-itself' };
}

// ---- waiting

export function backOff(s: Server): Server {
  const next = edit(s);
  const longest = s.config.times?.longestWait ?? LONGEST_TIMEOUT;
  const notTimeout = Math.min(2 * s.election.notTimeout, longest);
  next.election = { ...s.election, notTimeout };
  return next;
}

/** [QuorumPeer.updateElectionVote] The vote that is told names the new epoch once it has begun. */
export const withEpoch = (vote: Vote, peerEpoch: number): Vote => ({ ...vote, peerEpoch });
