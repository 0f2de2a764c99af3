import type { CostSeries } from '../../../stage/cost-plot.ts';
import type { Counted } from '../../../view/cost.ts';

export type Measure = 'messages' | 'woken';
export type ComparedId = 'exclusive-lock' | 'parent-lock' | 'fair-lock';

/** What is compared: by the specification's formulas of N, and as they are written. */
export interface Compared {
  readonly id: ComparedId;
  readonly mark: CostSeries['mark'];
  readonly formulas: Readonly<
    Record<Measure, { readonly written: string; readonly of: (n: number) => number }>
  >;
}

/**
 * Everybody asks at the start, has it once and lets go: what that takes, from the protocol specification
 * (7.0). They are written here and counted elsewhere, or agreement would say nothing.
 */
export const compared: readonly Compared[] = [
  {
    id: 'exclusive-lock',
    mark: 'filled',
    formulas: {
      messages: { written: '5N(N + 1)/2 − N', of: (n) => (5 * n * (n + 1)) / 2 - n },
      woken: { written: 'N(N − 1)/2', of: (n) => (n * (n - 1)) / 2 },
    },
  },
  {
    id: 'parent-lock',
    mark: 'square',
    formulas: {
      messages: { written: '7N + 3N(N − 1)/2', of: (n) => 7 * n + (3 * n * (n - 1)) / 2 },
      woken: { written: 'N(N − 1)/2', of: (n) => (n * (n - 1)) / 2 },
    },
  },
  {
    id: 'fair-lock',
    mark: 'hollow',
    formulas: {
      messages: { written: '11N − 5', of: (n) => 11 * n - 5 },
      woken: { written: 'N − 1', of: (n) => n - 1 },
    },
  },
];

/** The numbers of clients that are counted. */
export const COUNTED_N: readonly number[] = [
  1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 18, 20, 22, 25, 30, 35, 40, 50, 60, 70, 80, 90, 100,
];

export const seriesOf = (
  counted: readonly Counted[],
  measure: Measure,
  nameOf: (id: ComparedId) => string,
): readonly CostSeries[] =>
  compared.map(({ id, mark, formulas }) => ({
    id,
    mark,
    name: nameOf(id),
    formula: formulas[measure].written,
    expected: formulas[measure].of,
    counted: counted
      .filter((one) => one.id === id)
      .map((one) => ({ n: one.clients, messages: one[measure] })),
  }));

/** Rows of numbers with a header, for a spreadsheet: what was counted, and what the formula says. */
export const csvOf = (
  series: readonly CostSeries[],
  numbers: readonly number[],
  of = 'N',
): string => {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const head = [
    of,
    ...series.flatMap(({ name }) => [quoted(`${name}, counted`), quoted(`${name}, formula`)]),
  ];
  const rows = numbers.map((n) => [
    n,
    ...series.flatMap(({ counted, expected }) => [
      counted.find((one) => one.n === n)?.messages ?? '',
      expected?.(n) ?? '',
    ]),
  ]);
  return `${[head, ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`;
};
