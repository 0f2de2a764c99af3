import { expect, it } from 'vitest';
import { columnsOf, fullest } from './columns.ts';

it('blocks keep their order, none is divided, and the tallest column is as low as can be', () => {
  expect(columnsOf([2, 5, 5, 6], 3)).toEqual([2, 1, 1]);
  expect(columnsOf([2, 5, 5, 6], 2)).toEqual([2, 2]);
  expect(columnsOf([1, 1, 1, 9], 2)).toEqual([3, 1]);
  expect(columnsOf([4], 3)).toEqual([1]);
  expect(columnsOf([], 3)).toEqual([]);
});

it('as many columns as leave the least room empty', () => {
  // In four the first would hold a single lesson beside six.
  expect(fullest([2, 5, 5, 6], 4)).toEqual([2, 1, 1]);
  expect(fullest([5, 5, 5, 5], 4)).toEqual([1, 1, 1, 1]);
  expect(fullest([2, 5, 5, 6], 1)).toEqual([4]);
  expect(fullest([3], 4)).toEqual([1]);
});
