import { describe, expect, it } from 'vitest';
import { scrollFor, windowAround } from './window.ts';

describe('the rows that are asked for', () => {
  it('hold what is in sight, wherever one has scrolled to', () => {
    for (let top = 0; top < 1000; top++) {
      const { first, most } = windowAround(top, 15);
      expect(first).toBeLessThanOrEqual(top);
      expect(first + most).toBeGreaterThanOrEqual(top + 15);
    }
  });

  it('stay the same while one scrolls a little', () => {
    const asked = new Set(Array.from({ length: 120 }, (_, top) => windowAround(top, 15).first));
    expect(asked.size).toBeLessThan(12);
  });

  it('are never more than an answer holds', () => {
    expect(windowAround(0, 5000).most).toBe(500);
  });
});

describe('scrolling to a row', () => {
  const place = { top: 270, height: 100, rowHeight: 27 };
  it('moves no more than is needed', () => {
    expect(scrollFor(11, place)).toBeNull();
    expect(scrollFor(9, place)).toBe(243);
    expect(scrollFor(13, place)).toBe(278);
  });
});
