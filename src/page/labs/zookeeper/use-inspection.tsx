import { useTranslations } from 'use-intl';
import type { ZooKeeperDetail } from '../../../view/zookeeper.ts';
import type { Pid } from '../../../view/time.ts';
import type { Inspection } from '../../lab-frame/descriptor.ts';
import { KeyValues } from '../../panels/inspector/key-values.tsx';
import { OwnDeeds, useOwnDeeds } from '../../panels/inspector/own-deeds.tsx';
import { acts } from '../../lab-frame/acts.ts';
import { useNameOf } from '../../panels/use-name-of.ts';
import { useLabFrame, useVeil } from '../../sim/selectors.ts';
import { ClientDeeds } from './client-deeds.tsx';
import { LeaderValues, MemberValues } from './member-values.tsx';
import { Sessions } from './sessions.tsx';
import { ClientValues, ServerValues } from './values.tsx';

/** A server's part in its ensemble, its zxid and sessions, or a client's session and its connection; a hook. */
export const useZooKeeperInspection = (pid: Pid): Inspection => {
  const frame = useLabFrame<ZooKeeperDetail>();
  const veil = useVeil();
  const ask = useTranslations('panels.inspector');
  const deedsOf = useOwnDeeds();
  const nameOf = useNameOf();
  const process = frame?.processes.find((one) => one.pid === pid);
  if (frame === null || process === undefined) return {};
  const { servers, clients } = frame.detail;
  const server = servers.find((one) => one.pid === pid);
  const client = clients.find((one) => one.pid === pid);
  const member = server?.member ?? null;
  const sid = String(pid);
  const leads = frame.detail.ensemble?.established?.leader === pid;
  return {
    ...(member !== null && {
      why: { question: ask('why', { sid }), settled: leads ? ask('whyLeads', { sid }) : null },
    }),
    deeds:
      client === undefined ? (
        <div className="row">
          <OwnDeeds deeds={deedsOf(process, frame)} acts={acts} />
        </div>
      ) : (
        <ClientDeeds frame={frame} process={process} />
      ),
    values: (
      <>
        {server !== undefined && (
          <>
            {member !== null && (
              <>
                <KeyValues
                  server={{ ...member, sid: server.pid, zxid: server.zxid }}
                  name={nameOf}
                  veil={veil}
                />
                <MemberValues member={member} />
                <LeaderValues member={member} nameOf={nameOf} />
              </>
            )}
            <ServerValues server={server} />
            <Sessions server={server} clients={clients} />
          </>
        )}
        {client !== undefined && <ClientValues client={client} />}
      </>
    ),
  };
};
