import { useTranslations } from 'use-intl';
import { Inspector } from '../../panels/inspector/inspector.tsx';
import { useSelectedPid, useVeil, useZooKeeperFrame } from '../../sim/selectors.ts';
import { useStageWords } from '../../words/stage-words.ts';
import { acts } from '../../lab-frame/acts.ts';
import { ClientDeeds } from './client-deeds.tsx';
import { Sessions } from './sessions.tsx';
import { ClientValues, ServerValues } from './values.tsx';

/** The selected server or client from inside. */
export const ZooKeeperInspector = () => {
  const view = useTranslations('lab.view');
  const words = useStageWords();
  const frame = useZooKeeperFrame();
  const veil = useVeil();
  const pid = useSelectedPid();
  if (frame === null) return null;
  if (pid === null) return <p className="inspector-none">{view('nobody')}</p>;
  const process = frame.processes.find((one) => one.pid === pid);
  const server = frame.detail.servers.find((one) => one.pid === pid);
  const client = frame.detail.clients.find((one) => one.pid === pid);
  const [first] = frame.detail.servers;
  return (
    <Inspector
      key={pid}
      pid={pid}
      frame={frame}
      words={words}
      acts={acts}
      veil={veil}
      why={null}
      machines="below"
      deeds={
        client !== undefined &&
        process !== undefined &&
        first !== undefined && (
          <ClientDeeds frame={frame} process={process} server={first.pid} acts={acts} />
        )
      }
    >
      {server !== undefined && (
        <>
          <ServerValues server={server} />
          <Sessions server={server} clients={frame.detail.clients} />
        </>
      )}
      {client !== undefined && <ClientValues client={client} />}
    </Inspector>
  );
};
