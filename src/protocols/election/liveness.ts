/** Who is still there: pings, ticks and time-outs [Leader.lead, LearnerHandler.ping, synced]. */
import { hasVoterQuorum, isVoter } from './config.ts';
import type { PeerEvent } from './events.ts';
import { say } from './facts.ts';
import { leadingOf, sidsText } from './leader.ts';
import { edit, editLeading } from './server.ts';
import type { LearnerView, Server } from './server.ts';

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

/** Nothing came from it within the socket's time-out. */
function isSilent({ config }: Server, { stage, heardAt }: LearnerView, now: number): boolean {
  const { tickTime, initLimit, syncLimit } = config;
  const acked = stage === 'acked' || stage === 'serving';
  return now - heardAt >= (acked ? syncLimit : initLimit) * tickTime;
}

/** Half a tick: a ping to each learner that is there; the others are dropped. */
export function tick(s: Server, e: PeerEvent): Server {
  const { learners, tickSkip } = leadingOf(s);
  const kept = learners.filter((learner) => {
    const { sid, connection, stage } = learner;
    const silent = isSilent(s, learner, e.io.now);
    if (silent) {
      e.io.close(connection);
      if (e.io.explaining) say(e, 'learner-gone', { learner: sid, reason: 'silent' });
    } else if (stage !== 'connected' && stage !== 'informed') {
      e.io.send(connection, { type: 'PING' });
    }
    return !silent;
  });
  const leading = editLeading(leadingOf(s));
  leading.tick = nextTick(s);
  leading.tickSkip = !tickSkip;
  if (kept.length !== learners.length) leading.learners = kept;
  const next = edit(s);
  next.leading = leading;
  return next;
}
