import { describe, expect, it } from 'vitest';
import { Played, scenarioOf, several } from './testing/played.ts';

/** Everybody asks at the start, acquires once and releases once. */
const messagesOf = (
  count: number,
  program: string,
  values: Record<string, number> = {},
): Played => {
  // Nobody lets go before all wait; a session of this length outlives the queue.
  const clients = several(count, program, 0, {
    values: { workMs: 1000, ...values },
    timeoutMs: 10_000,
  });
  return new Played(scenarioOf(clients)).end();
};

describe('messages of clients for N contenders, by simulation', () => {
  it.each([
    [1, 4],
    [3, 27],
    [10, 265],
    [100, 25_150],
  ])('one ephemeral node, N = %i: 5N(N+1)/2 − N = %i', (count, total) => {
    const { counts } = messagesOf(count, 'exclusive-lock').detail;
    expect((5 * count * (count + 1)) / 2 - count).toBe(total);
    expect(counts.messages).toBe(total);
    expect(counts.woken).toBe((count * (count - 1)) / 2);
  });

  it.each([
    [1, 6],
    [3, 28],
    [10, 105],
    [100, 1095],
  ])('a queue, each waits for the one before it, N = %i: 11N − 5 = %i', (count, total) => {
    const { counts, releases } = messagesOf(count, 'fair-lock').detail;
    expect(11 * count - 5).toBe(total);
    expect(counts.messages).toBe(total);
    expect(counts.woken).toBe(count - 1);
    expect(counts.wokenForNothing).toBe(0);
    expect(Math.max(...releases.map(({ woken }) => woken))).toBe(count === 1 ? 0 : 1);
  });

  it.each([
    [1, 7],
    [3, 30],
    [10, 205],
    [100, 15_550],
  ])('a queue, everybody watches the parent, N = %i: 7N + 3N(N−1)/2 = %i', (count, total) => {
    const { counts } = messagesOf(count, 'parent-lock', { settleMs: 900 }).detail;
    expect(7 * count + (3 * count * (count - 1)) / 2).toBe(total);
    expect(counts.messages).toBe(total);
    expect(counts.woken).toBe((count * (count - 1)) / 2);
  });

  it('woken per release: m − 1 of m contenders on one node, of whom all but one in vain', () => {
    const { releases } = messagesOf(10, 'exclusive-lock').detail;
    expect(releases.map(({ woken }) => woken)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
    expect(releases.map(({ forNothing }) => forNothing)).toEqual([8, 7, 6, 5, 4, 3, 2, 1, 0, 0]);
  });
});
