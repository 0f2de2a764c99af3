import { expect, it } from 'vitest';
import { firstSpan, spanAround, SPANS } from './span.ts';

it('begins at zero and then follows the playhead', () => {
  expect(spanAround(0, 30_000)).toEqual([0, 30_000]);
  expect(spanAround(19_200, 30_000)).toEqual([0, 30_000]);
  expect(spanAround(119_200, 30_000)).toEqual([100_000, 130_000]);
});

it('offers spans from 1 ms to 1000 s and begins near three seconds of watching', () => {
  expect(SPANS[0]).toBe(1000);
  expect(SPANS.at(-1)).toBe(1_000_000_000);
  expect(SPANS[firstSpan(10_000)]).toBe(20_000);
});
