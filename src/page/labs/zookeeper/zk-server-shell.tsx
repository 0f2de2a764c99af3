import type { ZooKeeperDetail } from '../../../view/zookeeper.ts';
import { pastOf } from '../../panels/zk-server/transcript.ts';
import { ServerShell } from '../../panels/zk-server/server-shell.tsx';
import { useLabFrame } from '../../sim/selectors.ts';
import { useSim } from '../../sim/store.ts';
import { useShownServer } from '../../sim/shown-server.ts';
import { enterAtServer, shellHistory, useShell } from './server-acts.ts';

/** `zkServer.sh` and four-letter words, at the machine of the run's server. */
export const ZkServerShell = () => {
  const frame = useLabFrame<ZooKeeperDetail>();
  const branches = useSim((s) => s.branches);
  const run = useSim((s) => s.run);
  const shell = useShell();
  const server = useShownServer();
  const process = frame?.processes.find(({ pid }) => pid === server?.pid);
  if (frame === null || server === null || process === undefined) return null;
  const entries = shell.run === run ? shell.entries : [];
  return (
    <ServerShell
      server={server}
      process={process}
      entries={pastOf(entries, branches, frame.branch, frame.position)}
      history={shellHistory}
      onLine={enterAtServer}
    />
  );
};
