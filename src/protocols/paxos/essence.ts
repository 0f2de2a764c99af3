/**
 * What of a process and of the history the next step and the invariants depend on: who has promised and
 * accepted, and not in which order; no counts, and nothing that is only told.
 */
import type { Essence } from '../../kernel/model.ts';
import { ownPages } from '../../kernel/own-pages.ts';
import type { Pid } from '../../view/time.ts';
import type { Config } from './config.ts';
import type { Ghost } from './history.ts';
import type { Disk, Learner, Member, Proposer } from './member.ts';

const byPid = (a: { readonly from: Pid }, b: { readonly from: Pid }): number => a.from - b.from;

/** @param inOrder with a rule switched off, a ballot may have two values: then the first promise counts */
function proposerIn(proposer: Proposer, inOrder: boolean): unknown {
  const { promises, accepts, rounds: _rounds, refusal: _refusal, ...rest } = proposer;
  return [rest, inOrder ? promises : promises.toSorted(byPid), accepts.toSorted((a, b) => a - b)];
}

const learnerIn = ({ reports, learned }: Learner): unknown => [reports.toSorted(byPid), learned];

/** Values and votes of a ballot are sets; the order of an acceptor's votes is part of what it may report. */
function historyIn({ ballots, votes, highest, chosen, proposed }: Ghost): unknown {
  return [
    ownPages(ballots)
      .flat()
      .map(
        (record) =>
          record && [
            record.issued.toSorted(),
            record.votes.map(({ acceptor, value }) => `${acceptor} ${value}`).toSorted(),
          ],
      ),
    [...votes].toSorted(([a], [b]) => a - b).map(([pid, of]) => [pid, ownPages(of)]),
    [...highest].toSorted(([a], [b]) => a - b),
    chosen,
    proposed.toSorted(),
  ];
}

export const paxosEssence = ({ broken }: Config): Essence<Member, Disk, Ghost> => ({
  state: ({ acceptor, kept, proposer, learner, scheduler }) => [
    [acceptor, kept],
    proposer && proposerIn(proposer, broken.size > 0),
    learner && learnerIn(learner),
    scheduler && [scheduler.row, scheduler.next],
  ],
  ghost: ({ ghost }) => historyIn(ghost),
});
