import type { AcceptorView } from '../../../view/paxos.ts';
import type { AcceptorTarget, PaintedVote } from '../../../view/reach.ts';

/** A search has no room for more proposals than this: ballots times values. */
const MOST_PROPOSALS = 30;
/** Ballots searched at first; more where more are painted. */
const USUAL_BALLOTS = 4;

export const anything: AcceptorTarget = { promised: 'any', accepted: 'any' };

/** An acceptor as it is. */
export const asItIs = ({ promised, accBallot, accValue }: AcceptorView): AcceptorTarget => ({
  promised,
  accepted: accValue === null ? 'none' : { ballot: accBallot, value: accValue },
});

/** The highest ballot in what is painted. */
export const highestPainted = (targets: readonly AcceptorTarget[]): number =>
  Math.max(
    0,
    ...targets.map(({ promised, accepted }) =>
      Math.max(
        promised === 'any' ? 0 : promised,
        typeof accepted === 'string' ? 0 : accepted.ballot,
      ),
    ),
  );

/** How far a search goes at first. */
export const usualBallots = (targets: readonly AcceptorTarget[], values: number): number =>
  Math.max(Math.min(USUAL_BALLOTS, mostBallots(values)), highestPainted(targets));

export const mostBallots = (values: number): number =>
  Math.floor(MOST_PROPOSALS / Math.max(1, values));

/** A choice of what an acceptor has accepted, as the id of an option and back. */
export const voteId = (accepted: AcceptorTarget['accepted']): string =>
  typeof accepted === 'string' ? accepted : `${accepted.ballot}:${accepted.value}`;

export const voteOf = (id: string): AcceptorTarget['accepted'] => {
  const [, ballot, value] = /^(\d+):(.*)$/su.exec(id) ?? [];
  if (ballot !== undefined && value !== undefined) return { ballot: Number(ballot), value };
  return id === 'none' ? 'none' : 'any';
};

/** Every vote that can be painted with so many ballots. */
export const votesUpTo = (ballots: number, values: readonly string[]): readonly PaintedVote[] =>
  Array.from({ length: ballots }, (_, index) =>
    values.map((value): PaintedVote => ({ ballot: index + 1, value })),
  ).flat();
