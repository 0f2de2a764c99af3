/** The server: one counter, changed on disk before anybody is answered. */
import type { CounterEvent, Disk, Member, Reply, Request, Verdict } from './member.ts';
import { say } from './facts.ts';
import { edit } from './member.ts';
import type { Pid } from '../../view/time.ts';

const requestOf = (e: CounterEvent): Request => e.message as Request;

/** What comes back from the disk: who waits for the answer, and the answer. */
interface Written {
  readonly to: Pid;
  readonly reply: Reply;
}

const writtenOf = (e: CounterEvent): Written => e.data as Written;

/** What it last decided on this very call. */
const earlier = (s: Member, e: CounterEvent): Verdict | null =>
  s.counter.log.findLast(({ client, id }) => client === e.from && id === requestOf(e).id) ?? null;

/** The same call as one that was decided before. */
export const isRepeated = (s: Member, e: CounterEvent): boolean =>
  s.config.deduplicates && !s.config.broken.has('forget-call-ids') && earlier(s, e) !== null;

/** The counter does not go below zero: that is this server's way to say no. */
export const isAllowed = (s: Member, e: CounterEvent): boolean =>
  s.counter.value + requestOf(e).amount >= 0;

function decided({ counter }: Member, e: CounterEvent, ok: boolean): Disk {
  const { id, op, amount } = requestOf(e);
  const value = ok ? counter.value + amount : counter.value;
  return { value, log: [...counter.log, { client: e.from, id, op, amount, ok, value }] };
}

export function execute(s: Member, e: CounterEvent): Member {
  const next = edit(s);
  next.counter = decided(s, e, true);
  write(next, e);
  explainExecuted(next, e);
  return next;
}

export function refuse(s: Member, e: CounterEvent): Member {
  const next = edit(s);
  next.counter = decided(s, e, false);
  write(next, e);
  explainRefused(next, e);
  return next;
}

/** A call that was decided before: the counter stays, the answer is the same. */
export function repeat(s: Member, e: CounterEvent): void {
  write(s, e);
  explainRepeated(s, e);
}

export const answersEarly = (s: Member): boolean => s.config.broken.has('answer-before-disk');

/** The answer leaves when the disk says so. */
function write(s: Member, e: CounterEvent): void {
  const { ok, value } = earlier(s, e) ?? { ok: false, value: s.counter.value };
  const reply: Reply = { type: 'REPLY', id: requestOf(e).id, ok, value };
  const written: Written = { to: e.from, reply };
  if (answersEarly(s)) e.io.sendTo(e.from, reply);
  e.io.persist(s.counter, 'WRITTEN', written);
}

export function answer(s: Member, e: CounterEvent): void {
  explainWritten(s, e);
  const { to, reply } = writtenOf(e);
  e.io.sendTo(to, reply);
}

function explainExecuted(s: Member, e: CounterEvent): void {
  if (!e.io.explaining) return;
  const { id, op, amount } = requestOf(e);
  const { log, value } = s.counter;
  const times = log.filter((each) => each.ok && each.client === e.from && each.id === id).length;
  say(e, 'executed', { from: e.from, op, amount, value, times });
}

function explainRepeated(s: Member, e: CounterEvent): void {
  if (!e.io.explaining) return;
  const { op, amount } = requestOf(e);
  say(e, 'recognised', { from: e.from, op, amount, value: s.counter.value });
}

function explainRefused(s: Member, e: CounterEvent): void {
  if (!e.io.explaining) return;
  const { amount } = requestOf(e);
  say(e, 'refused', { from: e.from, amount, value: s.counter.value });
}

export function explainWritten(_s: Member, e: CounterEvent): void {
  if (!e.io.explaining) return;
  const { to, reply } = writtenOf(e);
  say(e, 'written', { to, value: reply.value });
}
