import { expect, test } from 'vitest';
import { beside } from './beside.ts';
import { outline } from './testing/outline.ts';
import { text } from './shape.ts';

test('two drawings beside each other have room for both, and all of their words', () => {
  const one = { width: 100, height: 40, shapes: [text(0, 10, 'stage')] };
  const other = { width: 60, height: 90, shapes: [text(0, 10, 'tree')] };
  const both = beside(one, other);
  expect(both.width).toBeGreaterThanOrEqual(160);
  expect(both.height).toBe(90);
  expect(outline(both.shapes)).toBe('left\n  "stage"\nright\n  "tree"\n');
});
