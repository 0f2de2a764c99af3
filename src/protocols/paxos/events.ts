/** What the machines' guards and actions are given. */
import type { Edit } from '../../kernel/edit.ts';
import type { KernelEvent } from '../../kernel/model.ts';
import type { Pid } from '../../view/time.ts';
import { counted } from './messages.ts';
import type * as M from './messages.ts';
import type { Member } from './member.ts';
import { edit } from './member.ts';
import type { Acceptor, Ballot } from './rules.ts';

/** The message is what the type says: the kernel gives an event the type of its message. */
export type PaxosEvent = KernelEvent;

export const prepareOf = (e: PaxosEvent): M.Prepare => e.message as M.Prepare;
export const promiseOf = (e: PaxosEvent): M.PromiseMessage => e.message as M.PromiseMessage;
export const acceptOf = (e: PaxosEvent): M.Accept => e.message as M.Accept;
export const acceptedOf = (e: PaxosEvent): M.Accepted => e.message as M.Accepted;
export const nackOf = (e: PaxosEvent): M.Nack => e.message as M.Nack;
export const learnOf = (e: PaxosEvent): M.Learn => e.message as M.Learn;
export const decisionOf = (e: PaxosEvent): M.Decision => e.message as M.Decision;
export const decideOf = (e: PaxosEvent): M.Decide => e.message as M.Decide;
export const forwardOf = (e: PaxosEvent): M.Forward => e.message as M.Forward;
export const outcomeOf = (e: PaxosEvent): M.Outcome => e.message as M.Outcome;

/** What comes back from an acceptor's disk: what is kept now, and who waits for the answer. */
export interface Written {
  readonly acceptor: Acceptor;
  readonly ballot: Ballot;
  readonly to: Pid;
}

export const writtenOf = (e: PaxosEvent): Written => e.data as Written;

/** What comes back from a proposer's disk. */
export interface BallotWritten {
  readonly ballot: Ballot;
}

export const ballotWrittenOf = (e: PaxosEvent): BallotWritten => e.data as BallotWritten;

/** A copy that has counted the message, unless it came from the process itself. */
export function received(s: Member, e: PaxosEvent): Edit<Member> {
  const next = edit(s);
  if (e.from !== s.pid && counted.has(e.type)) next.received = s.received + 1;
  return next;
}
