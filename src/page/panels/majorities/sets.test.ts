import { expect, it } from 'vitest';
import { toggled } from './sets.ts';

it('a server that is pressed joins its set, or leaves it; the other set stays', () => {
  const sets = { a: [1, 3], b: [2] };
  expect(toggled(sets, 'a', 2)).toEqual({ a: [1, 2, 3], b: [2] });
  expect(toggled(sets, 'b', 2)).toEqual({ a: [1, 3], b: [] });
});
