import { assert, constantFrom, array, property, record, string, nat } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, entries, get, has, keysOf, remove, set, sizeOf } from './sorted-map.ts';
import type { SortedMap } from './sorted-map.ts';

const key = string({
  minLength: 0,
  maxLength: 3,
  unit: constantFrom('a', 'b', '/', '-', '0', 'é'),
});
const deeds = array(record({ remove: constantFrom(true, false, false), key, value: nat(9) }), {
  maxLength: 60,
});

/** Java's order, not the locale's. */
const byUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

describe('a sorted map', () => {
  it('holds what a plain map holds, in order, and keeps every earlier version', () => {
    assert(
      property(deeds, key, (list, from) => {
        const plain = new Map<string, number>();
        let map: SortedMap<number> = null;
        const versions: [SortedMap<number>, [string, number][]][] = [];
        for (const { remove: away, key: k, value } of list) {
          if (away) {
            plain.delete(k);
            map = remove(map, k);
          } else {
            plain.set(k, value);
            map = set(map, k, value);
          }
          versions.push([map, [...plain].toSorted(([a], [b]) => byUnit(a, b))]);
        }
        for (const [version, expected] of versions) {
          const found = [...entries(version)].map((entry) => [entry.key, entry.value]);
          expect(found).toEqual(expected);
          expect(sizeOf(version)).toBe(expected.length);
        }
        const ordered = [...plain.keys()].toSorted(byUnit);
        expect([...entries(map, from)].map((entry) => entry.key)).toEqual(
          ordered.filter((k) => k >= from),
        );
        for (const [index, k] of ordered.entries()) {
          expect(at(map, index)?.key).toBe(k);
          expect(get(map, k)).toBe(plain.get(k));
        }
        expect(at(map, ordered.length)).toBeUndefined();
        expect(has(map, 'not there')).toBe(false);
      }),
    );
  });

  it('is the same data for the same entries, in whatever order they came', () => {
    assert(
      property(array(key), array(key), (keys, extra) => {
        const fill = (order: readonly string[]): SortedMap<string> =>
          order.reduce<SortedMap<string>>((map, k) => set(map, k, k), null);
        const detour = extra
          .filter((k) => !keys.includes(k))
          .reduce<SortedMap<string>>((map, k) => remove(map, k), fill([...extra, ...keys]));
        expect(fill(keys.toReversed())).toEqual(fill(keys));
        expect(detour).toEqual(fill(keys));
      }),
    );
  });

  it('stays shallow under numbered names, and one write makes few new branches', () => {
    let map: SortedMap<number> = null;
    for (let i = 0; i < 20_000; i++) map = set(map, `lock-${String(i).padStart(10, '0')}`, i);
    const depth = (branch: SortedMap<number>): number =>
      branch === null ? 0 : 1 + Math.max(depth(branch.left), depth(branch.right));
    expect(depth(map)).toBeLessThan(50);
    const before = new Set<unknown>(entries(map));
    const after = [...entries(set(map, 'lock-5', 5))].filter((branch) => !before.has(branch));
    expect(after.length).toBeLessThan(50);
    expect(keysOf(map)[7]).toBe('lock-0000000007');
  });

  it('is itself when what is removed was not there', () => {
    const map = set(set<number>(null, 'b', 1), 'a', 2);
    expect(remove(map, 'c')).toBe(map);
  });
});
