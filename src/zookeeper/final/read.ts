import { allowed, maskedAcl } from '../acl/check.ts';
import { idsInOrder } from '../acl/ids-in-order.ts';
import { userOf } from '../acl/providers.ts';
import { PERMS } from '../records/acl.ts';
import type { Id } from '../records/acl.ts';
import type { Code } from '../records/codes.ts';
import type { OpResult, ReplyBody } from '../records/replies.ts';
import type { ClientRequest } from '../records/requests.ts';
import type { SessionId } from '../records/values.ts';
import { aclOf, descendants, nodeAt } from '../tree/data-tree.ts';
import type { DataTree } from '../tree/data-tree.ts';
import { statOf } from '../tree/node.ts';
import { childrenInOrder, ephemeralsInOrder } from '../tree/java-order.ts';
import type { DataNode } from '../tree/node.ts';
import { setWatches } from '../watches/set-watches.ts';
import type { ConnectionId } from '../watches/watch-table.ts';
import { addWatch, isWatching, removeWatch, watchTables } from '../watches/watches.ts';
import type { Notice, Watches } from '../watches/watches.ts';

/** Who asks, and what a server answers from: its own tree, without asking anybody. */
export interface Reading {
  readonly tree: DataTree;
  readonly watches: Watches;
  readonly session: SessionId;
  readonly connection: ConnectionId;
  readonly ids: readonly Id[];
  readonly skipACL: boolean;
}

export interface Read {
  readonly err: Code;
  readonly body: ReplyBody;
  readonly watches: Watches;
  /** Events that leave before the reply; of setWatches only. */
  readonly notices: readonly Notice[];
}

/** What is answered from the tree, without a transaction. */
export type ReadRequest = Extract<
  ClientRequest,
  {
    readonly op:
      | 'exists'
      | 'getData'
      | 'getChildren'
      | 'getChildren2'
      | 'getACL'
      | 'getEphemerals'
      | 'getAllChildrenNumber'
      | 'multiRead'
      | 'sync'
      | 'whoAmI'
      | 'addWatch'
      | 'checkWatches'
      | 'removeWatches'
      | 'setWatches'
      | 'ping';
  }
>;

const NONE: ReplyBody = { kind: 'none' };

/** [FinalRequestProcessor.processRequest, the reads of 3.8.0: exists needs no permission] */
export function read(reading: Reading, request: ReadRequest): Read {
  const { tree, watches, connection, session, ids } = reading;
  const answer = (body: ReplyBody, next = watches): Read => ({
    err: 'OK',
    body,
    watches: next,
    notices: [],
  });
  const refuse = (err: Code, next = watches): Read => ({
    err,
    body: NONE,
    watches: next,
    notices: [],
  });

  switch (request.op) {
    case 'exists': {
      const { path, watch } = request;
      if (path.includes('\0')) return refuse('BadArguments');
      // A watch on a node that is not there waits for its creation.
      const next = watch ? addWatch(watches, ['data'], path, connection, 'STANDARD') : watches;
      const node = nodeAt(tree, path);
      if (node === undefined) return refuse('NoNode', next);
      return answer({ kind: 'stat', stat: statOf(node) }, next);
    }
    case 'getData':
    case 'getChildren':
    case 'getChildren2': {
      const { path, watch, op } = request;
      const node = readable(reading, path);
      if (typeof node === 'string') return refuse(node);
      const table = op === 'getData' ? 'data' : 'child';
      const next = watch ? addWatch(watches, [table], path, connection, 'STANDARD') : watches;
      const stat = statOf(node);
      if (op === 'getData') return answer({ kind: 'data', data: node.data, stat }, next);
      const children = childrenInOrder(node);
      return answer({ kind: 'children', children, stat: op === 'getChildren' ? null : stat }, next);
    }
    case 'getAllChildrenNumber': {
      const node = readable(reading, request.path);
      if (typeof node === 'string') return refuse(node);
      return answer({ kind: 'count', count: descendants(node) });
    }
    case 'getACL': {
      const node = nodeAt(tree, request.path);
      if (node === undefined) return refuse('NoNode');
      const acl = aclOf(tree, node);
      const may = (perms: number): boolean => allowed(acl, perms, ids, reading.skipACL);
      if (!may(PERMS.READ | PERMS.ADMIN)) return refuse('NoAuth');
      const shown = may(PERMS.ADMIN) ? acl : maskedAcl(acl);
      return answer({ kind: 'acl', acl: shown, stat: statOf(node) });
    }
    case 'getEphemerals': {
      const { path } = request;
      const all = ephemeralsInOrder(tree, session);
      const everything = path.trim() === '' || path.trim() === '/';
      const paths = everything ? all : all.filter((at) => at.startsWith(path));
      return answer({ kind: 'paths', paths });
    }
    case 'multiRead':
      return answer({
        kind: 'multi',
        results: request.ops.map((op) => readPart(reading, op.op, op.path)),
      });
    case 'sync':
      return answer({ kind: 'path', path: request.path, stat: null });
    case 'whoAmI':
      return answer({
        kind: 'ids',
        ids: idsInOrder(ids).map((id) => ({ scheme: id.scheme, id: userOf(id) })),
      });
    case 'addWatch':
      return answer(NONE, addWatch(watches, watchTables, request.path, connection, request.mode));
    case 'checkWatches': {
      const there = isWatching(watches, request.path, request.type, connection);
      return there ? answer(NONE) : refuse('NoWatcher');
    }
    case 'removeWatches': {
      const next = removeWatch(watches, request.path, request.type, connection);
      return next === watches ? refuse('NoWatcher') : answer(NONE, next);
    }
    case 'setWatches': {
      const { watches: next, notices } = setWatches(tree, watches, connection, request);
      return { err: 'OK', body: NONE, watches: next, notices };
    }
    case 'ping':
      return answer(NONE);
  }
}

function readPart(reading: Reading, op: 'getData' | 'getChildren', path: string): OpResult {
  const node = readable(reading, path);
  if (typeof node === 'string') return { op: 'error', code: node };
  return op === 'getData'
    ? { op, data: node.data, stat: statOf(node) }
    : { op, children: childrenInOrder(node) };
}

function readable({ tree, ids, skipACL }: Reading, path: string): DataNode | Code {
  const node = nodeAt(tree, path);
  if (node === undefined) return 'NoNode';
  return allowed(aclOf(tree, node), PERMS.READ, ids, skipACL) ? node : 'NoAuth';
}
