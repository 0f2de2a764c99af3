import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Digest } from './digest.ts';
import { append, at, noPages, pagesOf, put } from './pages.ts';
import type { Pages } from './pages.ts';

const hex = (value: unknown): string => {
  const digest = new Digest();
  digest.value(value);
  return digest.hex();
};

/** As links of old have it in their digests: a list of pages of 32. */
const plain = (items: readonly (number | null)[]): unknown => {
  const pages: (number | null)[][] = [];
  for (let from = 0; from < items.length; from += 32) pages.push(items.slice(from, from + 32));
  return { length: items.length, pages };
};

describe('pages', () => {
  it('hold what was put into them, and count in a digest as they always did', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 3000 }), (items) => {
        let list: Pages<number> = noPages;
        for (const item of items) list = append(list, item);
        expect(items.map((_, index) => at(list, index))).toEqual(items);
        expect(at(list, items.length)).toBeNull();
        expect(hex(list)).toBe(hex(plain(items)));
        expect(pagesOf(items)).toEqual(list);
      }),
    );
  });

  it('may have gaps', () => {
    const list = put(put(noPages, 70, 7), 3, 1);
    expect([at(list, 3), at(list, 2), at(list, 40), at(list, 70)]).toEqual([1, null, null, 7]);
    // What nobody has reached of a page is not there yet.
    const pages = [[null, null, null, 1], [], [null, null, null, null, null, null, 7]];
    expect(hex(list)).toBe(hex({ length: 71, pages }));
  });

  it('leave the list alone that they were made of, and share with it all but one way', () => {
    const before = pagesOf(Array.from({ length: 100_000 }, (_, i) => i));
    const after = append(before, -1);
    expect([before.length, after.length, at(before, 100_000), at(after, 100_000)]).toEqual([
      100_000,
      100_001,
      null,
      -1,
    ]);
    const changed = after.pages.first.filter((page, i) => page !== before.pages.first[i]);
    expect(changed).toHaveLength(1);
  });
});
