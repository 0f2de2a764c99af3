import type { Zxid } from '../../view/zxid.ts';
import { allowed } from '../acl/check.ts';
import { PERMS } from '../records/acl.ts';
import { ownerKind } from '../records/owner.ts';
import { parentOf } from '../records/paths.ts';
import type { DeleteRequest } from '../records/requests.ts';
import { isSpecialPath } from '../tree/data-tree.ts';
import type { DataTree } from '../tree/data-tree.ts';
import { futureNode, willBe } from './outstanding.ts';
import type { FutureNode, Outstanding } from './outstanding.ts';
import type { Part, Prep } from './prep.ts';
import { versionFits } from './update.ts';

/** [PrepRequestProcessor.pRequest2Txn, delete] */
export function prepareDelete(prep: Prep, { path, version }: DeleteRequest): Part {
  const { tree, outstanding, rules, ids, zxid } = prep;
  if (isUndeletable(path)) return 'BadArguments';
  const parent = futureNode(tree, outstanding, parentOf(path));
  if (parent === null) return 'NoNode';
  if (!allowed(parent.acl, PERMS.DELETE, ids, rules.skipACL)) return 'NoAuth';
  const node = futureNode(tree, outstanding, path);
  if (node === null) return 'NoNode';
  if (!versionFits(node.stat.version, version)) return 'BadVersion';
  if (node.childCount > 0) return 'NotEmpty';
  return {
    body: { type: 'delete', path },
    outstanding: gone(tree, outstanding, zxid, path, parent),
  };
}

/** What the server asks of itself for containers and TTL nodes: nobody's permission is needed. */
export function prepareContainerGone({ tree, outstanding, zxid }: Prep, path: string): Part {
  if (isUndeletable(path)) return 'BadArguments';
  const node = futureNode(tree, outstanding, path);
  if (node === null) return 'NoNode';
  if (node.childCount > 0) return 'NotEmpty';
  if (ownerKind(node.stat.owner) === 'session') return 'BadVersion';
  const parent = futureNode(tree, outstanding, parentOf(path));
  if (parent === null) return 'NoNode';
  return {
    body: { type: 'deleteContainer', path },
    outstanding: gone(tree, outstanding, zxid, path, parent),
  };
}

const isUndeletable = (path: string): boolean =>
  !path.includes('/') || path.includes('\0') || isSpecialPath(path);

function gone(
  tree: DataTree,
  outstanding: Outstanding,
  zxid: Zxid,
  path: string,
  parent: FutureNode,
): Outstanding {
  const less = willBe(tree, outstanding, zxid, parentOf(path), {
    ...parent,
    childCount: parent.childCount - 1,
    stat: { ...parent.stat, pzxid: zxid },
  });
  return willBe(tree, less, zxid, path, null);
}
