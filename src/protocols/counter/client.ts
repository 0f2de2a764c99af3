/**
 * A caller: it asks, waits, and after `timeoutMs` knows nothing. A remote call has three outcomes:
 * success, failure, unknown [specification 9, S01].
 */
import type { Call, CounterEvent, Member, Op, Reply, Request } from './member.ts';
import { say } from './facts.ts';
import { edit, MOST_AT_ONCE } from './member.ts';

const replyOf = (e: CounterEvent): Reply => e.message as Reply;

/** What a person or a script asks of a caller: `CALL` with {op, amount}. */
function askedOf(e: CounterEvent): { readonly op: Op; readonly amount: number } {
  const { op, amount } = (e.data ?? {}) as { readonly op?: unknown; readonly amount?: unknown };
  if (op === 'read') return { op, amount: 0 };
  const wanted = typeof amount === 'number' && Number.isSafeInteger(amount) ? amount : 1;
  return { op: 'add', amount: wanted };
}

const lastUnknown = (s: Member): Call | null =>
  s.calls.findLast(({ outcome }) => outcome === 'unknown') ?? null;

const awaitedCall = (s: Member): Call | null => s.calls.find(({ id }) => id === s.awaited) ?? null;

const changed = (s: Member, id: number, change: Partial<Call>): readonly Call[] =>
  s.calls.map((call) => (call.id === id ? { ...call, ...change } : call));

export const hasUnknown = (s: Member): boolean => lastUnknown(s) !== null;

export function begin(s: Member, e: CounterEvent): Member {
  const next = edit(s);
  // Never the same again, also after a crash that forgot how many there were.
  const id = e.io.now * MOST_AT_ONCE + s.calls.length;
  next.calls = [...s.calls, { id, ...askedOf(e), attempts: 1, outcome: 'waiting', value: null }];
  next.awaited = id;
  ask(next, e);
  return next;
}

/** The same call again: whether it is carried out twice is the server's affair. */
export function again(s: Member, e: CounterEvent): Member {
  const call = lastUnknown(s);
  if (call === null) return s;
  const next = edit(s);
  next.calls = changed(s, call.id, { outcome: 'waiting', attempts: call.attempts + 1 });
  next.awaited = call.id;
  ask(next, e);
  return next;
}

function ask(s: Member, e: CounterEvent): void {
  const call = awaitedCall(s);
  if (call === null) return;
  const { id, op, amount, attempts } = call;
  const request: Request = { type: 'REQUEST', id, op, amount };
  e.io.sendTo(s.config.server, request);
  const { timeoutMs } = s.config;
  if (timeoutMs !== null) e.io.setTimer('TIMEOUT', timeoutMs * 1000);
  if (!e.io.explaining) return;
  if (attempts === 1) say(e, 'called', { op, amount });
  else say(e, 'called-again', { op, amount, attempts });
}

export const isAwaited = (s: Member, e: CounterEvent): boolean => replyOf(e).id === s.awaited;

/** The answer that it waits for. */
export function takeReply(s: Member, e: CounterEvent): Member {
  e.io.clearTimer('TIMEOUT');
  explainReply(s, e);
  return noteReply(s, e);
}

/** An answer tells the outcome, be it late. */
export function takeLateReply(s: Member, e: CounterEvent): Member {
  explainLate(s, e);
  return noteReply(s, e);
}

function noteReply(s: Member, e: CounterEvent): Member {
  const { id, ok, value } = replyOf(e);
  const next = edit(s);
  next.calls = changed(s, id, { outcome: ok ? 'success' : 'failure', value });
  if (id === s.awaited) next.awaited = null;
  return next;
}

function explainReply(s: Member, e: CounterEvent): void {
  if (!e.io.explaining) return;
  const { id, ok, value } = replyOf(e);
  const { op, amount } = s.calls.find((call) => call.id === id) ?? { op: 'read', amount: 0 };
  say(e, ok ? 'succeeded' : 'failed', { op, amount, value });
}

function explainLate(s: Member, e: CounterEvent): void {
  if (!e.io.explaining) return;
  const { id, ok, value } = replyOf(e);
  const { op, amount } = s.calls.find((call) => call.id === id) ?? { op: 'read', amount: 0 };
  say(e, 'answered-late', { op, amount, value, ok });
}

/** Nothing came: lost on the way there, lost on the way back, slow, or never carried out. */
export function giveUp(s: Member, e: CounterEvent): Member {
  const next = edit(s);
  if (s.awaited !== null) next.calls = changed(s, s.awaited, { outcome: 'unknown' });
  next.awaited = null;
  explainTimeout(next, e);
  return next;
}

function explainTimeout(s: Member, e: CounterEvent): void {
  if (!e.io.explaining) return;
  const { op, amount } = lastUnknown(s) ?? { op: 'read', amount: 0 };
  say(e, 'timed-out', { op, amount, waitedMs: s.config.timeoutMs ?? 0 });
}
