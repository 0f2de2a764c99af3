/**
 * An acceptor around the rules `onPrepare` and `onAccept`: what it promises or accepts is on disk
 * before anybody hears of it [specification 1.1, 1.3].
 */
import { ownerOf } from './config.ts';
import type { PaxosEvent } from './events.ts';
import { acceptOf, prepareOf, received, writtenOf } from './events.ts';
import type { Written } from './events.ts';
import { say } from './facts.ts';
import type { Member } from './member.ts';
import { acceptorOf, diskOf, edit } from './member.ts';
import type { Accepted, Learn, Nack, PromiseMessage } from './messages.ts';
import type { Acceptor } from './rules.ts';
import { onAccept, onPrepare } from './rules.ts';

const promised = (s: Member, e: PaxosEvent): Acceptor | null =>
  onPrepare(acceptorOf(s), prepareOf(e).ballot, s.config.flaws);

const accepted = (s: Member, e: PaxosEvent): Acceptor | null => {
  const { ballot, value } = acceptOf(e);
  return onAccept(acceptorOf(s), ballot, value, s.config.flaws);
};

export const isGranted = (s: Member, e: PaxosEvent): boolean => promised(s, e) !== null;
export const isAcceptable = (s: Member, e: PaxosEvent): boolean => accepted(s, e) !== null;

export function promise(s: Member, e: PaxosEvent): Member {
  const next = received(s, e);
  next.acceptor = promised(s, e);
  write(next, e, 'PROMISE_WRITTEN', prepareOf(e).ballot);
  explainPromise(next, e);
  return next;
}

export function accept(s: Member, e: PaxosEvent): Member {
  const next = received(s, e);
  next.acceptor = accepted(s, e);
  write(next, e, 'VOTE_WRITTEN', acceptOf(e).ballot);
  explainVote(next, e);
  return next;
}

/** Nothing changes but the count; whether the proposer is told is the set-up's affair. */
export function refuse(s: Member, e: PaxosEvent): Member {
  const next = received(s, e);
  next.refused = s.refused + 1;
  explainRefusal(next, e);
  if (next.config.nacks) sendNack(next, e);
  return next;
}

function write(s: Member, e: PaxosEvent, type: string, ballot: number): void {
  const written: Written = { acceptor: acceptorOf(s), ballot, to: e.from };
  e.io.persist(diskOf(s), type, written);
}

/** It is on disk: from now on it may be known. */
function kept(s: Member, e: PaxosEvent): Member {
  const next = edit(s);
  next.kept = writtenOf(e).acceptor;
  return next;
}

export function sendPromise(s: Member, e: PaxosEvent): Member {
  const { acceptor, ballot, to } = writtenOf(e);
  if (e.io.explaining) say(e, 'promise-written', { to, ballot });
  const { accBallot, accValue } = acceptor;
  const message: PromiseMessage = { type: 'PROMISE', ballot, accBallot, accValue };
  e.io.sendTo(to, message);
  return kept(s, e);
}

/** The vote, to its proposer and to the learners that acceptors tell. */
export function sendVote(s: Member, e: PaxosEvent): Member {
  const { acceptor, ballot, to } = writtenOf(e);
  if (e.io.explaining) say(e, 'vote-written', { to, ballot, value: acceptor.accValue });
  const value = acceptor.accValue ?? '';
  const vote: Accepted = { type: 'ACCEPTED', ballot, value };
  e.io.sendTo(to, vote);
  const learn: Learn = { type: 'LEARN', ballot, value };
  for (const learner of s.config.told) if (learner !== to) e.io.sendTo(learner, learn);
  return kept(s, e);
}

function sendNack(s: Member, e: PaxosEvent): void {
  const { promised: highest } = acceptorOf(s);
  const of = e.type as Nack['of'];
  const nack: Nack = { type: 'NACK', of, ballot: prepareOf(e).ballot, promised: highest };
  e.io.sendTo(e.from, nack);
}

function explainPromise(s: Member, e: PaxosEvent): void {
  if (!e.io.explaining) return;
  const { ballot } = prepareOf(e);
  const { accBallot, accValue } = acceptorOf(s);
  say(e, 'promised', {
    to: e.from,
    ballot,
    before: s.kept?.promised ?? 0,
    accBallot,
    accValue,
  });
}

function explainVote(s: Member, e: PaxosEvent): void {
  if (!e.io.explaining) return;
  const { ballot, value } = acceptOf(e);
  say(e, 'accepted', { from: e.from, ballot, value, promised: s.kept?.promised ?? 0 });
}

function explainRefusal(s: Member, e: PaxosEvent): void {
  if (!e.io.explaining) return;
  const { promised: highest } = acceptorOf(s);
  const said = s.config.nacks;
  const holder = ownerOf(s.config, highest);
  if (e.type === 'PREPARE') {
    const { ballot } = prepareOf(e);
    say(e, 'prepare-refused', { from: e.from, ballot, promised: highest, holder, said });
  } else {
    const { ballot, value } = acceptOf(e);
    say(e, 'accept-refused', { from: e.from, ballot, value, promised: highest, holder, said });
  }
}
