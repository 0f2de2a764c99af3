import type { BallotView, PaxosDetail } from '../../view/paxos.ts';
import { claimOf } from './who.ts';
import type { SayPaxos } from './words.ts';

/** More rings than this say nothing any more; there are at most four proposers. */
const MOST = 4;

/** A ballot with what is behind it. */
export interface Quorum {
  readonly ballot: BallotView;
  readonly phase: 'promised' | 'accepted' | 'chosen';
  readonly count: number;
  readonly full: boolean;
  readonly claim: number | null;
}

/** Ballots with somebody behind them, the newest ones, smallest first. */
export const quorums = ({ ballots, quorum, ...detail }: PaxosDetail): readonly Quorum[] =>
  ballots
    .filter(({ promised, accepted }) => promised.length + accepted.length > 0)
    .slice(-MOST)
    .map((ballot) => {
      const phase = ballot.chosen ? 'chosen' : ballot.value === null ? 'promised' : 'accepted';
      const count = phase === 'promised' ? ballot.promised.length : ballot.accepted.length;
      const claim = claimOf({ ballots, quorum, ...detail }, ballot.ballot);
      return { ballot, phase, count, full: count >= quorum, claim };
    });

/** What a ring counts: `ballot 5: 2 of 3 accepted`. @param of how many a quorum needs */
export const countText = (
  say: SayPaxos,
  { ballot: { ballot }, phase, count }: Pick<Quorum, 'ballot' | 'phase' | 'count'>,
  of: number,
  short: boolean,
): string => {
  const what = say(`${short ? 'phaseShort' : 'phase'}.${phase}`, { count, quorum: of });
  return say(short ? 'ringShort' : 'ring', { ballot, what });
};
