import type { Pid } from '../../../view/time.ts';
import type { ZooKeeperDetail } from '../../../view/zookeeper.ts';
import { useShownServer } from '../../sim/shown-server.ts';

/** Of a client: the server that has its session, or else the one that is shown; a hook. */
export const useServerOf = (): ((detail: ZooKeeperDetail, client: Pid) => Pid | null) => {
  const shown = useShownServer();
  return ({ servers }, client) =>
    (servers.find(({ sessions }) => sessions.some((one) => one.client === client)) ?? shown)?.pid ??
    null;
};
