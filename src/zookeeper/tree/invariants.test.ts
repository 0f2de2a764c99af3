/** What must hold between a tree, its log and what is still on its way, whatever is asked. */
import { array, assert, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WriteRequest } from '../prep/prepare.ts';
import { OneServer } from '../testing/one-server.ts';
import type { Caller } from '../testing/one-server.ts';
import { NUMBERS, writeStep } from '../testing/random-requests.ts';
import type { Step } from '../testing/random-requests.ts';
import { create, remove } from '../testing/requests.ts';
import { applyTxn } from './apply.ts';
import { aclOf, emptyTree } from './data-tree.ts';
import type { DataTree } from './data-tree.ts';
import { TreeLoader } from './load.ts';
import type { DataNode } from './node.ts';
import { entries } from './sorted-map.ts';

const steps = array(nat(), { minLength: NUMBERS, maxLength: NUMBERS }).map(writeStep);
const stories = array(steps, { maxLength: 40 });

/** Three connections, the second of which is alice's. A session that has ended is followed by one. */
class Callers {
  readonly server = new OneServer();
  private readonly callers = new Map<number, Caller>();
  private sessions = 0;

  constructor() {
    for (const connection of [1, 2, 3]) this.connect(connection);
  }

  of(connection: number): Caller {
    return this.callers.get(connection) ?? this.connect(connection);
  }

  connect(connection: number): Caller {
    const caller = this.server.connect(connection, `0x${(++this.sessions).toString(16)}`);
    this.callers.set(connection, caller);
    if (connection === 2) this.server.auth(2, 'digest', 'alice:secret');
    return caller;
  }

  play(story: readonly Step<WriteRequest>[]): void {
    for (const { connection, request } of story) {
      this.server.write(this.of(connection), request);
      if (request.op === 'closeSession') this.connect(connection);
    }
  }
}

function nodesOf(tree: DataTree): { readonly path: string; readonly node: DataNode }[] {
  const nodes: { path: string; node: DataNode }[] = [];
  const walk = (path: string, node: DataNode): void => {
    nodes.push({ path, node });
    for (const { key, value } of entries(node.children)) walk(`${path}/${key}`, value);
  };
  walk('', tree.root);
  return nodes;
}

/** All that is derived, counted anew from the nodes. */
function recounted(tree: DataTree): DataTree {
  const loader = new TreeLoader();
  for (const { path, node } of nodesOf(tree)) loader.add({ path, fields: node });
  const sessions = [...entries(tree.sessions)].map(({ key: session, value: timeout }) => ({
    session,
    timeout,
  }));
  const acls = [...entries(tree.acls.lists)].map(({ value }) => value);
  const { lastZxid, zxidDigest } = tree;
  const loaded = loader.tree({ acls, sessions, lastZxid, zxidDigest });
  return { ...loaded, acls: { ...loaded.acls, last: tree.acls.last } };
}

/** Without the numbers of ACLs, which tell of the way to a tree and not of the tree. */
const contentOf = (tree: DataTree) => ({
  ...tree,
  root: nodesOf(tree).map(({ path, node }) => ({
    ...node,
    path,
    acl: aclOf(tree, node),
    children: null,
  })),
  acls: [...entries(tree.acls.lists)]
    .map(({ value: { acl, uses } }) => `${JSON.stringify(acl)} ${uses}`)
    .toSorted(),
});

describe('random requests', () => {
  it('keep every count, list and digest as it would be counted anew', () => {
    assert(
      property(stories, (story) => {
        const callers = new Callers();
        callers.play(story);
        const { tree } = callers.server;
        expect(recounted(tree)).toEqual(tree);
      }),
    );
  });
});

describe('random requests in a pipeline', () => {
  /** The two names of the root do not meet in the pipeline of a real server: digests part there. */
  const touchesRoot = (request: WriteRequest): boolean =>
    request.op === 'multi'
      ? request.ops.some(({ path }) => path === '/')
      : 'path' in request && request.path === '/';

  it('are prepared as they will come out: nothing fails later, and digests agree', () => {
    assert(
      property(stories, (story) => {
        const callers = new Callers();
        const { server } = callers;
        const closed = new Set<number>();
        const commit = (): void => {
          const txn = server.waiting[0];
          if (txn === undefined) return;
          const { err } = server.commit();
          expect(err).toBe(txn.body.type === 'error' ? txn.body.code : 'OK');
          expect(txn.digest ?? server.tree.digest).toBe(server.tree.digest);
        };
        for (const { connection, request, commits } of story) {
          if (touchesRoot(request)) continue;
          const over = closed.has(connection);
          if (request.op === 'closeSession') closed.add(connection);
          if (!over || request.op !== 'closeSession') {
            server.submit(callers.of(connection), request, over ? 'SessionExpired' : 'OK');
          }
          for (let i = 0; i < commits; i++) commit();
        }
        while (server.waiting.length > 0) commit();
        expect(server.outstanding).toEqual({ records: [], latest: null });
      }),
      { numRuns: 300 },
    );
  });
});

describe('a log', () => {
  it('replayed on any tree of its past gives the same tree', () => {
    assert(
      property(stories, nat(60), nat(60), (story, a, b) => {
        const callers = new Callers();
        callers.play(story);
        const { log, tree } = callers.server;
        const [from, ahead] = [Math.min(a, b, log.length), Math.min(Math.max(a, b), log.length)];
        const replay = (start: DataTree, first: number, last: number): DataTree =>
          log.slice(first, last).reduce((before, txn) => applyTxn(before, txn).tree, start);
        // A snapshot holds what came after its name as well: the log is replayed from its name on.
        const snapshot = replay(emptyTree, 0, ahead);
        expect(contentOf(replay(snapshot, from, log.length))).toEqual(contentOf(tree));
      }),
      { numRuns: 300 },
    );
  });

  it('replayed on a tree ahead of it takes away a node with what is below, and makes all anew', () => {
    const callers = new Callers();
    const { server } = callers;
    const ephemeral = create('/a/x/e', { mode: 'EPHEMERAL' });
    // The first /a had no children when it went; the second has, when its deletion is done again.
    const life = [
      create('/a'),
      remove('/a'),
      create('/a'),
      create('/a/x', { data: 'x' }),
      ephemeral,
    ];
    for (const request of life) server.write(callers.of(1), request);
    const { log, tree } = server;
    const replayed = log.reduce((before, txn) => applyTxn(before, txn).tree, tree);
    expect(contentOf(replayed)).toEqual(contentOf(tree));
  });

  it('of nothing but a create under a node that is gone changes nothing', () => {
    const server = new OneServer();
    const a = server.connect(1, '0x1');
    const txn = server.submit(a, create('/a'));
    const orphan = { ...txn, body: { ...txn.body, path: '/no/a' } } as typeof txn;
    const { tree, result, changes } = applyTxn(server.tree, orphan);
    expect([result.err, changes, tree.root === server.tree.root]).toEqual(['NoNode', [], true]);
  });
});
