import type { ZooKeeperDetail } from '../../../view/zookeeper.ts';
import type { Sides } from '../../panels/network/groups.ts';

/** Clients stay on the side of the server to which they are connected. */
export const withClients = (sides: Sides, clients: ZooKeeperDetail['clients']): Sides =>
  new Map([
    ...sides,
    ...clients.flatMap(({ pid, server }) => {
      const side = server === null ? undefined : sides.get(server);
      return side === undefined ? [] : [[pid, side] as const];
    }),
  ]);
