/**
 * What must hold in every world. Each is a predicate on the world and the last change; names are
 * those of the specification (3.3, 4.4).
 */
import type { Invariant } from '../../kernel/model.ts';
import { checkLeader, support } from '../../protocols/election/ballot-box.ts';
import { isMoreRecentThan } from '../../protocols/election/discovery.ts';
import { leadingOf } from '../../protocols/election/leader.ts';
import { syncedAt } from '../../protocols/election/liveness.ts';
import type { Phase, Server as Peer } from '../../protocols/election/server.ts';
import { decidingField, totalOrderPredicate } from '../../protocols/election/vote.ts';
import type { Vote } from '../../protocols/election/vote.ts';
import { compareZxid } from '../../protocols/election/zxid.ts';
import type { Pid } from '../../view/time.ts';
import { zxidText } from '../../view/zxid.ts';
import type { Zxid } from '../../view/zxid.ts';
import type { Disk } from '../../zookeeper/server/disk.ts';
import type { Server } from '../../zookeeper/server/server.ts';
import type { ElectionWorld, Ghost } from './ghost.ts';

type ElectionInvariant = Invariant<Server, Disk, Ghost>;

/** About a server's election before a step and after it; null: it was, or is, down. */
type Rule = (
  before: Peer | null,
  after: Peer | null,
  pid: Pid,
  world: ElectionWorld,
) => string | null;

/** A rule of the election: most steps leave it as it is. */
const onPeer = (name: string, rule: Rule): ElectionInvariant => ({
  name,
  check: (world, { pid, before, after }) => {
    const was = before?.peer ?? null;
    const is = after?.peer ?? null;
    return was === is ? null : rule(was, is, pid, world);
  },
});

const voteText = ({ peerEpoch, zxid, leader }: Vote): string =>
  `(${peerEpoch}, ${zxidText(zxid)}, S${leader})`;

/** It left LOOKING in this step. */
const decidedNow = (before: Peer | null, after: Peer | null): Peer | null => {
  if (before === null || after === null || before.election.decided !== null) return null;
  return after.election.decided === null ? null : after;
};

/** A rule about who leaves LOOKING: a function of its own, so that no other step makes what its closures need. */
const onDecision = (
  name: string,
  rule: (after: Peer, before: Peer | null) => string | null,
): ElectionInvariant =>
  onPeer(name, (before, is) => {
    const after = decidedNow(before, is);
    return after === null ? null : rule(after, before);
  });

/** The election it was in; null when it is in none now, or in another one. */
const sameElection = (before: Peer, after: Peer): boolean =>
  before.state === 'LOOKING' &&
  after.state === 'LOOKING' &&
  before.term === after.term &&
  before.round === after.round;

/** Within one round a vote never gets smaller. */
const order = onPeer('E-Order', (before, after, pid) => {
  if (before === null || after === null || before.election === after.election) return null;
  if (!sameElection(before, after)) return null;
  const was = before.election.vote;
  const is = after.election.vote;
  if (was === is || !totalOrderPredicate(was, is)) return null;
  return `S${pid} went from ${voteText(was)} back to ${voteText(is)} in round ${after.round}`;
});

/** The election ends by a quorum of votes for its candidate, or of answers, the leader's own among them. */
const quorum = onDecision('E-Quorum', (after, before) => {
  const { config, currentVote, round, election } = after;
  const { box, outOfElection, decided } = election;
  if (decided === 'quorum') {
    const count = support(box, currentVote, round, 'LOOKING');
    if (count >= config.trueQuorum) return null;
    return `S${after.sid} decided for S${currentVote.leader} with ${count} of ${config.trueQuorum} votes of this round`;
  }
  const answers = decided === 'same-round' ? box : outOfElection;
  const versioned = decided === 'out-of-election';
  const count = support(answers, currentVote, round, 'FOLLOWING', versioned);
  if (count < config.trueQuorum)
    return `S${after.sid} joined S${currentVote.leader} by ${count} answers`;
  const roundBefore = before?.round ?? round;
  if (checkLeader(answers, currentVote.leader, round, after.sid, roundBefore)) return null;
  return `S${after.sid} joined S${currentVote.leader}, which never said that it leads`;
});

/** Whoever ends an election by votes has no better vote in its box. */
const betterVote = onDecision('BetterVoteInBox', (after) => {
  if (after.election.decided !== 'quorum') return null;
  const { sid, currentVote, election, round } = after;
  const better = election.box.find(
    (entry) =>
      entry.state === 'LOOKING' &&
      entry.round === round &&
      totalOrderPredicate(entry.vote, currentVote),
  );
  if (better === undefined) return null;
  const by = decidingField(better.vote, currentVote);
  return `S${sid} decided for ${voteText(currentVote)}, but S${better.voter} had voted for ${voteText(better.vote)}, better by ${by}`;
});

/** It became a leader of this phase in this step. */
const reached = (before: Peer | null, after: Peer | null, phase: Phase): Peer | null => {
  if (after === null || after.state !== 'LEADING' || after.phase !== phase) return null;
  return before?.phase === phase && before.state === 'LEADING' ? null : after;
};

/** A rule about who begins to synchronise others. */
const onLeader = (
  name: string,
  rule: (leader: Peer, pid: Pid, world: ElectionWorld) => string | null,
): ElectionInvariant =>
  onPeer(name, (before, after, pid, world) => {
    const leader = reached(before, after, 'SYNCHRONIZATION');
    return leader === null ? null : rule(leader, pid, world);
  });

/** In one epoch at most one server reaches synchronisation as its leader. */
const oneEstablished = onLeader('E-OneEstablished', (leader, pid, world) => {
  const { epoch } = leadingOf(leader);
  const other = world.ghost.prospective.find(
    (entry) => entry.epoch === epoch && entry.leader !== pid,
  );
  if (other === undefined) return null;
  return `S${other.leader} and S${pid} both lead epoch ${epoch}`;
});

/** An established leader had at least what every member of its quorum had. */
const fresh = onLeader('E-Fresh', (leader, pid) => {
  const { epochAcks, summary } = leadingOf(leader);
  const fresher = epochAcks.find((ack) => isMoreRecentThan(ack, summary));
  if (fresher === undefined) return null;
  const had = `(${fresher.currentEpoch}, ${zxidText(fresher.zxid)})`;
  const has = `(${summary.currentEpoch}, ${zxidText(summary.zxid)})`;
  return `S${pid} leads with ${has}, though S${fresher.sid} of its quorum had ${had}`;
});

function votersInStep(leader: Peer): readonly Pid[] {
  const { tick, tickSkip } = leadingOf(leader);
  const synced = new Set(syncedAt(leader, tickSkip ? tick : tick + 1));
  return [...synced].filter((sid) => leader.config.voters.includes(sid));
}

/** A leader in touch with a quorum stays leader. */
const stable = onPeer('E-Stable', (before, after, pid) => {
  if (before?.state !== 'LEADING' || before.phase !== 'BROADCAST') return null;
  if (after === null || after.state === 'LEADING') return null;
  const voters = votersInStep(before);
  if (voters.length < before.config.trueQuorum) return null;
  return `S${pid} gave up although ${voters.map((sid) => `S${sid}`).join(', ')} were in step`;
});

/** The epochs on a disk never decrease, and nobody synchronises with an epoch it has not accepted. */
const fence: ElectionInvariant = {
  name: 'Z-Fence',
  check: (_world, { pid, after, diskBefore, diskAfter }) => {
    // A wiped disk has forgotten everything: no promise binds it.
    if (diskAfter === diskBefore || after === null) return null;
    const { acceptedEpoch, currentEpoch } = diskAfter;
    if ((acceptedEpoch ?? 0) < (diskBefore.acceptedEpoch ?? 0))
      return `S${pid} accepted epoch ${acceptedEpoch} after ${diskBefore.acceptedEpoch}`;
    if ((currentEpoch ?? 0) < (diskBefore.currentEpoch ?? 0))
      return `S${pid} is in epoch ${currentEpoch} after ${diskBefore.currentEpoch}`;
    if ((currentEpoch ?? 0) > (acceptedEpoch ?? 0))
      return `S${pid} is in epoch ${currentEpoch} and has accepted only ${acceptedEpoch}`;
    return null;
  },
};

/** What was committed behind this transaction in epochs before one. */
const committedBehind = ({ committed }: Ghost, last: Zxid, before: number): Zxid | undefined =>
  committed.find((end) => end.epoch < before && compareZxid(end, last) > 0);

/**
 * What was committed in earlier epochs is in the history of every established leader. (One that was
 * paused may be established late, when later epochs have begun: it commits nothing any more.)
 */
const durable: ElectionInvariant = {
  name: 'Z-Durable',
  check: ({ ghost }, { before, after }) => {
    if (before === null || after === null || before.peer?.phase === after.peer?.phase) return null;
    const { peer } = after;
    if (peer?.state !== 'LEADING' || peer.phase !== 'BROADCAST') return null;
    const { lastZxid } = before.tree;
    const lost = committedBehind(ghost, lastZxid, leadingOf(peer).epoch);
    if (lost === undefined) return null;
    const last = zxidText(lastZxid);
    return `S${peer.sid} leads without ${zxidText(lost)}, which was committed: its history ends with ${last}`;
  },
};

export const invariants: readonly ElectionInvariant[] = [
  order,
  quorum,
  betterVote,
  oneEstablished,
  fresh,
  stable,
  fence,
  durable,
];
