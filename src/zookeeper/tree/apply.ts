import { compareZxid } from '../../protocols/election/zxid.ts';
import type { Code } from '../records/codes.ts';
import { CONTAINER_OWNER, ttlOwner } from '../records/owner.ts';
import { parentOf } from '../records/paths.ts';
import type { Stat } from '../records/stat.ts';
import type { Txn, TxnBody } from '../records/txns.ts';
import { NO_SESSION } from '../records/values.ts';
import type { SessionId } from '../records/values.ts';
import { editTree, ephemeralsOf, nodeAt } from './data-tree.ts';
import type { DataTree } from './data-tree.ts';
import { countCreate, createNode, deleteNode, setAcl, setData } from './edit.ts';
import type { Change } from './edit.ts';
import { statOf } from './node.ts';
import { remove, set } from './sorted-map.ts';

/** How a transaction, or a part of a multi, came out [DataTree.ProcessTxnResult]. */
export interface TxnResult {
  readonly type: TxnBody['type'];
  readonly err: Code;
  readonly path: string;
  readonly stat: Stat | null;
  /** Of a multi's parts, in order. */
  readonly parts: readonly TxnResult[];
}

export interface Applied {
  readonly tree: DataTree;
  readonly result: TxnResult;
  /** In the order in which watches are to fire. */
  readonly changes: readonly Change[];
}

/**
 * Applies a transaction: the same in every server, and harmless when it is replayed on a tree that has
 * it already [DataTree.processTxn].
 */
export function applyTxn(tree: DataTree, txn: Txn): Applied {
  const applied =
    txn.body.type === 'multi'
      ? applyMulti(tree, txn, txn.body.txns)
      : applyOne(tree, txn, txn.body);
  const { zxid } = txn;
  const next = editTree(applied.tree);
  next.lastZxid = compareZxid(zxid, tree.lastZxid) > 0 ? zxid : tree.lastZxid;
  next.zxidDigest = { zxid, digest: applied.tree.digest };
  const { result, changes } = applied;
  return { tree: next, result, changes };
}

function applyMulti(start: DataTree, txn: Txn, parts: readonly TxnBody[]): Applied {
  const failed = parts.some(({ type }) => type === 'error');
  const results: TxnResult[] = [];
  const changes: Change[] = [];
  let tree = start;
  let after = false;
  for (const part of parts) {
    if (part.type === 'error') after = true;
    // Of a multi that failed nothing is done; what came before the failing part is said to be right.
    const body: TxnBody =
      failed && part.type !== 'error'
        ? { type: 'error', code: after ? 'RuntimeInconsistency' : 'OK' }
        : part;
    const applied = applyOne(tree, txn, body);
    tree = applied.tree;
    results.push(applied.result);
    for (const change of applied.changes) changes.push(change);
  }
  const err = results.find((result) => result.err !== 'OK')?.err ?? 'OK';
  return { tree, result: { type: 'multi', err, path: '', stat: null, parts: results }, changes };
}

function applyOne(tree: DataTree, txn: Txn, body: TxnBody): Applied {
  const { zxid, time, session } = txn;
  const path = 'path' in body ? body.path : '';
  const done = (
    next: DataTree,
    changes: readonly Change[] = [],
    stat: Stat | null = null,
    err: Code = 'OK',
  ): Applied => ({ tree: next, changes, result: { type: body.type, err, path, stat, parts: [] } });
  const refused = (code: Code, next = tree): Applied => done(next, [], null, code);

  switch (body.type) {
    case 'create':
    case 'create2':
    case 'createContainer':
    case 'createTTL': {
      const { data, acl, parentCVersion } = body;
      const owner = ownerOf(body, session);
      const edited = createNode(tree, { path, data, acl, owner, parentCVersion, zxid, time });
      if (typeof edited === 'string') {
        const replayed = edited === 'NodeExists';
        return refused(
          edited,
          replayed ? countCreate(tree, parentOf(path), parentCVersion, zxid) : tree,
        );
      }
      return done(
        edited.tree,
        [edited.change],
        body.type === 'create' ? null : statAt(edited.tree, path),
      );
    }
    case 'delete':
    case 'deleteContainer': {
      const edited = deleteNode(tree, path, zxid);
      if (typeof edited === 'string') return refused(edited);
      return 'change' in edited ? done(edited.tree, [edited.change]) : refused('NoNode', edited);
    }
    case 'setData':
    case 'reconfig': {
      const edited = setData(tree, { path, data: body.data, version: body.version, zxid, time });
      if (typeof edited === 'string') return refused(edited);
      return done(edited.tree, [edited.change], statAt(edited.tree, path));
    }
    case 'setACL': {
      const edited = setAcl(tree, path, body.acl, body.version);
      return typeof edited === 'string' ? refused(edited) : done(edited, [], statAt(edited, path));
    }
    case 'createSession':
      return done({ ...tree, sessions: set(tree.sessions, session, body.timeout) });
    case 'closeSession': {
      const { tree: closed, changes } = endSession(tree, txn, body.paths);
      return done(closed, changes);
    }
    case 'error':
      return refused(body.code);
    case 'check':
    case 'multi': // a multi holds no multi
      return done(tree);
  }
}

/** First what the transaction lists, then what this server still finds [DataTree.killSession]. */
function endSession(
  start: DataTree,
  { session, zxid }: Txn,
  paths: readonly string[],
): Pick<Applied, 'tree' | 'changes'> {
  const changes: Change[] = [];
  const listed = new Set(paths);
  const rest = ephemeralsOf(start, session).filter((path) => !listed.has(path));
  let tree: DataTree = { ...start, sessions: remove(start.sessions, session) };
  for (const path of [...paths, ...rest]) {
    const edited = deleteNode(tree, path, zxid);
    if (typeof edited === 'string') continue;
    if ('change' in edited) changes.push(edited.change);
    tree = 'change' in edited ? edited.tree : edited;
  }
  return { tree, changes };
}

function ownerOf(
  body: Extract<TxnBody, { readonly ephemeral: boolean }>,
  session: SessionId,
): SessionId {
  if (body.type === 'createContainer') return CONTAINER_OWNER;
  if (body.type === 'createTTL') return ttlOwner(body.ttl);
  return body.ephemeral ? session : NO_SESSION;
}

function statAt(tree: DataTree, path: string): Stat | null {
  const node = nodeAt(tree, path);
  return node === undefined ? null : statOf(node);
}
