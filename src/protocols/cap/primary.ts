/**
 * The store of a primary with asynchronous copies. The primary puts all writes into an order, answers when its
 * own disk has them, and sends its register to the copies without waiting for any of them. A copy answers reads
 * from what it has; it hands writes, and reads that ask for the newest, on to the primary. The copy of a write travels before
 * its answer on the same channel, so whoever wrote finds it at its own server.
 *
 * Nobody is made the primary by himself: whoever operates the store does that, and what the old one had not yet
 * copied is lost then.
 */
import { keep, sayKept } from './disk.ts';
import { opWord, say } from './facts.ts';
import { did, edit, isPrimary, sendAll } from './member.ts';
import type { Store, StoreEvent, Written } from './member.ts';
import type { Outcome, StoreMessage } from './messages.ts';
import { isNewer } from './register.ts';

type Of<T extends StoreMessage['type']> = StoreMessage & { readonly type: T };

const ok = (value: number | null): Outcome => ({ error: '', unsure: false, value });

export const onlyReads = (_s: Store, e: StoreEvent): boolean =>
  (e.message as Of<'ASK'>).op === 'read';

export const leads = (s: Store): boolean => isPrimary(s);

/** From what it has itself, old or not. */
export function read(s: Store, e: StoreEvent): Store {
  const { key } = e.message as Of<'ASK'>;
  const { value } = s.disk.register;
  return sayKept(s, e, [{ to: e.from, message: { type: 'ANSWER', key, outcome: ok(value) } }]);
}

/** A client of the primary's own asks. */
export function execute(s: Store, e: StoreEvent): Store {
  const { key, op, value } = e.message as Of<'ASK'>;
  const client = e.from;
  return put(s, e, op === 'write' ? value : null, (outcome) => ({
    to: client,
    message: { type: 'ANSWER', key, outcome },
  }));
}

/** A copy asks for a client of its own. */
export function executeForwarded(s: Store, e: StoreEvent): Store {
  const { client, key, op, value } = e.message as Of<'HAND_ON'>;
  const copy = e.from;
  return put(s, e, op === 'write' ? value : null, (outcome) => ({
    to: copy,
    message: { type: 'DONE', client, key, outcome },
  }));
}

/** @param value what is written; null: it is a read */
function put(
  s: Store,
  e: StoreEvent,
  value: number | null,
  saying: (outcome: Outcome) => Written['sends'][number],
): Store {
  const { register: old, term } = s.disk;
  if (value === null) {
    const answer = saying(ok(old.value));
    // Whoever has read this at its copy must find it there again.
    const known = { type: 'REPLICATE', term, register: old, beat: false } as const;
    const isCopys = s.config.servers.includes(answer.to);
    return sayKept(s, e, isCopys ? [{ to: answer.to, message: known }, answer] : [answer]);
  }
  const register = { value, term, stamp: old.stamp + 1, by: s.pid };
  did(e, { kind: 'puts', value, over: old.value });
  if (e.io.explaining) say(e, 'primary-wrote', { value, over: old.value });
  const copies = s.config.servers
    .filter((pid) => pid !== s.pid)
    .map((to) => ({ to, message: { type: 'REPLICATE', term, register, beat: false } as const }));
  const answer = saying(ok(null));
  const early = s.config.broken.has('answer-before-copy');
  return keep(s, e, { register }, early ? [answer] : [...copies, answer]);
}

/** It hands on what it cannot do itself. */
export function forward(s: Store, e: StoreEvent): Store {
  const { key, op, value } = e.message as Of<'ASK'>;
  const { primary } = s.disk;
  const next = edit(s);
  const due = e.io.now + s.config.timeout;
  next.forwarded = [...s.forwarded, { client: e.from, key, op, due }];
  if (e.io.explaining) say(e, 'copy-forwards', { op: opWord(op), to: primary });
  const message: StoreMessage = { type: 'HAND_ON', client: e.from, key, op, value };
  e.io.sendTo(primary, message);
  return next;
}

/** Handed on to somebody who is the primary no more: nothing was done. */
export function turnAway(s: Store, e: StoreEvent): void {
  const { client, key } = e.message as Of<'HAND_ON'>;
  const outcome: Outcome = { error: 'NotPrimary', unsure: false, value: null };
  const message: StoreMessage = { type: 'DONE', client, key, outcome };
  e.io.sendTo(e.from, message);
}

/** The primary has answered: what it copied before stands in front of this on the way to the disk. */
export function passOn(s: Store, e: StoreEvent): Store {
  const { client, key, outcome } = e.message as Of<'DONE'>;
  const known = s.forwarded.some((each) => each.client === client && each.key === key);
  if (!known) return s;
  const next = edit(s);
  next.forwarded = s.forwarded.filter((each) => each.client !== client || each.key !== key);
  return sayKept(next, e, [{ to: client, message: { type: 'ANSWER', key, outcome } }]);
}

/** Its primary has died: what was handed on is answered by nobody. */
export function loseForwarded(s: Store, e: StoreEvent): Store {
  if (e.from !== s.disk.primary || s.forwarded.length === 0) return s;
  const next = edit(s);
  next.forwarded = [];
  const outcome: Outcome = { error: 'PrimaryGone', unsure: true, value: null };
  for (const { client, key } of s.forwarded) {
    const message: StoreMessage = { type: 'ANSWER', key, outcome };
    e.io.sendTo(client, message);
  }
  return next;
}

/** A primary of a greater term is followed whatever it has; of the same term, what is newer is taken. */
export function takeCopy(s: Store, e: StoreEvent): Store {
  const { term, register } = e.message as Of<'REPLICATE'>;
  if (term < s.disk.term) return s;
  const next = edit(s);
  next.heardAt = e.io.now;
  const isNew = term > s.disk.term;
  if (isNew) explainNewTerm(s, e, term);
  if (!isNew && !isNewer(register, s.disk.register)) return next;
  const { value: over } = s.disk.register;
  if (e.io.explaining && over !== register.value)
    say(e, 'copied', { value: register.value, over, from: e.from });
  return keep(next, e, { term, primary: e.from, register }, []);
}

function explainNewTerm(s: Store, e: StoreEvent, term: number): void {
  if (!e.io.explaining || !isPrimary(s)) return;
  say(e, 'primary-steps-down', { term, value: s.disk.register.value, from: e.from });
}

/** Whoever operates the store makes it the primary, with what it has. */
export function promote(s: Store, e: StoreEvent): Store {
  if (isPrimary(s)) return s;
  const term = s.disk.term + 1;
  did(e, { kind: 'promoted' });
  if (e.io.explaining) say(e, 'copy-promoted', { term, value: s.disk.register.value });
  const { register } = s.disk;
  const message: StoreMessage = { type: 'REPLICATE', term, register, beat: false };
  const sends = s.config.servers.filter((pid) => pid !== s.pid).map((to) => ({ to, message }));
  const next = edit(s);
  next.forwarded = [];
  return keep(next, e, { term, primary: s.pid }, sends);
}

/** Says that it is there, and copies again what may have been lost; a copy forgets what took too long. */
export function beat(s: Store, e: StoreEvent): Store {
  e.io.setTimer('BEAT', s.config.gossip);
  if (isPrimary(s)) {
    // Only what is on its disk: a copy must not have what its primary loses.
    const { register, disk } = s;
    if (s.writing === 0)
      sendAll(s, e, { type: 'REPLICATE', term: disk.term, register, beat: true });
    return s;
  }
  if (s.forwarded.every(({ due }) => due > e.io.now)) return s;
  const next = edit(s);
  next.forwarded = s.forwarded.filter(({ due }) => due > e.io.now);
  return next;
}
