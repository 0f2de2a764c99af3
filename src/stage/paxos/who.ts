import type { PaxosDetail } from '../../view/paxos.ts';
import type { Pid } from '../../view/time.ts';

/** What a process is in this group; stays when it is down. */
export interface Who {
  readonly pid: Pid;
  readonly proposer: boolean;
  readonly acceptor: boolean;
  readonly learner: boolean;
}

export const whoIs = (detail: PaxosDetail, pid: Pid): Who => ({
  pid,
  proposer: detail.proposers.includes(pid),
  acceptor: detail.acceptors.includes(pid),
  learner: detail.learners.includes(pid),
});

/** Proposers, then acceptors, then learners; who is several of these stands with the acceptors. */
export const everybody = (detail: PaxosDetail): readonly Who[] => {
  const all = detail.processes.map(({ pid }) => whoIs(detail, pid));
  const place = (one: Who): number => (one.acceptor ? 1 : one.proposer ? 0 : 2);
  return all.toSorted((a, b) => place(a) - place(b));
};

const roles = (one: Who): number =>
  Number(one.proposer) + Number(one.acceptor) + Number(one.learner);

/** Whether each process is one thing alone: then the two phases read from left to right. */
export const isSeparate = (all: readonly Who[]): boolean =>
  all.every((one) => roles(one) === 1) && all.some((one) => one.proposer);

/** Whether two processes ever send each other anything. */
export const talkOf =
  (detail: Pick<PaxosDetail, 'learning' | 'retry'>) =>
  (a: Who, b: Who): boolean => {
    const either = (is: (one: Who, other: Who) => boolean): boolean => is(a, b) || is(b, a);
    if (either((one, other) => one.proposer && other.acceptor)) return true;
    if (detail.retry === 'leader' && a.proposer && b.proposer) return true;
    switch (detail.learning) {
      case 'L1':
        return either((one, other) => one.proposer && other.learner);
      case 'L2':
        return either((one, other) => one.acceptor && other.learner);
      case 'L3':
        return either((one, other) => other.learner && (one.acceptor || one.learner));
      default:
        return false;
    }
  };

/** The colour of a ballot: the place of its proposer among all of them, from 1. */
export const claimOf = ({ proposers }: PaxosDetail, ballot: number): number | null =>
  ballot < 1 ? null : ((ballot - 1) % Math.max(1, proposers.length)) + 1;

/** The colour of a proposer before it has a ballot: the one that its ballots will have. */
export const proposerClaim = ({ proposers }: PaxosDetail, pid: Pid): number | null =>
  proposers.includes(pid) ? proposers.indexOf(pid) + 1 : null;
