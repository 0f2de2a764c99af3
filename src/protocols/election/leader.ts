/** LEADING up to being established [Leader.lead, LearnerHandler.run]. */
import { zxidText } from '../../view/zxid.ts';
import type { Zxid } from '../../view/zxid.ts';
import type { Pid } from '../../view/time.ts';
import { hasVoterQuorum, isVoter } from './config.ts';
import { getEpochToPropose, isRefused } from './discovery.ts';
import { withEpoch } from './electing.ts';
import type { PeerEvent } from './events.ts';
import { ackEpochOf, ackOf, infoOf } from './events.ts';
import { say } from './facts.ts';
import { withDisk } from './roles.ts';
import type { Leading, LearnerView, Server } from './server.ts';
import { edit, editLeading, editLearner } from './server.ts';
import { ZERO } from './zxid.ts';

export const leadingOf = (s: Server): Leading => s.leading as Leading;

export const changeLeading = (s: Server, what: Partial<Leading>): Server => {
  const next = edit(s);
  next.leading = { ...leadingOf(s), ...what };
  return next;
};

export const learnerOn = (s: Server, connection: number): LearnerView | undefined =>
  leadingOf(s).learners.find((learner) => learner.connection === connection);

export const isLearner = (s: Server, e: PeerEvent): boolean =>
  s.leading !== null && learnerOn(s, e.connection) !== undefined;

/** With one learner changed; every packet of it counts as a sign of life. */
function changeLearner(s: Server, e: PeerEvent, what: Partial<LearnerView>): Server {
  const heard = hear(s, e);
  const learners = leadingOf(heard).learners.map((learner) =>
    learner.connection === e.connection ? { ...learner, ...what } : learner,
  );
  return withLearners(heard, learners);
}

export function hear(s: Server, e: PeerEvent): Server {
  const { learners, tick } = leadingOf(s);
  const at = learners.findIndex(({ connection }) => connection === e.connection);
  const known = learners[at];
  if (known === undefined) return s;
  const learner = editLearner(known);
  learner.heardAt = e.io.now;
  learner.deadline = tick + s.config.syncLimit;
  return withLearners(s, learners.with(at, learner));
}

function withLearners(s: Server, learners: readonly LearnerView[]): Server {
  const next = edit(s);
  const leading = editLeading(leadingOf(s));
  leading.learners = learners;
  next.leading = leading;
  return next;
}

// ---- discovery

export function admit(s: Server, e: PeerEvent): Server {
  const leading = leadingOf(s);
  const { initLimit, syncLimit } = s.config;
  const learner: LearnerView = {
    sid: e.from,
    connection: e.connection,
    stage: 'connected',
    acceptedEpoch: 0,
    currentEpoch: -1,
    zxid: ZERO,
    heardAt: e.io.now,
    deadline: leading.tick + initLimit + syncLimit,
    acked: ZERO,
  };
  return changeLeading(s, { learners: [...leading.learners, learner] });
}

export function register(s: Server, e: PeerEvent): Server {
  const { acceptedEpoch } = infoOf(e);
  const type = e.type === 'OBSERVERINFO' ? 'observer' : 'follower';
  const isListed = isVoter(s.config, e.from) === (type === 'follower');
  const next = changeLearner(s, e, {
    stage: 'informed',
    acceptedEpoch,
    ...(!isListed && { type }),
  });
  return changeLeading(next, getEpochToPropose(s.config, leadingOf(next), e.from, acceptedEpoch));
}

export const explainRegistered = (s: Server, e: PeerEvent): void => {
  if (!e.io.explaining) return;
  const observer = e.type === 'OBSERVERINFO';
  say(e, 'learner-registered', {
    learner: e.from,
    acceptedEpoch: infoOf(e).acceptedEpoch,
    observer,
  });
};

/** The epoch is fixed and promised by the leader too. */
export function fixEpoch(s: Server): Server {
  const { epoch } = leadingOf(s);
  const next = edit(changeLeading(s, { epochFixed: true }));
  if (!s.config.broken.has('forget-epoch')) next.disk = withDisk(s, { acceptedEpoch: epoch });
  return next;
}

export const explainEpoch = (s: Server, e: PeerEvent): void => {
  if (!e.io.explaining) return;
  const { epoch, connecting } = leadingOf(s);
  say(e, 'epoch-proposed', { epoch, from: sidsText(connecting) });
};

export const sidsText = (sids: readonly Pid[]): string =>
  sids
    .toSorted((a, b) => a - b)
    .map((sid) => `S${sid}`)
    .join(' ');

/** The leader acknowledges its own epoch. */
export function ackOwnEpoch(s: Server): Server {
  const leading = leadingOf(s);
  return changeLeading(s, {
    epochAcks: [...leading.epochAcks, { sid: s.sid, ...leading.summary }],
  });
}

export const isTooFresh = (s: Server, e: PeerEvent): boolean =>
  isRefused(s.config, leadingOf(s), ackEpochOf(e));

export function refuse(s: Server, e: PeerEvent): Server {
  e.io.close(e.connection);
  if (e.io.explaining) {
    const { currentEpoch, zxid } = ackEpochOf(e);
    const { summary } = leadingOf(s);
    say(e, 'refused-fresher-follower', {
      learner: e.from,
      learnerEpoch: currentEpoch,
      learnerZxid: zxidText(zxid),
      ownEpoch: summary.currentEpoch,
      ownZxid: zxidText(summary.zxid),
    });
  }
  return dropLearner(s, e);
}

export const dropLearner = (s: Server, e: PeerEvent): Server =>
  changeLeading(s, {
    learners: leadingOf(s).learners.filter(({ connection }) => connection !== e.connection),
  });

export function noteEpochAck(s: Server, e: PeerEvent): Server {
  const { currentEpoch, zxid } = ackEpochOf(e);
  const next = changeLearner(s, e, { stage: 'promised', currentEpoch, zxid });
  const { epochAcks } = leadingOf(next);
  const counted =
    s.phase === 'DISCOVERY' &&
    currentEpoch !== -1 &&
    isVoter(s.config, e.from) &&
    epochAcks.every(({ sid }) => sid !== e.from);
  return counted
    ? changeLeading(next, { epochAcks: [...epochAcks, { sid: e.from, currentEpoch, zxid }] })
    : next;
}

// ---- synchronisation

export function beginSynchronization(s: Server): Server {
  const next = edit(s);
  next.phase = 'SYNCHRONIZATION';
  next.disk = withDisk(s, { currentEpoch: leadingOf(s).epoch });
  return next;
}

export const explainAcknowledged = (s: Server, e: PeerEvent): void => {
  if (!e.io.explaining) return;
  const { epoch, epochAcks } = leadingOf(s);
  say(e, 'epoch-acknowledged', { epoch, by: sidsText(epochAcks.map(({ sid }) => sid)) });
};

const withNewLeaderAck = (s: Server, sid: Pid): Server => {
  const { newLeaderAcks } = leadingOf(s);
  if (!isVoter(s.config, sid) || newLeaderAcks.includes(sid)) return s;
  return changeLeading(s, { newLeaderAcks: [...newLeaderAcks, sid] });
};

export const ackOwnLeadership = (s: Server): Server => withNewLeaderAck(s, s.sid);

/** The ACK of NEWLEADER: of a learner that is being synchronised. */
export const isNewLeaderAck = (s: Server, e: PeerEvent): boolean => {
  const { epoch } = leadingOf(s);
  const { zxid } = ackOf(e);
  return (
    zxid.counter === 0 && zxid.epoch === epoch && learnerOn(s, e.connection)?.stage === 'syncing'
  );
};

export const noteNewLeaderAck = (s: Server, e: PeerEvent): Server =>
  withNewLeaderAck(changeLearner(s, e, { stage: 'acked' }), e.from);

export const isSynchronised = (s: Server): boolean =>
  hasVoterQuorum(s.config, leadingOf(s).newLeaderAcks);

// ---- established

/** [Leader.startZkServer] */
export function establish(s: Server): Server {
  const { epoch } = leadingOf(s);
  const next = edit(changeLeading(s, { tick: 0, tickSkip: true }));
  next.phase = 'BROADCAST';
  next.processed = { epoch, counter: 0 } satisfies Zxid;
  next.currentVote = withEpoch(s.currentVote, epoch);
  return next;
}

export function explainEstablished(s: Server, e: PeerEvent): void {
  if (!e.io.explaining) return;
  const { epoch, newLeaderAcks } = leadingOf(s);
  const zxid = zxidText(s.processed);
  say(e, 'leader-established', { epoch, by: sidsText(newLeaderAcks), zxid });
}

/** Effect: the role is over, and everybody is sent away. */
export function dismissAll(s: Server, e: PeerEvent): void {
  for (const { connection } of leadingOf(s).learners) e.io.close(connection);
}

export const explainGone = (_s: Server, e: PeerEvent): void => {
  if (e.io.explaining) say(e, 'learner-gone', { learner: e.from, reason: e.reason });
};
