import { useMemo, useRef } from 'react';
import { zookeeperChange } from '../../../stage/zookeeper/changes.ts';
import { zookeeperLayout } from '../../../stage/zookeeper/layout.ts';
import { sessionMoves } from '../../../stage/zookeeper/session.ts';
import { zookeeperStage } from '../../../stage/zookeeper/stage.ts';
import { shownServer } from '../../../stage/zookeeper/shown-server.ts';
import type { Frame } from '../../../view/frame.ts';
import type { Pid } from '../../../view/time.ts';
import type { ZooKeeperDetail } from '../../../view/zookeeper.ts';
import { useRoom } from '../../browser/use-media.ts';
import { useSize } from '../../browser/use-size.ts';
import { TreePane } from '../../panels/znode-tree/tree-pane.tsx';
import { useStageFrame } from '../../sim/selectors.ts';
import { useShownServer } from '../../sim/shown-server.ts';
import { useSim } from '../../sim/store.ts';
import { useZooKeeperWords } from './words.ts';
import { PanelBoundary } from '../../widgets/panel-boundary.tsx';
import { MovingStage } from '../../lab-frame/stage/moving-stage.tsx';
import { useStageScale } from '../../lab-frame/stage/use-stage-scale.ts';
import { ZkCliConsoles } from './consoles.tsx';
import './stage.css';

/** Drawing units of the usual stage: the tree takes a third of its width. */
const NEEDED = {
  natural: { width: 628, height: 436 },
  least: { width: 360, height: 404 },
};

const useLayout = (
  frame: Frame<ZooKeeperDetail> | null,
  server: Pid,
  width: number,
  height: number,
) => {
  const clients = frame?.detail.clients.map(({ pid }) => pid).join(' ') ?? '';
  return useMemo(
    () =>
      server === 0 || width === 0
        ? null
        : zookeeperLayout(clients === '' ? [] : clients.split(' ').map(Number), server, {
            width,
            height,
          }),
    [clients, server, width, height],
  );
};

/** Clients with their sessions, the server with its pipeline and its disk, and what travels. */
export const ZooKeeperStage = ({ clean }: { clean: boolean }) => {
  const words = useZooKeeperWords();
  const room = useRoom();
  const frame = useStageFrame<ZooKeeperDetail>();
  const before = useSim((s) => s.before as Frame<ZooKeeperDetail> | null);
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);

  const grows = room === 'usual' || room === 'wide';
  const scale = useStageScale(size, NEEDED, clean);
  const width = size.width === 0 ? 0 : Math.max(240, size.width / scale);
  const last = useShownServer()?.pid ?? null;
  const server = (frame === null ? null : shownServer(frame.detail, last)?.pid) ?? 0;
  const layout = useLayout(frame, server, width, Math.max(200, size.height / scale));
  const changed = frame === null ? null : zookeeperChange(before, frame, server);
  return (
    <div className={grows && !clean ? 'zk-stage zk-tooled' : 'zk-stage'}>
      <div className="zk-drawing" ref={place}>
        {frame !== null && layout !== null && (
          <MovingStage
            frame={frame}
            layout={layout}
            label={words.zookeeper.world(frame.detail.clients.length)}
            draw={(now, choice) =>
              zookeeperStage(frame, layout, now, { ...choice, words, changed })
            }
            moves={(now) => sessionMoves(frame, layout, now, words)}
          />
        )}
      </div>
      {clean ? (
        <div className="zk-beside">
          <PanelBoundary>
            <TreePane plain />
          </PanelBoundary>
          <PanelBoundary>
            <ZkCliConsoles />
          </PanelBoundary>
        </div>
      ) : (
        grows && (
          <PanelBoundary>
            <TreePane />
          </PanelBoundary>
        )
      )}
    </div>
  );
};
