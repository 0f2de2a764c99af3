import type { ZooKeeperDetail } from '../../../view/zookeeper.ts';
import { nameOf } from '../../panels/state-word.ts';
import { WatchHistoryPanel } from '../../panels/watch-history/watch-history-panel.tsx';
import { useLabFrame } from '../../sim/selectors.ts';
import { useShownServer } from '../../sim/shown-server.ts';
import { acts } from '../../lab-frame/acts.ts';

/** The watches of the server's clients. */
export const WatchHistory = () => {
  const frame = useLabFrame<ZooKeeperDetail>();
  const server = useShownServer();
  if (frame === null || server === null) return null;
  return (
    <WatchHistoryPanel
      server={server.pid}
      clients={frame.detail.clients}
      nameOf={(pid) => nameOf(frame, pid)}
      onSeek={(step) => void acts.seek(step + 1)}
    />
  );
};
