import { describe, expect, it } from 'vitest';
import type { Pid } from '../../view/time.ts';
import { isHierarchical, isMajority, isQuorum } from './quorum.ts';
import { totalOrderPredicate, soundOrder } from './vote.ts';

const weights = (of: Readonly<Record<Pid, number>> = {}): ReadonlyMap<Pid, number> =>
  new Map(Object.entries(of).map(([sid, weight]) => [Number(sid), weight]));

describe('a quorum', () => {
  it('is more than half of the voters, whoever else is there', () => {
    expect(isMajority([1, 2, 3, 4], [1, 2])).toBe(false);
    expect(isMajority([1, 2, 3, 4], [1, 2, 5])).toBe(false);
    expect(isMajority([1, 2, 3, 4], [1, 2, 4])).toBe(true);
  });

  it('by groups is more than half of the groups, each by more than half of its weight', () => {
    const three = {
      groups: [
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 9],
      ],
      weights: weights(),
    };
    expect(isHierarchical(three, [1, 2, 4, 5])).toBe(true);
    // Five of nine, and no two groups.
    expect(isHierarchical(three, [1, 2, 3, 4, 7])).toBe(false);
    const heavy = { groups: [[1, 2, 3]], weights: weights({ 1: 3 }) };
    expect(isHierarchical(heavy, [1])).toBe(true);
    expect(isHierarchical(heavy, [2, 3])).toBe(false);
  });

  it('does not count a group that weighs nothing', () => {
    const groups = {
      groups: [
        [1, 2, 3],
        [4, 5],
      ],
      weights: weights({ 4: 0, 5: 0 }),
    };
    expect(isHierarchical(groups, [1, 2])).toBe(true);
    expect(isQuorum({ voters: [1, 2, 3, 4, 5], groups }, [3, 4, 5])).toBe(false);
    expect(isQuorum({ voters: [1, 2, 3, 4, 5], groups: null }, [3, 4, 5])).toBe(true);
  });
});

it('nobody votes for another that weighs nothing', () => {
  const vote = (leader: Pid) => ({ leader, peerEpoch: 1, zxid: { epoch: 1, counter: 1 } });
  const order = { ...soundOrder, weightless: [3] };
  expect(totalOrderPredicate(vote(3), vote(2), soundOrder)).toBe(true);
  expect(totalOrderPredicate(vote(3), vote(2), order)).toBe(false);
  expect(totalOrderPredicate(vote(2), vote(1), order)).toBe(true);
});
