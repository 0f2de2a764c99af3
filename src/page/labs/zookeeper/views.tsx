import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { NO_NOTES } from '../../../stage/lane-notes.ts';
import type { LaneNotes } from '../../../stage/lane-notes.ts';
import { zookeeperNotes } from '../../../stage/zookeeper/notes.ts';
import type { LabView } from '../../lab-frame/descriptor.ts';
import { TreePane } from '../../panels/znode-tree/tree-pane.tsx';
import { useVeil, useZooKeeperFrame } from '../../sim/selectors.ts';
import {
  Events,
  Messages,
  spaceTimeOf,
  titled,
  useInspectorTitle,
} from '../../lab-frame/run-views.tsx';
import { later } from '../../widgets/later.tsx';
import { ZkCliConsoles } from './consoles.tsx';
import { ZooKeeperInspector } from './inspector.tsx';

/** While a question hides something, the lanes do not tell it either. */
const useNotes = (): LaneNotes => {
  const frame = useZooKeeperFrame();
  const veil = useVeil();
  return useMemo(
    () => (frame === null || veil.length > 0 ? NO_NOTES : zookeeperNotes(frame)),
    [frame, veil],
  );
};

// Behind the tab that is in front at first.
const ZkServerShell = later(async () => (await import('./server-shell.tsx')).ZkServerShell);
const ServerCfg = later(async () => (await import('./zoo-cfg.tsx')).ServerCfg);
const TxnLog = later(async () => (await import('./log-view.tsx')).TxnLog);
const WatchHistory = later(async () => (await import('./watches-view.tsx')).WatchHistory);

/** The views of the ZooKeeper lab, in the order of their tabs. */
export const zookeeperViews: readonly LabView[] = [
  {
    id: 'inspector',
    useTitle: useInspectorTitle,
    Panel: ZooKeeperInspector,
    rooms: ['phone', 'narrow'],
  },
  {
    id: 'tree',
    useTitle: () => useTranslations('znodeTree')('title'),
    Panel: TreePane,
    rooms: ['phone', 'narrow'],
  },
  { id: 'zkcli', useTitle: () => useTranslations('console')('name'), Panel: ZkCliConsoles },
  { id: 'zk-server', useTitle: () => useTranslations('zkServer')('title'), Panel: ZkServerShell },
  { id: 'zoo-cfg', useTitle: () => useTranslations('zooCfgEditor')('title'), Panel: ServerCfg },
  { id: 'log', useTitle: () => useTranslations('txnLog')('title'), Panel: TxnLog },
  { id: 'watches', useTitle: () => useTranslations('watchHistory')('title'), Panel: WatchHistory },
  { id: 'events', useTitle: titled('events'), Panel: Events },
  { id: 'space-time', useTitle: titled('spaceTime'), Panel: spaceTimeOf(useNotes) },
  { id: 'messages', useTitle: titled('messages'), Panel: Messages },
];
