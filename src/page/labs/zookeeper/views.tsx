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
import { ZkCliConsoles } from './consoles.tsx';
import { useServerShellTitle, ZkServerShell } from './server-shell.tsx';
import { ServerCfg, useZooCfgTitle } from './zoo-cfg.tsx';
import { ZooKeeperInspector } from './inspector.tsx';
import { TxnLog, useTxnLogTitle } from './log-view.tsx';
import { useWatchesTitle, WatchHistory } from './watches-view.tsx';

/** While a question hides something, the lanes do not tell it either. */
const useNotes = (): LaneNotes => {
  const frame = useZooKeeperFrame();
  const veil = useVeil();
  return useMemo(
    () => (frame === null || veil.length > 0 ? NO_NOTES : zookeeperNotes(frame)),
    [frame, veil],
  );
};

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
  { id: 'zk-server', useTitle: useServerShellTitle, Panel: ZkServerShell },
  { id: 'zoo-cfg', useTitle: useZooCfgTitle, Panel: ServerCfg },
  { id: 'log', useTitle: useTxnLogTitle, Panel: TxnLog },
  { id: 'watches', useTitle: useWatchesTitle, Panel: WatchHistory },
  { id: 'events', useTitle: titled('events'), Panel: Events },
  { id: 'space-time', useTitle: titled('spaceTime'), Panel: spaceTimeOf(useNotes) },
  { id: 'messages', useTitle: titled('messages'), Panel: Messages },
];
