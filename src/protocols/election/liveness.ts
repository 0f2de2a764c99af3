/** Who is still there: pings, ticks and time-outs [Leader.lead, LearnerHandler.ping, synced]. */
import { hasVoterQuorum, isVoter } from './config.ts';
import type { PeerEvent } from './events.ts';
import { say } from './facts.ts';
import { changeLeading, leadingOf, sidsText } from './leader.ts';
import type { LearnerView, Server } from './server.ts';
import { compareZxid } from './zxid.ts';

const nextTick = (s: Server): number => {
  const { tick, tickSkip } = leadingOf(s);
  return tickSkip ? tick : tick + 1;
};

/** Who is in step at a tick, the leader included [LearnerHandler.synced]. */
export const syncedAt = (s: Server, tick: number): number[] => [
  s.sid,
  ...leadingOf(s)
    .learners.filter(({ deadline }) => tick <= deadline)
    .map(({ sid }) => sid),
];

/** Every second half tick: too few are in step. */
export const lostQuorum = (s: Server): boolean =>
  !leadingOf(s).tickSkip && !hasVoterQuorum(s.config, [...new Set(syncedAt(s, nextTick(s)))]);

export function explainLostQuorum(s: Server, e: PeerEvent): void {
  if (!e.io.explaining) return;
  const voters = syncedAt(s, nextTick(s)).filter((sid) => isVoter(s.config, sid));
  const synced = sidsText(voters);
  say(e, 'lost-quorum', { synced, needed: s.config.quorum });
}

/**
 * Whether a learner must be dropped: nothing came from it within the socket's time-out, or it has
 * not acknowledged a proposal for so long [LearnerHandler.SyncLimitCheck].
 */
function isGone(s: Server, learner: LearnerView, now: number): 'silent' | 'slow' | null {
  const { tickTime, initLimit, syncLimit } = s.config;
  const acked = learner.stage === 'acked' || learner.stage === 'serving';
  if (now - learner.heardAt >= (acked ? syncLimit : initLimit) * tickTime) return 'silent';
  if (!s.config.voters.includes(learner.sid) || learner.stage === 'connected') return null;
  const late = leadingOf(s).outstanding.some(
    ({ run, proposedAt }) =>
      compareZxid(learner.acked, { epoch: run.epoch, counter: run.to }) < 0 &&
      now - proposedAt > syncLimit * tickTime,
  );
  return late ? 'slow' : null;
}

/** Half a tick: a ping to each learner that is there; the others are dropped. */
export function tick(s: Server, e: PeerEvent): Server {
  const { learners, tickSkip } = leadingOf(s);
  const kept = learners.filter((learner) => {
    const { sid, connection, stage } = learner;
    const reason = isGone(s, learner, e.io.now);
    if (reason !== null) {
      e.io.close(connection);
      if (e.io.explaining) say(e, 'learner-gone', { learner: sid, reason });
    } else if (stage !== 'connected' && stage !== 'informed') {
      e.io.send(connection, { type: 'PING' });
    }
    return reason === null;
  });
  return changeLeading(s, {
    tick: nextTick(s),
    tickSkip: !tickSkip,
    learners: kept.length === learners.length ? learners : kept,
  });
}
