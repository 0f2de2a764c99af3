import { expect, it } from 'vitest';
import { groupsOf, isolated, minority, partitionOf, sidesNow } from './groups.ts';

const five = [1, 2, 3, 4, 5];

it('splits a minority off and leaves a majority', () => {
  expect(groupsOf(minority(five, five))).toEqual([
    [1, 2],
    [3, 4, 5],
  ]);
  expect(groupsOf(minority([1, 2, 3, 4], [1, 2, 3, 4]))).toEqual([[1], [2, 3, 4]]);
  expect(groupsOf(minority(five, [1, 2, 3]))).toEqual([[1], [2, 3, 4, 5]]);
});

it('isolates one server', () => {
  expect(groupsOf(isolated(five, 5))).toEqual([[5], [1, 2, 3, 4]]);
});

it('cuts nothing when all are in one group', () => {
  expect(partitionOf(new Map(five.map((pid) => [pid, 'B'])), false)).toBeNull();
  expect(partitionOf(isolated([1, 2], 2), true)).toEqual({
    kind: 'partition',
    groups: [[2], [1]],
    oneWay: true,
  });
});

it('begins with the sides that the network has', () => {
  expect(groupsOf(sidesNow(five, []))).toEqual([five]);
  expect(groupsOf(sidesNow(five, [[1, 2], [3], [4, 5]]))).toEqual([[1, 2], [3], [4, 5]]);
});
