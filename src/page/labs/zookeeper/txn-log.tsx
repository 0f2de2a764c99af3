import type { ZooKeeperDetail } from '../../../view/zookeeper.ts';
import { TxnLogPanel } from '../../panels/txn-log/txn-log-panel.tsx';
import { nameOf } from '../../panels/state-word.ts';
import { useLabFrame } from '../../sim/selectors.ts';
import { showFiles } from '../../sim/opened-files.ts';
import { useShownServer } from '../../sim/shown-server.ts';
import { acts } from '../../lab-frame/acts.ts';

/** The log of the server; of one that is down, what is on its disk. */
export const TxnLog = () => {
  const frame = useLabFrame<ZooKeeperDetail>();
  const server = useShownServer();
  if (frame === null || server === null) return null;
  return (
    <TxnLogPanel
      server={server.pid}
      nameOf={(pid) => nameOf(frame, pid)}
      onSeek={(step) => void acts.seek(step + 1)}
      onOpenFiles={() => showFiles(true)}
    />
  );
};
