import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Digest } from './digest.ts';
import { itemAt, itemsOf, noItems, withItem } from './long-list.ts';
import type { LongList } from './long-list.ts';

const listOf = (items: readonly string[]): LongList<string> => {
  let list: LongList<string> = noItems;
  for (const [i, item] of items.entries()) list = withItem(list, i, item);
  return list;
};

const hex = (value: unknown): string => {
  const digest = new Digest();
  digest.value(value);
  return digest.hex();
};

describe('a long list', () => {
  it('holds what was put into it, and counts in a digest as the plain list', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 200 }), (items) => {
        const list = listOf(items);
        expect(itemsOf(list)).toEqual(items);
        expect(hex({ a: list, b: 1 })).toBe(hex({ a: items, b: 1 }));
      }),
    );
  });

  it('leaves the list alone that it was made of', () => {
    const items = Array.from({ length: 40_000 }, (_, i) => `${i}`);
    const before = listOf(items);
    const after = withItem(withItem(before, 40_000, 'new'), 33_000, 'other');
    expect(itemsOf(before)).toEqual(items);
    expect(itemAt(after, 33_000)).toBe('other');
    expect(itemAt(after, 40_000)).toBe('new');
    expect(after.longList).toBe(40_001);
  });

  it('has nothing outside, and no holes', () => {
    const list = listOf(['a', 'b']);
    expect([-1, 2, 0.5, NaN].map((index) => itemAt(list, index))).toEqual([null, null, null, null]);
    expect(() => withItem(list, 3, 'c')).toThrow(RangeError);
  });
});
