import { describe, expect, it } from 'vitest';
import { asItIs, mostBallots, usualBallots, voteId, voteOf, votesUpTo } from './painting.ts';

describe('painting acceptors', () => {
  it('begins with four ballots, or as many as are painted or have room', () => {
    const seven = { promised: 7, accepted: 'any' } as const;
    const vote = { promised: 'any', accepted: { ballot: 9, value: 'X' } } as const;
    expect(usualBallots([], 2)).toBe(4);
    expect(usualBallots([seven], 2)).toBe(7);
    expect(usualBallots([seven, vote], 2)).toBe(9);
    expect(usualBallots([], 10)).toBe(3);
    expect([mostBallots(2), mostBallots(4)]).toEqual([15, 7]);
  });

  it('takes an acceptor over as it is', () => {
    expect(asItIs({ promised: 3, accBallot: 0, accValue: null })).toEqual({
      promised: 3,
      accepted: 'none',
    });
    expect(asItIs({ promised: 3, accBallot: 1, accValue: '10%' }).accepted).toEqual({
      ballot: 1,
      value: '10%',
    });
  });

  it.each([['any'], ['none'], [{ ballot: 12, value: '10%: or so' }]] as const)(
    'keeps what is chosen: %j',
    (accepted) => {
      expect(voteOf(voteId(accepted))).toEqual(accepted);
    },
  );

  it('offers each ballot with each value', () => {
    expect(votesUpTo(2, ['X', 'Y']).map(voteId)).toEqual(['1:X', '1:Y', '2:X', '2:Y']);
  });
});
