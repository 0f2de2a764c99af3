/** T: the data tree of 100,000 nodes beside one of 1,000: a write, a read, a list, opening files. */
import process from 'node:process';
import { OpenedFiles } from '../src/runner/opened/opened-files.ts';
import { writeSnapshot } from '../src/zookeeper/files/snapshot.ts';
import { readSnapshot } from '../src/zookeeper/files/snapshot-reader.ts';
import { writeTxnLog } from '../src/zookeeper/files/txn-log.ts';
import { snapshotOf, treeOf } from '../src/zookeeper/files/tree-snapshot.ts';
import type { TxnBody } from '../src/zookeeper/records/txns.ts';
import { OPEN_ACL } from '../src/zookeeper/tree/acl-cache.ts';
import { applyTxn } from '../src/zookeeper/tree/apply.ts';
import { emptyTree, nodeAt } from '../src/zookeeper/tree/data-tree.ts';
import type { DataTree } from '../src/zookeeper/tree/data-tree.ts';
import { statOf } from '../src/zookeeper/tree/node.ts';
import { at, entries, sizeOf } from '../src/zookeeper/tree/sorted-map.ts';
import { median } from './row.ts';
import type { Row } from './row.ts';

export const name = 'T tree';

const SMALL = 1000;
const LARGE = 100_000;
const ROUNDS = 15;
/** Operations in one round, so that a round is long beside the clock's grain. */
const OPERATIONS = 2000;
/** Rows that a list on a screen shows. */
const WINDOW = 50;

let counter = 0;

function applied(tree: DataTree, body: TxnBody): DataTree {
  const zxid = { epoch: 1, counter: ++counter };
  return applyTxn(tree, { session: '0x1', cxid: counter, zxid, time: counter, body, digest: null })
    .tree;
}

function created(tree: DataTree, path: string): DataTree {
  const common = { data: 'data', acl: OPEN_ACL, ephemeral: false, ttl: 0 };
  return applied(tree, { type: 'create', path, ...common, parentCVersion: -1 });
}

const nameOf = (i: number): string => `/flat/n-${String(i).padStart(10, '0')}`;

/** All below one parent: the worst case of a tree that copies what it changes. */
function grown(nodes: number): DataTree {
  let tree = created(emptyTree, '/flat');
  for (let i = 0; i < nodes; i++) tree = created(tree, nameOf(i));
  return tree;
}

/** Microseconds an operation, the two trees in turns so that a busy machine slows both. */
function compared(
  trees: readonly DataTree[],
  act: (tree: DataTree, round: number) => void,
): number[] {
  const times = trees.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, tree] of trees.entries()) {
      const begin = process.hrtime.bigint();
      for (let n = 0; n < OPERATIONS; n++) act(tree, round * OPERATIONS + n);
      times[i]?.push(Number(process.hrtime.bigint() - begin) / 1e3 / OPERATIONS);
    }
  }
  return times.map(median);
}

export function run(): { rows: readonly Row[] } {
  const trees = [grown(SMALL), grown(LARGE)];
  const pick = (tree: DataTree, n: number): string =>
    nameOf((n * 7919) % sizeOf(nodeAt(tree, '/flat')?.children ?? null));
  let seen = 0;
  const measured: readonly (readonly [string, readonly number[]])[] = [
    ['create in a parent of so many', compared(trees, (tree) => void created(tree, '/flat/new'))],
    [
      'set',
      compared(trees, (tree, n) => {
        applied(tree, { type: 'setData', path: pick(tree, n), data: 'other', version: 1 });
      }),
    ],
    [
      'read',
      compared(trees, (tree, n) => {
        const node = nodeAt(tree, pick(tree, n));
        if (node !== undefined) seen += statOf(node).dataLength;
      }),
    ],
    [
      `list ${WINDOW} rows somewhere`,
      compared(trees, (tree, n) => {
        const children = nodeAt(tree, '/flat')?.children ?? null;
        const from = at(children, (n * 7919) % sizeOf(children))?.key ?? '';
        let rows = 0;
        for (const { value } of entries(children, from)) {
          seen += value.version;
          if (++rows === WINDOW) break;
        }
      }),
    ],
  ];
  if (seen < 0) throw new Error('never');
  const rows = measured.flatMap(([what, times]) => beside(what, times));
  return { rows: [...rows, ...opened(trees), ...readLogs()] };
}

/** Reading a whole snapshot takes time by node: the ratio is of the time for each. */
function opened(trees: readonly DataTree[]): Row[] {
  const perNode = trees.map((tree) => {
    const bytes = writeSnapshot(snapshotOf(tree));
    const times = Array.from({ length: 5 }, () => {
      const begin = process.hrtime.bigint();
      treeOf(readSnapshot(bytes), tree.lastZxid);
      return Number(process.hrtime.bigint() - begin) / 1e3 / tree.root.total;
    });
    return median(times);
  });
  return beside('open a snapshot, each node', perNode);
}

/** A log that is ten times as long may cost ten times as much to read. */
function readLogs(): Row[] {
  const perTxn = [4000, 40_000].map((txns) => {
    const bytes = writeTxnLog(
      Array.from({ length: txns }, (_, i) => ({
        session: '0x1',
        cxid: i,
        zxid: { epoch: 1, counter: i + 1 },
        time: i,
        digest: null,
        body: { type: 'setData', path: '/none', data: 'x'.repeat(200), version: i } as const,
      })),
      0,
    );
    const times = Array.from({ length: 5 }, () => {
      const begin = process.hrtime.bigint();
      new OpenedFiles([{ name: 'log.1', bytes }]);
      return Number(process.hrtime.bigint() - begin) / 1e3 / txns;
    });
    return median(times);
  });
  return beside('open a log, each transaction', perTxn, LOGS);
}

/**
 * A tree 100 times as large may cost its few more levels, and memory that no cache holds any more (a
 * list in the middle of it pays that for each row), not 100 times as much.
 */
const AIM = 25;

interface Compared {
  readonly small: string;
  readonly large: string;
  readonly aim: number;
}
const TREES: Compared = { small: '1,000 nodes', large: '100,000 nodes', aim: AIM };
const LOGS: Compared = { small: '4,000 of them', large: '40,000 of them', aim: 5 };

function beside(
  what: string,
  [few = NaN, many = NaN]: readonly number[],
  { small, large, aim } = TREES,
): Row[] {
  const ratio = many / few;
  return [
    { name: `${what}, ${small}`, value: few, unit: 'µs' },
    { name: `${what}, ${large}`, value: many, unit: 'µs' },
    { name: `${what}, ratio`, value: ratio, unit: '×', aim: `≤ ${aim}`, ok: ratio <= aim },
  ];
}
