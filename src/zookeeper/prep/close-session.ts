import { copied, grown, hashOrder } from '../records/java-hash.ts';
import { parentOf } from '../records/paths.ts';
import type { SessionId } from '../records/values.ts';
import type { DataTree } from '../tree/data-tree.ts';
import { ephemeralsInOrder } from '../tree/java-order.ts';
import { futureNode, willBe } from './outstanding.ts';
import type { Outstanding } from './outstanding.ts';
import type { Part, Prep } from './prep.ts';

/**
 * Lists the ephemerals that end with the session: those in the tree and those on their way. Their
 * parents' count of children stays as it is until the transaction is applied, so that a delete of the
 * parent in between finds it not empty [PrepRequestProcessor.pRequest2Txn, closeSession].
 */
export function prepareClose({ tree, outstanding, session, zxid }: Prep): Part {
  const paths = endingWith(tree, outstanding, session);
  let after = outstanding;
  for (const path of paths) {
    const parent = futureNode(tree, after, parentOf(path));
    if (parent !== null) {
      const stat = { ...parent.stat, pzxid: zxid };
      after = willBe(tree, after, zxid, parentOf(path), { ...parent, stat });
    }
    after = willBe(tree, after, zxid, path, null);
  }
  return { body: { type: 'closeSession', paths }, outstanding: after };
}

/**
 * In the order of the Java set that the server collects them in: the order of the events that the
 * end of the session causes.
 */
function endingWith(
  tree: DataTree,
  outstanding: Outstanding,
  session: SessionId,
): readonly string[] {
  const self = (path: string): string => path;
  const paths = new Set(ephemeralsInOrder(tree, session));
  const cloned = copied(paths.size);
  let most = paths.size;
  for (const { path, node } of outstanding.records) {
    if (node === null) paths.delete(path);
    else if (node.stat.owner === session) paths.add(path);
    most = Math.max(most, paths.size);
  }
  return hashOrder([...paths], grown(cloned, most), self);
}
