import { describe, expect, test } from 'vitest';
import { compared, csvOf, seriesOf } from './series.ts';

const formula = (id: string, measure: 'messages' | 'woken', n: number): number | undefined =>
  compared.find((one) => one.id === id)?.formulas[measure].of(n);

describe('what locks cost', () => {
  test.each([
    ['exclusive-lock', [4, 27, 265, 25_150]],
    ['fair-lock', [6, 28, 105, 1095]],
    ['parent-lock', [7, 30, 205, 15_550]],
  ])('by the formula of %s is as the specification tabulates it', (id, totals) => {
    expect([1, 3, 10, 100].map((n) => formula(id, 'messages', n))).toEqual(totals);
  });

  test('is written down with what was counted beside what the formula says', () => {
    const series = seriesOf(
      [{ id: 'fair-lock', clients: 3, messages: 29, woken: 2 }],
      'messages',
      (id) => `${id}, "one"`,
    );
    const [head, first] = csvOf(series, [3]).split('\r\n');
    expect(head).toContain('"fair-lock, ""one"", counted"');
    expect(first).toBe('3,,27,,30,29,28');
  });
});
