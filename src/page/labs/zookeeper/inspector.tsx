import type { ZooKeeperDetail } from '../../../view/zookeeper.ts';
import type { Pid } from '../../../view/time.ts';
import type { Inspection } from '../../lab-frame/descriptor.ts';
import { useLabFrame } from '../../sim/selectors.ts';
import { ClientDeeds } from './client-deeds.tsx';
import { Sessions } from './sessions.tsx';
import { ClientValues, ServerValues } from './values.tsx';

/** A server's zxid and sessions, or a client's session and its connection; a hook. */
export const useZooKeeperInspection = (pid: Pid): Inspection => {
  const frame = useLabFrame<ZooKeeperDetail>();
  const process = frame?.processes.find((one) => one.pid === pid);
  if (frame === null || process === undefined) return {};
  const { servers, clients } = frame.detail;
  const server = servers.find((one) => one.pid === pid);
  const client = clients.find((one) => one.pid === pid);
  return {
    deeds: client !== undefined && <ClientDeeds frame={frame} process={process} />,
    values: (
      <>
        {server !== undefined && (
          <>
            <ServerValues server={server} />
            <Sessions server={server} clients={clients} />
          </>
        )}
        {client !== undefined && <ClientValues client={client} />}
      </>
    ),
  };
};
