/** Counting: when votes agree, when they are a quorum, when a leader may be believed. */
import type { Pid } from '../../view/time.ts';
import type { BoxEntry, Vote } from './vote.ts';
import { sameVote } from './vote.ts';

/** The box with a voter's newest entry in the place of its last one. */
export function put(box: readonly BoxEntry[], entry: BoxEntry): readonly BoxEntry[] {
  const at = box.findIndex(({ voter }) => voter >= entry.voter);
  if (at === -1) return [...box, entry];
  return box[at]?.voter === entry.voter ? box.with(at, entry) : box.toSpliced(at, 0, entry);
}

/**
 * Whether an entry supports a vote [Vote.equals]. While one of the two is from a LOOKING server, all
 * four fields must agree. Otherwise zxid and round are not compared, nor is the peerEpoch of an
 * entry of `recvset`: there the entry is kept without its message version, and a vote with a version
 * is compared with one without by candidate alone.
 */
export function supports(
  entry: BoxEntry,
  vote: Vote,
  round: number,
  state: string,
  versioned: boolean,
): boolean {
  if (entry.state === 'LOOKING' || state === 'LOOKING')
    return entry.round === round && sameVote(entry.vote, vote);
  return (
    entry.vote.leader === vote.leader && (!versioned || entry.vote.peerEpoch === vote.peerEpoch)
  );
}

/** Whose entries support the vote [FastLeaderElection.getVoteTracker]. */
export const supporters = (
  box: readonly BoxEntry[],
  vote: Vote,
  round: number,
  state: string,
  versioned = false,
): readonly Pid[] =>
  box.flatMap((entry) => (supports(entry, vote, round, state, versioned) ? [entry.voter] : []));

/** How many they are. */
export const support = (...of: Parameters<typeof supporters>): number => supporters(...of).length;

/**
 * Whether the leader that others name leads indeed [FastLeaderElection.checkLeader]: its own answer
 * says LEADING. If it is me, the round must be mine: who crashed and came back does not lead just
 * because others have not noticed yet.
 */
export function checkLeader(
  box: readonly BoxEntry[],
  leader: Pid,
  round: number,
  me: Pid,
  myRound: number,
): boolean {
  if (leader === me) return round === myRound;
  return box.some(({ voter, state }) => voter === leader && state === 'LEADING');
}

/** What a server that is looking has, as far as an answer of a decided one is judged by it. */
export interface Judge {
  readonly me: Pid;
  readonly round: number;
  readonly isQuorum: (sids: readonly Pid[]) => boolean;
  readonly skipCheckLeader: boolean;
}

/**
 * An answer of a FOLLOWING or LEADING server, after it was put into the boxes
 * [FastLeaderElection.receivedFollowingNotification; specification R5].
 * @returns by which box the election is over; null when it goes on
 */
export function receivedFollowingNotification(
  box: readonly BoxEntry[],
  outOfElection: readonly BoxEntry[],
  answer: BoxEntry,
  judge: Judge,
): 'same-round' | 'out-of-election' | null {
  const { vote, round, state } = answer;
  const believed = (entries: readonly BoxEntry[]): boolean =>
    judge.skipCheckLeader || checkLeader(entries, vote.leader, round, judge.me, judge.round);
  if (round === judge.round && judge.isQuorum(supporters(box, vote, round, state)) && believed(box))
    return 'same-round';
  const elsewhere = judge.isQuorum(supporters(outOfElection, vote, round, state, true));
  return elsewhere && believed(outOfElection) ? 'out-of-election' : null;
}
