/** What one decision costs: by the formula, written here, and as it was counted in runs elsewhere. */
import type { MessagesCounted } from '../../../view/byzantine-ask.ts';
import type { CostSeries } from '../../../stage/cost-plot.ts';

/** The numbers of generals, and the rounds of relays. */
export const COUNTED = [3, 4, 5, 6, 7, 8, 9, 10] as const;
export const ROUNDS = [0, 1, 2, 3] as const;

const MARKS = ['filled', 'hollow', 'square', 'diamond'] as const;

/** OM(m) among n: (n−1) + (n−1)(n−2) + … */
export const oral = (n: number, rounds: number): number => {
  let [each, sum] = [1, 0];
  for (let k = 1; k <= rounds + 1; k++) {
    each *= Math.max(0, n - k);
    sum += each;
  }
  return sum;
};

/** SM(m) among n, with at least one round of relays, when all are loyal. */
export const signed = (n: number): number => (n - 1) ** 2;

/** What is counted: each number of generals, with each number of rounds, and signed. */
export const countedPairs = COUNTED.flatMap((generals) => [
  ...ROUNDS.filter((rounds) => generals >= rounds + 2).map((rounds) => ({
    generals,
    rounds,
    signed: false,
  })),
  { generals, rounds: 1, signed: true },
]);

/** Curves up to so many rounds of relays. */
export const seriesOf = (
  counted: readonly MessagesCounted[],
  most: number,
  nameOf: (id: 'm0' | 'm1' | 'm2' | 'm3' | 'signed') => string,
): readonly CostSeries[] => {
  const of = (rounds: number, sign: boolean): CostSeries['counted'] =>
    counted
      .filter((one) => one.rounds === rounds && one.signed === sign)
      .map(({ generals, messages }) => ({ n: generals, messages }));
  const ids = ['m0', 'm1', 'm2', 'm3'] as const;
  return [
    ...ROUNDS.filter((rounds) => rounds <= most).map((rounds): CostSeries => ({
      id: ids[rounds],
      name: nameOf(ids[rounds]),
      formula: '',
      expected: (n) => oral(n, rounds),
      counted: of(rounds, false),
      mark: MARKS[rounds],
    })),
    {
      id: 'signed',
      name: nameOf('signed'),
      formula: '',
      expected: signed,
      counted: of(1, true),
      mark: 'filled-diamond',
    },
  ];
};
