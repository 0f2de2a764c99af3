import { compareZxid } from '../../protocols/election/zxid.ts';
import type { NodeEventType } from '../records/replies.ts';
import type { ClientRequest } from '../records/requests.ts';
import { nodeAt } from '../tree/data-tree.ts';
import type { DataTree } from '../tree/data-tree.ts';
import type { DataNode } from '../tree/node.ts';
import type { ConnectionId } from './watch-table.ts';
import { addWatch, watchTables } from './watches.ts';
import type { Fired, Notice, Watches } from './watches.ts';

export type SetWatches = Extract<ClientRequest, { readonly op: 'setWatches' }>;

/**
 * After a reconnect: what has changed since the last zxid that the client saw is told at once, the rest
 * is armed again. Persistent watches are armed only; what they missed they missed
 * [DataTree.setWatches].
 */
export function setWatches(
  tree: DataTree,
  start: Watches,
  connection: ConnectionId,
  request: SetWatches,
): Fired {
  const notices: Notice[] = [];
  let watches = start;
  const each = (
    name: keyof Watches,
    paths: readonly string[],
    missed: (node: DataNode | undefined) => NodeEventType | null,
  ): void => {
    for (const path of paths) {
      const type = missed(nodeAt(tree, path));
      if (type === null) watches = addWatch(watches, [name], path, connection, 'STANDARD');
      else notices.push({ connection, event: { type, path } });
    }
  };
  const since = (zxid: DataNode['mzxid']): boolean => compareZxid(zxid, request.relativeZxid) > 0;

  each('data', request.data, (node) => {
    if (node === undefined) return 'NodeDeleted';
    return since(node.mzxid) ? 'NodeDataChanged' : null;
  });
  each('data', request.exist, (node) => (node === undefined ? null : 'NodeCreated'));
  each('child', request.child, (node) => {
    if (node === undefined) return 'NodeDeleted';
    return since(node.pzxid) ? 'NodeChildrenChanged' : null;
  });
  for (const path of request.persistent) {
    watches = addWatch(watches, watchTables, path, connection, 'PERSISTENT');
  }
  for (const path of request.persistentRecursive) {
    watches = addWatch(watches, watchTables, path, connection, 'PERSISTENT_RECURSIVE');
  }
  return { watches, notices };
}
