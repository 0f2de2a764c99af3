import { describe, expect, it } from 'vitest';
import {
  foldedAll,
  isUnfolded,
  unfoldedAll,
  unfoldedFirst,
  withRowOf,
  withUnfolded,
} from './unfolding.ts';

describe('what is unfolded', () => {
  it('is the whole of a small tree but for ZooKeeper’s own nodes, and the root of a large one', () => {
    expect(isUnfolded(unfoldedFirst(20), '/app')).toBe(true);
    expect(isUnfolded(unfoldedFirst(20), '/zookeeper')).toBe(false);
    expect(isUnfolded(unfoldedFirst(100_000), '/app')).toBe(false);
    expect(isUnfolded(unfoldedFirst(100_000), '/')).toBe(true);
  });

  it.each([
    ['all unfolded', unfoldedAll],
    ['all folded', foldedAll],
  ])('folds and unfolds one node, from %s', (_, start) => {
    const open = withUnfolded(start, '/a', true);
    expect(isUnfolded(open, '/a')).toBe(true);
    const closed = withUnfolded(open, '/a', false);
    expect(isUnfolded(closed, '/a')).toBe(false);
    expect(isUnfolded(closed, '/b')).toBe(isUnfolded(start, '/b'));
    expect(withUnfolded(withUnfolded(closed, '/a', true), '/a', true).but).toEqual(open.but);
  });

  it('gives a node its row by unfolding what stands above it, not the node itself', () => {
    const now = withRowOf(foldedAll, '/a/b/c');
    expect(['/', '/a', '/a/b', '/a/b/c'].map((path) => isUnfolded(now, path))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(withRowOf({ all: true, but: ['/', '/a'] }, '/a/b').but).toEqual([]);
  });
});
