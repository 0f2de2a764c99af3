import { useMemo, useRef } from 'react';
import type { ReactNode } from 'react';
import { zookeeperChange } from '../../../stage/zookeeper/changes.ts';
import { zookeeperLayout } from '../../../stage/zookeeper/layout.ts';
import { castOf } from '../../../stage/zookeeper/members/cast.ts';
import { membersChange } from '../../../stage/zookeeper/members/changes.ts';
import { membersLayout } from '../../../stage/zookeeper/members/layout.ts';
import type { Cast } from '../../../stage/zookeeper/members/places.ts';
import { membersStage } from '../../../stage/zookeeper/members/stage.ts';
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
import { useSaying } from '../../words/use-saying.ts';
import { PanelBoundary } from '../../widgets/panel-boundary.tsx';
import { MovingStage } from '../../lab-frame/stage/moving-stage.tsx';
import { useStageScale } from '../../lab-frame/stage/use-stage-scale.ts';
import { ZkCliConsoles } from './zkcli-consoles.tsx';
import './stage.css';

/** Drawing units of the usual stage: the tree takes a third of its width. */
const ALONE = {
  natural: { width: 628, height: 436 },
  least: { width: 360, height: 404 },
};
/** An ensemble's drawing has more to it, and does with less width rather than with smaller words. */
const MEMBERS = { ...ALONE, natural: { width: 470, height: 436 } };

interface DrawingProps {
  frame: Frame<ZooKeeperDetail>;
  before: Frame<ZooKeeperDetail> | null;
  width: number;
  height: number;
}

/** Clients with their sessions, the server with its pipeline and its disk, and what travels. */
const AloneDrawing = ({ frame, before, width, height }: DrawingProps) => {
  const words = useSaying('zookeeper.stage');
  const last = useShownServer()?.pid ?? null;
  const server: Pid = shownServer(frame.detail, last)?.pid ?? 0;
  const clients = frame.detail.clients.map(({ pid }) => pid).join(' ');
  const layout = useMemo(
    () =>
      zookeeperLayout(clients === '' ? [] : clients.split(' ').map(Number), server, {
        width,
        height,
      }),
    [clients, server, width, height],
  );
  const changed = zookeeperChange(before, frame, server);
  return (
    <MovingStage
      frame={frame}
      layout={layout}
      label={words.say('world', { clients: frame.detail.clients.length })}
      draw={(now, choice) => zookeeperStage(frame, layout, now, { ...choice, words, changed })}
      moves={(now) => sessionMoves(frame, layout, now, words)}
    />
  );
};

/** An ensemble: its leader's pipes, the logs as rows, the clients beside their servers. */
const MembersDrawing = ({ frame, before, width, height }: DrawingProps) => {
  const words = useSaying('zookeeper.stage');
  // Places stay as long as nobody comes, goes over to another server, or takes the lead.
  const cast = JSON.stringify(castOf(frame));
  const layout = useMemo(
    () => membersLayout(JSON.parse(cast) as Cast, { width, height }),
    [cast, width, height],
  );
  const changed = membersChange(before, frame);
  const { servers, clients } = frame.detail;
  return (
    <MovingStage
      frame={frame}
      layout={layout}
      label={words.say('members', { servers: servers.length, clients: clients.length })}
      draw={(now, choice) => membersStage(frame, layout, now, { ...choice, words, changed })}
      moves={(now) => sessionMoves(frame, layout, now, words)}
    />
  );
};

/** What stands beside the drawing, where there is room. */
const Beside = ({ clean, grows }: { clean: boolean; grows: boolean }): ReactNode => {
  if (clean) {
    return (
      <div className="zk-beside">
        <PanelBoundary>
          <TreePane plain />
        </PanelBoundary>
        <PanelBoundary>
          <ZkCliConsoles />
        </PanelBoundary>
      </div>
    );
  }
  return (
    grows && (
      <PanelBoundary>
        <TreePane />
      </PanelBoundary>
    )
  );
};

/** One server with its pipeline and its disk, or an ensemble. */
export const ZooKeeperStage = ({ clean }: { clean: boolean }) => {
  const room = useRoom();
  const frame = useStageFrame<ZooKeeperDetail>();
  const before = useSim((s) => s.before as Frame<ZooKeeperDetail> | null);
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);

  const grows = room === 'usual' || room === 'wide';
  const scale = useStageScale(size, frame?.detail.ensemble === null ? ALONE : MEMBERS, clean);
  const width = size.width === 0 ? 0 : Math.max(240, size.width / scale);
  const height = Math.max(200, size.height / scale);
  const Drawing = frame?.detail.ensemble === null ? AloneDrawing : MembersDrawing;
  const isThere = frame !== null && frame.detail.servers.length > 0 && width > 0;
  return (
    <div className={grows && !clean ? 'zk-stage zk-tooled' : 'zk-stage'}>
      <div className="zk-drawing" ref={place}>
        {isThere && <Drawing frame={frame} before={before} width={width} height={height} />}
      </div>
      <Beside clean={clean} grows={grows} />
    </div>
  );
};
