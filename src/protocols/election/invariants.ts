/**
 * What must hold in every world. Each is a predicate on the world and the last change; names are
 * those of the specification (3.3, 4.4).
 */
import type { Change, Invariant, WorldState } from '../../kernel/model.ts';
import { zxidText } from '../../view/zxid.ts';
import { checkLeader, support } from './ballot-box.ts';
import type { Disk } from './disk.ts';
import { isMoreRecentThan } from './discovery.ts';
import type { Ghost } from './ghost.ts';
import { syncedAt } from './liveness.ts';
import { leadingOf } from './leader.ts';
import type { Phase, Server } from './server.ts';
import * as Txns from './txn-log.ts';
import { decidingField, totalOrderPredicate } from './vote.ts';
import type { Vote } from './vote.ts';

type ElectionInvariant = Invariant<Server, Disk, Ghost>;
type ElectionChange = Change<Server, Disk>;
type ElectionWorld = WorldState<Server, Disk, Ghost>;

const voteText = ({ peerEpoch, zxid, leader }: Vote): string =>
  `(${peerEpoch}, ${zxidText(zxid)}, S${leader})`;

/** It left LOOKING in this step. */
const decidedNow = ({ before, after }: ElectionChange): Server | null => {
  if (before === null || after === null || before.election.decided !== null) return null;
  return after.election.decided === null ? null : after;
};

/** The election it was in; null when it is in none now, or in another one. */
const sameElection = ({ before, after }: ElectionChange): boolean =>
  before !== null &&
  after !== null &&
  before.state === 'LOOKING' &&
  after.state === 'LOOKING' &&
  before.term === after.term &&
  before.round === after.round;

/** Within one round a vote never gets smaller. */
const order: ElectionInvariant = {
  name: 'E-Order',
  check: (_world, change) => {
    const { before, after, pid } = change;
    if (before === null || after === null || before.election === after.election) return null;
    if (!sameElection(change)) return null;
    const was = before.election.vote;
    const is = after.election.vote;
    if (was === is || !totalOrderPredicate(was, is)) return null;
    return `S${pid} went from ${voteText(was)} back to ${voteText(is)} in round ${after.round}`;
  },
};

/** The election ends by a quorum of votes for its candidate, or of answers, the leader's own among them. */
const quorum: ElectionInvariant = {
  name: 'E-Quorum',
  check: (_world, change) => {
    const after = decidedNow(change);
    if (after === null) return null;
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
    const roundBefore = change.before?.round ?? round;
    if (checkLeader(answers, currentVote.leader, round, after.sid, roundBefore)) return null;
    return `S${after.sid} joined S${currentVote.leader}, which never said that it leads`;
  },
};

/** Whoever ends an election by votes has no better vote in its box. */
const betterVote: ElectionInvariant = {
  name: 'BetterVoteInBox',
  check: (_world, change) => {
    const after = decidedNow(change);
    if (after === null || after.election.decided !== 'quorum') return null;
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
  },
};

/** It became a leader of this phase in this step. */
const reached = ({ before, after }: ElectionChange, phase: Phase): Server | null => {
  if (after === null || after.state !== 'LEADING' || after.phase !== phase) return null;
  return before?.phase === phase && before.state === 'LEADING' ? null : after;
};

/** In one epoch at most one server reaches synchronisation as its leader. */
const oneEstablished: ElectionInvariant = {
  name: 'E-OneEstablished',
  check: (world, change) => {
    const leader = reached(change, 'SYNCHRONIZATION');
    if (leader === null) return null;
    const { epoch } = leadingOf(leader);
    const other = world.ghost.prospective.find(
      (entry) => entry.epoch === epoch && entry.leader !== change.pid,
    );
    if (other === undefined) return null;
    return `S${other.leader} and S${change.pid} both lead epoch ${epoch}`;
  },
};

/** An established leader had at least what every member of its quorum had. */
const fresh: ElectionInvariant = {
  name: 'E-Fresh',
  check: (_world, change) => {
    const leader = reached(change, 'SYNCHRONIZATION');
    if (leader === null) return null;
    const { epochAcks, summary } = leadingOf(leader);
    const fresher = epochAcks.find((ack) => isMoreRecentThan(ack, summary));
    if (fresher === undefined) return null;
    const had = `(${fresher.currentEpoch}, ${zxidText(fresher.zxid)})`;
    const has = `(${summary.currentEpoch}, ${zxidText(summary.zxid)})`;
    return `S${change.pid} leads with ${has}, though S${fresher.sid} of its quorum had ${had}`;
  },
};

/** A leader in touch with a quorum stays leader. */
const stable: ElectionInvariant = {
  name: 'E-Stable',
  check: (_world, { before, after, pid }) => {
    if (before?.state !== 'LEADING' || before.phase !== 'BROADCAST') return null;
    if (after === null || after.state === 'LEADING') return null;
    const { tick, tickSkip } = leadingOf(before);
    const synced = new Set(syncedAt(before, tickSkip ? tick : tick + 1));
    const voters = [...synced].filter((sid) => before.config.voters.includes(sid));
    if (voters.length < before.config.trueQuorum) return null;
    return `S${pid} gave up although ${voters.map((sid) => `S${sid}`).join(', ')} were in step`;
  },
};

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

/**
 * What was committed in earlier epochs is in the history of every established leader. (One that was
 * paused may be established late, when later epochs have begun: it commits nothing any more.)
 */
const durable: ElectionInvariant = {
  name: 'Z-Durable',
  check: (world: ElectionWorld, change) => {
    const leader = reached(change, 'BROADCAST');
    if (leader === null) return null;
    const { epoch } = leadingOf(leader);
    const committed = Txns.upTo(world.ghost.committed, { epoch: epoch - 1, counter: Infinity });
    if (Txns.isPrefix(committed, leader.history)) return null;
    return `S${change.pid} leads without all of ${Txns.text(committed)}: it has ${Txns.text(leader.history)}`;
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
