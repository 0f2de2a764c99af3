import { describe, expect, it } from 'vitest';
import { Explorer, NO_LIMITS } from './explorer.ts';
import type { Model, Row, Sink } from './explorer.ts';

/** Counters that go up by one, each to the top; the goal is a sum. */
class Counters implements Model {
  readonly width: number;
  readonly interchangeable: readonly number[];
  private readonly top: number;
  private readonly goal: number;

  constructor(width: number, top: number, symmetric: boolean, goal = -1) {
    this.width = width;
    this.top = top;
    this.goal = goal;
    this.interchangeable = symmetric ? Array.from({ length: width }, (_, place) => place) : [];
  }

  first(row: Row): void {
    row.fill(0);
  }

  expand(row: Row, sink: Sink): void {
    for (let place = 0; place < this.width; place++) {
      const value = row[place] as number;
      if (value === this.top) continue;
      sink.next[place] = value + 1;
      sink.reached(place);
      sink.next[place] = value;
    }
  }

  judge(row: Row): number {
    return row.reduce((sum, value) => sum + value, 0) === this.goal ? 1 : 0;
  }
}

describe('the explorer', () => {
  it('finds every state once', () => {
    const explorer = new Explorer(new Counters(5, 9, false));
    explorer.run();
    expect(explorer.distinct).toBe(10 ** 5);
    expect(explorer.depth).toBe(45);
    expect(explorer.complete).toBe(true);
    expect(explorer.generated).toBe(1 + 5 * 9 * 10 ** 4);
  });

  it('counts states that differ by trading places as one', () => {
    const explorer = new Explorer(new Counters(3, 9, true));
    explorer.run();
    // Multisets of 3 out of 10.
    expect(explorer.distinct).toBe(220);
  });

  it('finds a nearest state first, and the way to it', () => {
    const explorer = new Explorer(new Counters(3, 9, false, 7));
    explorer.run();
    expect(explorer.found?.verdict).toBe(1);
    expect(explorer.depth).toBe(7);
    expect(explorer.complete).toBe(false);
    const rows = explorer.rowsTo(explorer.found?.state ?? -1);
    expect(rows.map((row) => row.reduce((sum, value) => sum + value, 0))).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7,
    ]);
  });

  it('comes to the same end in slices of any size', () => {
    const whole = new Explorer(new Counters(4, 6, false));
    whole.run();
    for (const budget of [1, 7, 1000]) {
      const sliced = new Explorer(new Counters(4, 6, false));
      while (!sliced.run(budget));
      expect([sliced.distinct, sliced.generated, sliced.depth]).toEqual([
        whole.distinct,
        whole.generated,
        whole.depth,
      ]);
    }
  });

  it('goes no deeper than it may, and says that it is not complete', () => {
    const explorer = new Explorer(new Counters(2, 9, false), { ...NO_LIMITS, depth: 3 });
    explorer.run();
    expect(explorer.distinct).toBe(1 + 2 + 3 + 4);
    expect(explorer.depth).toBe(3);
    expect(explorer.complete).toBe(false);
    expect(explorer.over).toBe(true);
  });

  it('stops when it has as many states as it may have', () => {
    const explorer = new Explorer(new Counters(4, 9, false), { ...NO_LIMITS, states: 500 });
    explorer.run();
    expect(explorer.distinct).toBeGreaterThanOrEqual(500);
    expect(explorer.distinct).toBeLessThan(510);
    expect(explorer.complete).toBe(false);
  });
});
