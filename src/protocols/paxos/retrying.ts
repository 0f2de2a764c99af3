/** When a proposer begins a ballot, and when not: retry policies and the leader [specification 1.7]. */
import type { Micros, Pid } from '../../view/time.ts';
import { retryOf } from './config.ts';
import type { PaxosEvent } from './events.ts';
import { forwardOf, outcomeOf } from './events.ts';
import { say } from './facts.ts';
import type { Member } from './member.ts';
import { proposerOf, withProposer } from './member.ts';
import type { Forward, Heartbeat, Outcome } from './messages.ts';

/** No pause is longer than the base times this, however often it failed. */
const LONGEST = 2 ** 8;

function pause(s: Member, e: PaxosEvent): Micros {
  const { policy, us } = retryOf(s.config, s.pid);
  switch (policy) {
    case 'by-hand':
    case 'immediate':
      return 0;
    case 'fixed':
      return us;
    case 'leader':
      // Nobody competes with a leader for long; a third of the lease keeps it in office.
      return Math.floor(us / 3);
    case 'random':
      return Math.floor(e.io.random() * us);
    case 'exponential':
      return Math.floor(e.io.random() * us * Math.min(LONGEST, 2 ** proposerOf(s).failures));
  }
}

/** One ballot more that failed; the next one comes after a pause. */
export function backOff(s: Member, e: PaxosEvent): Member {
  const next = withProposer(s, { failures: proposerOf(s).failures + 1 });
  setRetry(next, e);
  return next;
}

function setRetry(s: Member, e: PaxosEvent): void {
  const { policy } = retryOf(s.config, s.pid);
  if (policy === 'by-hand') return;
  const delay = pause(s, e);
  e.io.setTimer('RETRY', delay);
  if (e.io.explaining) {
    const { failures } = proposerOf(s);
    say(e, 'backing-off', { policy, waitMs: delay / 1000, failures });
  }
}

export function setFirst(s: Member, e: PaxosEvent): void {
  const delay = s.config.proposeAfter.get(s.pid);
  if (delay !== undefined) e.io.setTimer('PROPOSE', delay);
}

export function setTimeout(s: Member, e: PaxosEvent): void {
  if (s.config.timeout !== null) e.io.setTimer('BALLOT_TIMEOUT', s.config.timeout);
}

export function clearTimeout(s: Member, e: PaxosEvent): void {
  if (s.config.timeout !== null) e.io.clearTimer('BALLOT_TIMEOUT');
}

/** A person's word brings its own value with it. */
export function takeValue(s: Member, e: PaxosEvent): Member {
  const { value } = (e.data ?? {}) as { readonly value?: unknown };
  return typeof value === 'string' && value !== '' ? withProposer(s, { own: value }) : s;
}

export const hasValue = (s: Member, e: PaxosEvent): boolean =>
  proposerOf(takeValue(s, e)).own !== null;

// The leader: the proposer with the least index that is heard of. A wrong one costs time alone.

const indexOf = (s: Member, pid: Pid): number => s.config.proposers.indexOf(pid);

export const hasLeader = (s: Member): boolean => s.config.retry.policy === 'leader';

export const leads = (s: Member): boolean => proposerOf(s).leader === indexOf(s, s.pid);

export const mustForward = (s: Member, e: PaxosEvent): boolean =>
  hasLeader(s) && !leads(s) && hasValue(s, e);

const leaderOf = (s: Member): Pid => s.config.proposers[proposerOf(s).leader] ?? s.pid;

export function forward(s: Member, e: PaxosEvent): void {
  const { own } = proposerOf(s);
  const leader = leaderOf(s);
  if (own === null) return;
  const message: Forward = { type: 'FORWARD', value: own };
  e.io.sendTo(leader, message);
  if (e.io.explaining) say(e, 'forwarded', { leader, value: own });
}

export const setLease = (s: Member, e: PaxosEvent): void =>
  e.io.setTimer('LEASE', s.config.retry.us);

export const clearLease = (_s: Member, e: PaxosEvent): void => e.io.clearTimer('LEASE');

export const isFromLeader = (s: Member, e: PaxosEvent): boolean =>
  indexOf(s, e.from) <= proposerOf(s).leader;

export const isFromEarlier = (s: Member, e: PaxosEvent): boolean =>
  indexOf(s, e.from) < indexOf(s, s.pid);

export const noteLeader = (s: Member, e: PaxosEvent): Member =>
  withProposer(s, { leader: indexOf(s, e.from) });

const next = (s: Member): number => (proposerOf(s).leader + 1) % s.config.proposers.length;

export const isNextLeader = (s: Member): boolean => next(s) === indexOf(s, s.pid);

export function suspect(s: Member, e: PaxosEvent): Member {
  const suspecting = withProposer(s, { leader: next(s) });
  explainSuspicion(suspecting, e);
  return suspecting;
}

function explainSuspicion(s: Member, e: PaxosEvent): void {
  if (!e.io.explaining) return;
  say(e, 'leader-missed', {
    leader: leaderOf(s),
    leads: leads(s),
    waitedMs: s.config.retry.us / 1000,
  });
}

/** Effect of a leader at work, again and again. */
export function beat(s: Member, e: PaxosEvent): void {
  if (!hasLeader(s)) return;
  const heartbeat: Heartbeat = { type: 'HEARTBEAT' };
  for (const pid of s.config.proposers) if (pid !== s.pid) e.io.sendTo(pid, heartbeat);
  e.io.setTimer('BEAT', Math.floor(s.config.retry.us / 3));
}

export const stopBeating = (s: Member, e: PaxosEvent): void => {
  if (hasLeader(s)) e.io.clearTimer('BEAT');
};

/** Who forwards is told the outcome; a leader without a wish of its own takes this one. */
export function noteClient(s: Member, e: PaxosEvent): Member {
  const { clients, own } = proposerOf(s);
  return withProposer(s, {
    clients: clients.includes(e.from) ? clients : [...clients, e.from],
    own: own ?? forwardOf(e).value,
  });
}

export function tellClients(s: Member, e: PaxosEvent): void {
  const { clients, outcome } = proposerOf(s);
  if (outcome === null) return;
  const message: Outcome = { type: 'OUTCOME', value: outcome };
  for (const client of clients) e.io.sendTo(client, message);
}

export function takeOutcome(s: Member, e: PaxosEvent): Member {
  const told = withProposer(s, { outcome: outcomeOf(e).value });
  explainOutcome(told, e);
  return told;
}

function explainOutcome(s: Member, e: PaxosEvent): void {
  if (!e.io.explaining) return;
  const { own, outcome } = proposerOf(s);
  say(e, 'outcome-told', { value: outcome, own, lost: own !== outcome });
}
