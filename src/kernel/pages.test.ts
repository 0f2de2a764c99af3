import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Digest } from './digest.ts';
import { ownPages } from './own-pages.ts';
import { append, at, noPages, pagesOf, put, sharedBeginning } from './pages.ts';
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

  it('leave every list alone that they were made of, whichever goes on first', () => {
    const move = fc.record({
      of: fc.nat(),
      place: fc.oneof(fc.constant(null), fc.nat(80)),
      times: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 25 }), (moves) => {
        const lists: { list: Pages<number>; plain: (number | null)[] }[] = [
          { list: noPages, plain: [] },
        ];
        let value = 0;
        for (const { of, place, times } of moves) {
          let { list, plain } = lists[of % lists.length] as (typeof lists)[number];
          plain = [...plain];
          for (let time = 0; time < times; time++) {
            const index = place ?? plain.length;
            list = put(list, index, value);
            while (plain.length < index) plain.push(null);
            plain[index] = value++;
          }
          lists.push({ list, plain });
        }
        for (const { list, plain } of lists) {
          expect(plain.map((_, index) => at(list, index))).toEqual(plain);
          expect(at(list, plain.length)).toBeNull();
          let alone: Pages<number> = noPages;
          plain.forEach((item, index) => {
            if (item !== null) alone = put(alone, index, item);
          });
          expect(hex(ownPages(list).flat())).toBe(hex(ownPages(alone).flat()));
        }
      }),
    );
  });

  it('share all with the list that they go on from, and another one copies a page', () => {
    const before = pagesOf(Array.from({ length: 100_000 }, (_, i) => i));
    const after = append(append(before, -1), -2);
    const other = append(before, -3);
    expect([before.length, at(before, 100_000)]).toEqual([100_000, null]);
    expect([at(after, 100_000), at(after, 100_001), at(other, 100_000)]).toEqual([-1, -2, -3]);
    expect(at(other, 100_001)).toBeNull();
    expect(after.pages.first).toBe(before.pages.first);
    const changed = other.pages.first.filter((page, i) => page !== before.pages.first[i]);
    expect(changed).toHaveLength(1);
    expect(sharedBeginning(after, other)).toBe(99_968 + 32);
  });
});
