import { describe, expect, it } from 'vitest';
import { gridOf, placeBy, windowOf } from './grid.ts';

const grid = gridOf(700, 66, 5000);

describe('a grid of cells', () => {
  it('has as many columns as there is room for, and one at least', () => {
    expect(grid).toEqual({ columns: 10, lines: 500 });
    expect(gridOf(20, 66, 3)).toEqual({ columns: 1, lines: 3 });
    expect(gridOf(700, 66, 0).lines).toBe(0);
  });

  it('asks for what is in sight and some lines round it, and not again for every line', () => {
    for (let top = 0; top <= 500; top++) {
      const { first, most } = windowOf(grid, top, 4);
      expect(first % grid.columns).toBe(0);
      expect(first).toBeLessThanOrEqual(top * 10);
      expect(first + most).toBeGreaterThanOrEqual((top + 4) * 10);
      expect(most).toBeLessThanOrEqual(500);
    }
    const asked = new Set(Array.from({ length: 60 }, (_, top) => windowOf(grid, top, 4).first));
    expect(asked.size).toBeLessThan(12);
  });

  it('is walked by keys, and never left', () => {
    const go = (key: string, from: number) => placeBy(key, from, grid, 5000, 4);
    expect([go('ArrowRight', 7), go('ArrowDown', 7), go('PageUp', 100)]).toEqual([8, 17, 60]);
    expect([go('ArrowLeft', 0), go('End', 9), go('Home', 9)]).toEqual([0, 4999, 0]);
    expect(go('x', 9)).toBeNull();
  });
});
