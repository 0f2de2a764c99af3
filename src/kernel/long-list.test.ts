import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Digest } from './digest.ts';
import { lastItems, longListOf } from './long-list-whole.ts';
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

  it('leaves every list alone that it was made of, whichever goes on first', () => {
    const move = fc.record({
      of: fc.nat(),
      set: fc.boolean(),
      times: fc.integer({ min: 1, max: 70 }),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        const lists: { list: LongList<number>; plain: readonly number[] }[] = [
          { list: noItems, plain: [] },
        ];
        let value = 0;
        for (const { of, set, times } of moves) {
          let { list, plain } = lists[of % lists.length] as (typeof lists)[number];
          for (let time = 0; time < times; time++) {
            const index = set && plain.length > 0 ? of % plain.length : plain.length;
            list = withItem(list, index, value);
            plain = index < plain.length ? plain.with(index, value) : [...plain, value];
            value++;
          }
          lists.push({ list, plain });
        }
        for (const { list, plain } of lists) {
          expect(itemsOf(list)).toEqual(plain);
          expect(hex(list)).toBe(hex(plain));
        }
      }),
    );
  });

  it('has nothing outside, and no holes', () => {
    const list = listOf(['a', 'b']);
    expect([-1, 2, 0.5, NaN].map((index) => itemAt(list, index))).toEqual([null, null, null, null]);
    expect(() => withItem(list, 3, 'c')).toThrow(RangeError);
  });

  it('forgets its beginning, and nothing else moves', () => {
    fc.assert(
      fc.property(fc.nat(4000), fc.integer({ min: 1, max: 200 }), (count, most) => {
        const items = Array.from({ length: count }, (_, i) => `${i}`);
        const whole = longListOf(items);
        const last = lastItems(whole, most);
        const kept = items.slice(-most);
        expect(itemsOf(last)).toEqual(kept);
        expect(itemAt(last, last.from - 1)).toBeNull();
        expect(itemAt(last, count - 1)).toBe(items.at(-1) ?? null);
        expect(itemsOf(last, count - 3)).toEqual(kept.slice(-3));
        expect(itemsOf(last, 0, last.from + 2)).toEqual(kept.slice(0, 2));
        expect(hex(last)).toBe(hex(kept));
        expect(itemsOf(whole)).toEqual(items);
      }),
    );
  });

  it('that goes on for ever makes few pages for each item, and keeps few', () => {
    const most = 5000;
    let list: LongList<number> = noItems;
    let copied = 0;
    for (let i = 0; i < 60_000; i++) {
      const next = lastItems(withItem(list, i, i), most);
      if (i > most) copied += newPages(list.first, next.first);
      list = next;
    }
    // One for each level, and at each thirty-second item the way to what is forgotten.
    expect(copied / 55_000).toBeLessThan(5);
    expect(heldBy(list.first)).toBeLessThan(most + 64);
    expect(() => withItem(list, list.from - 1, 0)).toThrow(RangeError);
  });
});

type Below = readonly unknown[];

const newPages = (before: Below, after: Below): number => {
  if (before === after) return 0;
  return after.reduce<number>((sum, below, at) => {
    const was = before[at];
    if (!Array.isArray(below) || below === was) return sum;
    return sum + newPages(Array.isArray(was) ? was : [], below);
  }, 1);
};

const heldBy = (page: Below): number =>
  page.reduce<number>((sum, below) => {
    if (Array.isArray(below)) return sum + heldBy(below);
    return below === null ? sum : sum + 1;
  }, 0);
