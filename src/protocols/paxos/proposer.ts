/** A proposer's ballots: phase 1, the choice of a value, phase 2 [specification 1.4]. */
import { ownerOf } from './config.ts';
import type { PaxosEvent } from './events.ts';
import {
  acceptedOf,
  ballotWrittenOf,
  decideOf,
  nackOf,
  prepareOf,
  promiseOf,
  received,
} from './events.ts';
import type { BallotWritten } from './events.ts';
import { say } from './facts.ts';
import type { Member } from './member.ts';
import { diskOf, proposerOf, withProposer } from './member.ts';
import type { Accept, Decide, Decision, Prepare } from './messages.ts';
import { chooseValue, nextBallot } from './rules.ts';
import type { Ballot } from './rules.ts';

/** Whether a reply is for the present ballot. */
export const isOfThisBallot = (s: Member, e: PaxosEvent): boolean =>
  prepareOf(e).ballot === proposerOf(s).ballot;

const isNew = (s: Member, e: PaxosEvent): boolean =>
  !proposerOf(s).promises.some(({ from }) => from === e.from);

/** A promise of the present ballot by an acceptor that has not been counted. */
export const isPromise = (s: Member, e: PaxosEvent): boolean => isOfThisBallot(s, e) && isNew(s, e);

/** … the one that makes a quorum. */
export const completesPromises = (s: Member, e: PaxosEvent): boolean =>
  isPromise(s, e) && proposerOf(s).promises.length + 1 === s.config.quorum;

export const isVote = (s: Member, e: PaxosEvent): boolean =>
  isOfThisBallot(s, e) && !proposerOf(s).accepts.includes(e.from);

export const completesVotes = (s: Member, e: PaxosEvent): boolean =>
  isVote(s, e) && proposerOf(s).accepts.length + 1 === s.config.quorum;

/** A nack at equality answers a repeated Prepare: it says nothing new. */
export const isRefusal = (s: Member, e: PaxosEvent): boolean =>
  isOfThisBallot(s, e) && nackOf(e).promised > nackOf(e).ballot;

export const isMyDecision = (s: Member, e: PaxosEvent): boolean =>
  decideOf(e).ballot === proposerOf(s).ballot && proposerOf(s).promises.length >= s.config.quorum;

export const isBallotWritten = (s: Member, e: PaxosEvent): boolean =>
  ballotWrittenOf(e).ballot === proposerOf(s).ballot;

/**
 * Its smallest number above all that it has used or heard of, its own acceptor's promise included. A
 * restart must not use a ballot twice: the number is on disk before anybody hears of it.
 */
export function beginBallot(s: Member, e: PaxosEvent): Member {
  const { seen, ballot, rounds } = proposerOf(s);
  const { proposers, flaws } = s.config;
  const index = proposers.indexOf(s.pid);
  const known = Math.max(seen, ballot, s.acceptor?.promised ?? 0);
  const own = nextBallot(index, proposers.length, known, flaws);
  const next = withProposer(s, {
    ballot: own,
    seen: own,
    promises: [],
    value: null,
    accepts: [],
    refusal: null,
    rounds: rounds + 1,
  });
  e.io.persist(diskOf(next), 'BALLOT_WRITTEN', { ballot: own } satisfies BallotWritten);
  explainBallot(next, e);
  return next;
}

export function sendPrepares(s: Member, e: PaxosEvent): void {
  if (e.io.explaining) say(e, 'ballot-written', { ballot: proposerOf(s).ballot });
  const prepare: Prepare = { type: 'PREPARE', ballot: proposerOf(s).ballot };
  for (const acceptor of s.config.acceptors) e.io.sendTo(acceptor, prepare);
}

export function notePromise(s: Member, e: PaxosEvent): Member {
  const { accBallot, accValue } = promiseOf(e);
  const promises = [...proposerOf(s).promises, { from: e.from, accBallot, accValue }];
  const next = withProposer(received(s, e), { promises });
  explainPromiseCounted(next, e);
  return next;
}

/** … the quorum's last. The decision is a step of its own, at the same instant: until then more may come. */
export function notePromises(s: Member, e: PaxosEvent): Member {
  const next = notePromise(s, e);
  askDecision(next, e);
  return next;
}

function askDecision(s: Member, e: PaxosEvent): void {
  const decide: Decide = { type: 'DECIDE', ballot: proposerOf(s).ballot };
  e.io.sendTo(s.pid, decide);
}

export function decideValue(s: Member, e: PaxosEvent): Member {
  const { promises, own } = proposerOf(s);
  const next = withProposer(s, { value: chooseValue(promises, own ?? '', s.config.flaws) });
  explainDecision(next, e);
  sendAccepts(next, e);
  return next;
}

function sendAccepts(s: Member, e: PaxosEvent): void {
  const { ballot, value } = proposerOf(s);
  const accept: Accept = { type: 'ACCEPT', ballot, value: value ?? '' };
  for (const acceptor of s.config.acceptors) e.io.sendTo(acceptor, accept);
}

export function noteAccepted(s: Member, e: PaxosEvent): Member {
  const accepts = [...proposerOf(s).accepts, e.from];
  const next = withProposer(received(s, e), { accepts });
  explainVoteCounted(next, e);
  return next;
}

/** … the quorum's last: the value is chosen. */
export function takeChosen(s: Member, e: PaxosEvent): Member {
  const voted = noteAccepted(s, e);
  const next = withProposer(voted, { outcome: proposerOf(voted).value, failures: 0 });
  explainChosen(next, e);
  announce(next, e);
  return next;
}

/** The learner in the same process knows what this proposer does not know yet. */
export const isTaught = (s: Member): boolean =>
  s.learner !== null && s.learner.learned !== null && proposerOf(s).outcome === null;

/** Learned from others: no ballot of its own is needed any more. */
export const takeLearned = (s: Member): Member =>
  withProposer(s, { outcome: s.learner?.learned?.value ?? null });

/** [L1] It tells the learners. */
function announce(s: Member, e: PaxosEvent): void {
  const { ballot, value } = proposerOf(s);
  if (s.config.learning !== 'L1' || value === null) return;
  const decision: Decision = { type: 'DECISION', ballot, value };
  for (const learner of s.config.learners) e.io.sendTo(learner, decision);
}

export function noteRefusal(s: Member, e: PaxosEvent): Member {
  const { promised } = nackOf(e);
  const { seen } = proposerOf(s);
  explainRefused(s, e);
  return withProposer(received(s, e), {
    seen: Math.max(seen, promised),
    refusal: { by: e.from, promised },
  });
}

export function ignoreLate(s: Member, e: PaxosEvent): Member {
  explainLate(s, e);
  return received(s, e);
}

function explainBallot(s: Member, e: PaxosEvent): void {
  if (!e.io.explaining) return;
  const { ballot, own, rounds } = proposerOf(s);
  say(e, 'ballot-begun', { ballot, own, rounds });
}

function explainPromiseCounted(s: Member, e: PaxosEvent): void {
  if (!e.io.explaining) return;
  const { ballot, accBallot, accValue } = promiseOf(e);
  const promises = proposerOf(s).promises.length;
  const needed = s.config.quorum;
  say(e, 'promise-counted', { from: e.from, ballot, promises, needed, accBallot, accValue });
}

function explainDecision(s: Member, e: PaxosEvent): void {
  if (!e.io.explaining) return;
  const { ballot, value, own, promises } = proposerOf(s);
  const highest = promises.reduce((best, each) => (each.accBallot > best.accBallot ? each : best));
  const by = promises.map(({ from }) => s.config.names.get(from)).join(', ');
  if (highest.accValue === null) say(e, 'value-free', { ballot, value, by });
  else {
    const { accBallot, accValue, from } = highest;
    const how = value !== accValue ? 'ignores' : value === own ? 'same' : 'adopts';
    say(e, 'value-bound', { ballot, value, own, by, from, accBallot, accValue, how });
  }
}

function explainVoteCounted(s: Member, e: PaxosEvent): void {
  if (!e.io.explaining) return;
  const { ballot, value } = acceptedOf(e);
  const votes = proposerOf(s).accepts.length;
  say(e, 'vote-counted', { from: e.from, ballot, value, votes, needed: s.config.quorum });
}

function explainChosen(s: Member, e: PaxosEvent): void {
  if (!e.io.explaining) return;
  const { ballot, value, accepts, own } = proposerOf(s);
  const by = accepts.map((pid) => s.config.names.get(pid)).join(', ');
  say(e, 'quorum-accepted', { ballot, value, own, lost: own !== value, by });
}

function explainRefused(s: Member, e: PaxosEvent): void {
  if (!e.io.explaining) return;
  const { ballot, promised, of } = nackOf(e);
  const holder = ownerOf(s.config, promised);
  const phase = of === 'PREPARE' ? 1 : 2;
  say(e, 'ballot-refused', { by: e.from, ballot, promised, holder, phase });
}

export function explainTimeout(s: Member, e: PaxosEvent): void {
  if (!e.io.explaining) return;
  const { ballot, promises, accepts, value } = proposerOf(s);
  say(e, 'ballot-timeout', {
    ballot,
    phase: value === null ? 1 : 2,
    answers: value === null ? promises.length : accepts.length,
    needed: s.config.quorum,
  });
}

function explainLate(s: Member, e: PaxosEvent): void {
  if (!e.io.explaining) return;
  const { ballot } = prepareOf(e);
  const { ballot: own } = proposerOf(s);
  say(e, 'late-ignored', { from: e.from, kind: e.type, ballot, own, why: whyLate(s, e, ballot) });
}

/** Why an answer changes nothing. */
function whyLate(s: Member, e: PaxosEvent, ballot: Ballot): 'moved' | 'enough' | 'twice' | 'over' {
  const { ballot: own, promises, accepts } = proposerOf(s);
  const { quorum } = s.config;
  if (ballot !== own) return 'moved';
  const counted = e.type === 'PROMISE' ? promises.map(({ from }) => from) : accepts;
  if (counted.length >= quorum || (e.type === 'NACK' && promises.length >= quorum)) return 'enough';
  return counted.includes(e.from) ? 'twice' : 'over';
}
