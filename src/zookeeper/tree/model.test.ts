/** Random requests of several sessions, on the server and on a plain model of it, side by side. */
import { deepStrictEqual } from 'node:assert/strict';
import { array, assert, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadRequest } from '../final/read.ts';
import type { WriteRequest } from '../prep/prepare.ts';
import { OneServer } from '../testing/one-server.ts';
import type { Answer, Caller } from '../testing/one-server.ts';
import { PlainTree } from '../testing/plain-tree.ts';
import { ALICE, anyStep, NUMBERS } from '../testing/random-requests.ts';
import { aclOf, childNames, descendants, ephemeralsOf, nodeAt } from './data-tree.ts';
import { statOf } from './node.ts';

const steps = array(nat(), { minLength: NUMBERS, maxLength: NUMBERS }).map(anyStep);

/** The server, the model, and three callers, the second of whom is alice. */
class Both {
  readonly server = new OneServer();
  readonly plain = new PlainTree();
  readonly callers = new Map<number, Caller>();
  private sessions = 0;

  constructor() {
    for (const connection of [1, 2, 3]) this.connect(connection);
  }

  connect(connection: number): void {
    const session = `0x${(++this.sessions).toString(16)}`;
    this.callers.set(connection, this.server.connect(connection, session));
    if (connection === 2) this.server.auth(2, 'digest', 'alice:secret');
    this.plain.ids.set(connection, connection === 2 ? [ALICE] : []);
  }

  step(connection: number, request: WriteRequest | ReadRequest): void {
    const { server, plain } = this;
    const caller = this.callers.get(connection);
    if (caller === undefined) throw new Error('no caller');
    plain.told = [];
    const asking = {
      session: caller.session,
      ids: plain.ids.get(connection) ?? [],
      zxid: server.tree.lastZxid.counter + 1,
      time: server.time,
    };
    const answer = server.ask(caller, request);
    deepStrictEqual(this.codes(request, answer), this.expected(connection, request, asking));
    deepStrictEqual(
      answer.notices.map((n) => [n.connection, `${n.event.type} ${n.event.path}`]),
      plain.told,
    );
    this.compare();
    if (request.op === 'closeSession') this.connect(connection);
  }

  private codes(request: WriteRequest | ReadRequest, { err, body }: Answer): readonly string[] {
    if (request.op !== 'multi' || body.kind !== 'multi') return [err];
    return body.results.map((result) => (result.op === 'error' ? result.code : 'OK'));
  }

  private expected(
    connection: number,
    request: WriteRequest | ReadRequest,
    asking: Parameters<PlainTree['write']>[1],
  ): readonly string[] {
    const { plain, server } = this;
    switch (request.op) {
      case 'create':
      case 'delete':
      case 'setData':
      case 'check':
        return plain.multi([request], asking);
      case 'multi':
        return plain.multi(request.ops, asking);
      case 'setACL':
        return [plain.setAcl(request.path, request.acl ?? [], request.version, asking)];
      case 'closeSession': {
        const body = server.log.at(-1)?.body;
        const listed = body?.type === 'closeSession' ? body.paths : [];
        deepStrictEqual([...listed].toSorted(), plain.ephemerals(asking.session).toSorted());
        plain.close(listed, asking);
        plain.watches = plain.watches.filter((watch) => watch.connection !== connection);
        server.drop(connection);
        return ['OK'];
      }
      case 'exists':
      case 'getData':
      case 'getChildren2': {
        const { path, watch, op } = request;
        const table = op === 'getChildren2' ? 'child' : 'data';
        const found = plain.nodes.has(path);
        const may = op === 'exists' || (found && plain.may(path, 1, asking.ids));
        if (watch && may) plain.watch({ connection, path, table, mode: 'STANDARD' });
        return [!found ? 'NoNode' : may ? 'OK' : 'NoAuth'];
      }
      case 'addWatch': {
        const { path, mode } = request;
        for (const table of ['data', 'child'] as const)
          plain.watch({ connection, path, table, mode });
        return ['OK'];
      }
      case 'getAllChildrenNumber':
        if (!plain.nodes.has(request.path)) return ['NoNode'];
        return [plain.may(request.path, 1, asking.ids) ? 'OK' : 'NoAuth'];
      default:
        throw new Error(request.op);
    }
  }

  /** Every node, every field; and nothing that is not in the model. */
  private compare(): void {
    const { tree } = this.server;
    const { plain } = this;
    deepStrictEqual(tree.root.total, plain.nodes.size);
    for (const [path, expected] of plain.nodes) {
      const node = nodeAt(tree, path);
      if (node === undefined) throw new Error(`${path} is missing`);
      const { czxid, mzxid, pzxid, ...stat } = statOf(node);
      deepStrictEqual(
        {
          ...stat,
          path,
          data: node.data,
          acl: aclOf(tree, node),
          zxids: [czxid.counter, mzxid.counter, pzxid.counter],
          children: childNames(node),
          below: descendants(node),
        },
        {
          path,
          data: expected.data,
          acl: expected.acl,
          zxids: [expected.czxid, expected.mzxid, expected.pzxid],
          children: plain.children(path),
          below: plain.below(path),
          ctime: expected.ctime,
          mtime: expected.mtime,
          version: expected.version,
          cversion: plain.cversion(path),
          aversion: expected.aversion,
          ephemeralOwner: expected.owner === 'container' ? '0x0' : expected.owner,
          dataLength: expected.data?.length ?? 0,
          numChildren: plain.children(path).length,
        },
      );
    }
    for (const { session } of this.callers.values()) {
      deepStrictEqual(ephemeralsOf(tree, session), plain.ephemerals(session).toSorted());
    }
  }
}

describe('random requests', () => {
  it('are answered, and leave the tree and its watches, as in a plain model', () => {
    assert(
      property(array(steps, { maxLength: 40 }), (story) => {
        const both = new Both();
        for (const { connection, request } of story) both.step(connection, request);
        expect(both.server.tree.root.total).toBe(both.plain.nodes.size);
      }),
      { numRuns: 300 },
    );
  });
});
