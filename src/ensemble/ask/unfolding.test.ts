import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankStat } from '../../zookeeper/tree/data-tree.ts';
import { newNode, withChild } from '../../zookeeper/tree/node.ts';
import type { DataNode } from '../../zookeeper/tree/node.ts';
import { entries } from '../../zookeeper/tree/sorted-map.ts';
import { Unfolded } from './unfolding.ts';

interface Made {
  readonly [name: string]: Made;
}

const nodeOf = (path: string, made: Made): DataNode =>
  Object.entries(made).reduce(
    (node, [name, below]) => withChild(node, name, nodeOf(`${path}/${name}`, below)),
    newNode(path, { ...blankStat, data: null, acl: 0 }),
  );

const path = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 4 })
  .map((names) => `/${names.join('/')}`);
const grow = (names: readonly string[], into: Made): Made => {
  const [first, ...rest] = names;
  return first === undefined ? into : { ...into, [first]: grow(rest, into[first] ?? {}) };
};
const tree = fc
  .array(path, { maxLength: 20 })
  .map((paths) =>
    paths.reduce<Made>((made, one) => grow(one.split('/').filter(Boolean), made), {}),
  );
const unfolding = fc.record({ all: fc.boolean(), but: fc.uniqueArray(path, { maxLength: 6 }) });

/** The rows as one would count them on paper. */
function* walked(
  node: DataNode,
  at: string,
  all: boolean,
  but: readonly string[],
): Generator<string> {
  yield at === '' ? '/' : at;
  if (all === but.includes(at === '' ? '/' : at)) return;
  for (const { key, value } of entries(node.children))
    yield* walked(value, `${at}/${key}`, all, but);
}

describe('an unfolded tree', () => {
  it('has as many rows as a walk over them finds, each at its place', () => {
    fc.assert(
      fc.property(tree, unfolding, (made, how) => {
        const root = nodeOf('', made);
        const rows = [...walked(root, '', how.all, how.but)];
        const unfolded = new Unfolded(how);
        expect(unfolded.size(root, unfolded.but)).toBe(rows.length);
        expect(rows.map((one) => unfolded.rowOf(root, one))).toEqual(rows.map((_, row) => row));
      }),
    );
  });

  it('has no row for what is folded away or not there', () => {
    const root = nodeOf('', { a: { b: {} } });
    expect(new Unfolded({ all: true, but: ['/a'] }).rowOf(root, '/a/b')).toBeNull();
    expect(new Unfolded({ all: true, but: [] }).rowOf(root, '/a/c')).toBeNull();
    expect(new Unfolded({ all: false, but: ['/', '/a'] }).rowOf(root, '/a/b')).toBe(2);
  });
});
