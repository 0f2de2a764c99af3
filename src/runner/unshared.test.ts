import { describe, expect, it } from 'vitest';
import { append, noPages } from '../kernel/pages.ts';
import { remove, set } from '../zookeeper/tree/sorted-map.ts';
import type { SortedMap } from '../zookeeper/tree/sorted-map.ts';
import { unshared } from './unshared.ts';

const record = (size: number): Record<string, number> =>
  Object.fromEntries(Array.from({ length: size }, (_, index) => [`field${index}`, index]));

describe('what a value does not share with another', () => {
  it('is nothing of the same one, and all of one that is compared with nothing', () => {
    const value = { a: record(10), b: [record(5)] };
    expect(unshared(value, value)).toBe(0);
    // Four objects with 2, 10, 1 and 5 fields.
    expect(unshared(value, null)).toBe(4 * 24 + 18 * 8);
  });

  it('is a changed record alone, and not what hangs on it', () => {
    const big = record(1000);
    const before = { big, round: 1 };
    expect(unshared({ big, round: 2 }, before)).toBe(24 + 2 * 8);
  });

  it('is not what a list has only moved to another place', () => {
    const jobs = Array.from({ length: 20 }, () => record(20));
    const moved = { queue: [...jobs.slice(1), record(20)] };
    expect(unshared(moved, { queue: jobs })).toBeLessThan(2 * (24 + 20 * 8) + 24 * 2 + 21 * 8);
  });

  it('is the way to a changed place of a tree or a long list, however large that is', () => {
    let tree: SortedMap<object> = null;
    for (let index = 0; index < 4000; index++) tree = set(tree, `/n${index * 7919}`, record(4));
    const changed = remove(set(tree, '/n7919000/x', record(4)), '/n79190');
    expect(unshared({ tree: changed }, { tree })).toBeLessThan(30_000);
    let list = noPages;
    for (let index = 0; index < 4000; index++) list = append(list, record(4) as never);
    expect(unshared(append(list, record(4) as never), list)).toBeLessThan(3000);
  });

  it('is looked at up to a bound', () => {
    const many = Array.from({ length: 1000 }, () => record(4));
    expect(unshared(many, null, 11)).toBe(24 + 1000 * 8 + 10 * (24 + 4 * 8));
  });
});
