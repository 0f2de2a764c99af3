/**
 * A learner believes a value when it has heard a quorum of votes of one ballot, or somebody who has
 * [specification 1.6].
 */
import type { Pid } from '../../view/time.ts';
import type { PaxosEvent } from './events.ts';
import { acceptedOf, decisionOf, learnOf, received } from './events.ts';
import { say } from './facts.ts';
import type { Learner, Member } from './member.ts';
import { edit, learnerOf } from './member.ts';
import type { Decision } from './messages.ts';
import type { Proposal } from './rules.ts';

/** The newest vote of each acceptor counts. */
function withReport(s: Member, from: Pid, { ballot, value }: Proposal): Learner {
  const learner = learnerOf(s);
  const older = learner.reports.find((report) => report.from === from);
  if (older !== undefined && older.ballot >= ballot) return learner;
  const others = learner.reports.filter((report) => report !== older);
  const reports = [...others, { from, ballot, value }];
  const votes = reports.filter((report) => report.ballot === ballot).length;
  const learned = votes >= s.config.quorum ? { ballot, value } : learner.learned;
  return { reports, learned };
}

/** Whether the vote makes a quorum for one ballot. */
function completes(s: Member, from: Pid, { ballot, value }: Proposal): boolean {
  const votes = (learner: Learner): number =>
    learner.reports.filter((report) => report.ballot === ballot).length;
  const after = withReport(s, from, { ballot, value });
  return votes(after) === s.config.quorum && votes(learnerOf(s)) < s.config.quorum;
}

/** It knows already, but others may not: a later ballot that is chosen is told again. */
export const completesReports = (s: Member, e: PaxosEvent): boolean =>
  completes(s, e.from, learnOf(e));

export const completesVotes = (s: Member, e: PaxosEvent): boolean =>
  hearsVotes(s) && completes(s, e.from, acceptedOf(e));

export function noteReport(s: Member, e: PaxosEvent): Member {
  const next = received(s, e);
  next.learner = withReport(s, e.from, learnOf(e));
  return next;
}

/** The vote that a proposer in the same process hears; that one counts the message. */
export function noteVote(s: Member, e: PaxosEvent): Member {
  const next = edit(s);
  next.learner = withReport(s, e.from, acceptedOf(e));
  return next;
}

export function takeDecision(s: Member, e: PaxosEvent): Member {
  const next = received(s, e);
  const { ballot, value } = decisionOf(e);
  next.learner = { ...learnerOf(s), learned: { ballot, value } };
  return next;
}

export const hasLearned = (s: Member): boolean => s.learner !== null && s.learner.learned !== null;

export const hearsVotes = (s: Member): boolean => s.config.told.includes(s.pid);

/** A distinguished learner tells those that acceptors do not tell (L3). */
export function fanOut(s: Member, e: PaxosEvent): void {
  const { learned } = learnerOf(s);
  const { told, learners } = s.config;
  if (learned === null || !told.includes(s.pid)) return;
  const decision: Decision = { type: 'DECISION', ...learned };
  for (const learner of learners) if (!told.includes(learner)) e.io.sendTo(learner, decision);
}

export function explainLearned(s: Member, e: PaxosEvent): void {
  const { learned } = learnerOf(s);
  if (!e.io.explaining || learned === null) return;
  const told = e.type === 'DECISION';
  const { ballot, value } = learned;
  say(e, 'learned', { ballot, value, from: told ? e.from : null });
}
