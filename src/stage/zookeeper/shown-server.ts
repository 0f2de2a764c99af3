import type { Pid } from '../../view/time.ts';
import type { ZooKeeperDetail, ZooKeeperServerView } from '../../view/zookeeper.ts';

/**
 * The server whose card, tree and log are drawn: the one that somebody has chosen, or, before that, the
 * first that the set-up lists. Null: there is none.
 */
export const shownServer = (
  { servers }: Pick<ZooKeeperDetail, 'servers'>,
  chosen: Pid | null = null,
): ZooKeeperServerView | null => servers.find(({ pid }) => pid === chosen) ?? servers[0] ?? null;
