/** What transactions do to single nodes. */
import type { NodeChange } from '../../view/zookeeper-ask.ts';
import { parentOf } from '../../zookeeper/records/paths.ts';
import type { Txn, TxnBody } from '../../zookeeper/records/txns.ts';

export type Change = Pick<NodeChange, 'what' | 'path'>;

/** What a transaction did to one node. A failed multi did nothing. */
export function changesOf({ body }: Txn, path: string): Change[] {
  const own = path === '/' ? '' : path;
  const parts: readonly TxnBody[] = body.type === 'multi' ? body.txns : [body];
  if (parts.some(({ type }) => type === 'error')) return [];
  return parts.flatMap((part): Change[] => {
    switch (part.type) {
      case 'create':
      case 'create2':
      case 'createContainer':
      case 'createTTL':
        if (part.path === path) return [{ what: 'created', path }];
        return parentOf(part.path) === own ? [{ what: 'child-created', path: part.path }] : [];
      case 'delete':
      case 'deleteContainer':
        return parentOf(part.path) === own ? [{ what: 'child-deleted', path: part.path }] : [];
      case 'closeSession':
        return part.paths
          .filter((gone) => parentOf(gone) === own)
          .map((gone) => ({ what: 'child-deleted', path: gone }));
      case 'setData':
        return part.path === path ? [{ what: 'data', path }] : [];
      case 'setACL':
        return part.path === path ? [{ what: 'acl', path }] : [];
      default:
        return [];
    }
  });
}
