/**
 * The last-writer-wins store: each server answers at once from what it has. A write gets the time of its server's clock
 * as its stamp, and wherever two values meet the greater stamp stays, equal ones by the server's id. A server tells the
 * others of what it has taken from a client, and all of what it has again and again.
 */
import { keep, sayKept } from './disk.ts';
import { say } from './facts.ts';
import { did, edit, sendAll } from './member.ts';
import type { Store, StoreEvent } from './member.ts';
import type { Outcome, StoreMessage } from './messages.ts';
import { isNewer } from './register.ts';

type Of<T extends StoreMessage['type']> = StoreMessage & { readonly type: T };

const MS = 1000;

const ok = (value: number | null): Outcome => ({ error: '', unsure: false, value });

export const isWriting = (_s: Store, e: StoreEvent): boolean =>
  (e.message as Of<'ASK'>).op === 'write';

/** There is nobody to ask for the newest: what it has is what there is. */
export function read(s: Store, e: StoreEvent): Store {
  const { key } = e.message as Of<'ASK'>;
  const { value } = s.disk.register;
  return sayKept(s, e, [{ to: e.from, message: { type: 'ANSWER', key, outcome: ok(value) } }]);
}

export function write(s: Store, e: StoreEvent): Store {
  const { key, value } = e.message as Of<'ASK'>;
  const { register: old } = s.disk;
  const next = edit(s);
  // Two writes within a µs are two stamps all the same.
  next.stamped = Math.max(s.stamped + 1, e.io.now + e.io.clock * MS);
  const register = { value: value ?? 0, term: 0, stamp: next.stamped, by: s.pid };
  const answer = { to: e.from, message: { type: 'ANSWER', key, outcome: ok(null) } as const };
  if (!isNewer(register, old)) {
    if (e.io.explaining) say(e, 'lww-dropped', { value: register.value, kept: old.value });
    return sayKept(next, e, [answer]);
  }
  did(e, { kind: 'puts', value: register.value, over: old.value });
  if (e.io.explaining) explainWrite(e, register.value, old.value, register.stamp);
  const news = s.config.servers
    .filter((pid) => pid !== s.pid)
    .map((to) => ({ to, message: { type: 'GOSSIP', register, beat: false } as const }));
  return keep(next, e, { register }, [answer, ...news]);
}

const explainWrite = (e: StoreEvent, value: number, over: number, stamp: number): void =>
  say(e, 'lww-wrote', { value, over, stampMs: Math.floor(stamp / MS) });

export function hear(s: Store, e: StoreEvent): Store {
  const { register } = e.message as Of<'GOSSIP'>;
  const { register: own } = s.disk;
  const takesAll = s.config.broken.has('gossip-takes-anything');
  const isOther = register.stamp !== own.stamp || register.by !== own.by;
  if (!isOther) return s;
  if (!takesAll && !isNewer(register, own)) {
    if (e.io.explaining)
      say(e, 'lww-kept', { value: register.value, kept: own.value, from: e.from });
    return s;
  }
  if (e.io.explaining)
    say(e, 'lww-replaced', { value: register.value, over: own.value, from: e.from });
  return keep(s, e, { register }, []);
}

/** Tells everybody what it has on its disk: whoever was cut off hears of it now. */
export function gossip(s: Store, e: StoreEvent): void {
  if (s.config.broken.has('gossip-once')) return;
  e.io.setTimer('GOSSIP_AGAIN', s.config.gossip);
  if (s.writing === 0) sendAll(s, e, { type: 'GOSSIP', register: s.register, beat: true });
}
