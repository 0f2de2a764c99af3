import { useTranslations } from 'use-intl';
import { zookeeperNotes } from '../../../stage/zookeeper/notes.ts';
import type { LabDescriptor } from '../../lab-frame/descriptor.ts';
import {
  eventsView,
  inspectorView,
  messagesView,
  spaceTimeUnlessVeiled,
} from '../../lab-frame/run-views.tsx';
import { TreePane } from '../../panels/znode-tree/tree-pane.tsx';
import { DialogComing } from '../../widgets/dialog-coming.tsx';
import { later } from '../../widgets/later.tsx';
import { ZkCliConsoles } from './zkcli-consoles.tsx';
import { Faults } from './faults.tsx';
import { OpenedFiles, takeFiles } from './opened-files.tsx';
import { ServerDisk } from './server-disk.tsx';
import { useZooKeeperInspection } from './use-inspection.tsx';
import { useZooKeeperNaming } from './naming.ts';
import { useZooKeeperOffers } from './offers.ts';
import { useZooKeeperDeeds } from './own-deeds.ts';
import {
  offersUnlessComparing,
  pathView,
  unlessComparing,
  withComparison,
  withFutures,
} from './path/in-lab.tsx';
import { useFuturesTimeline } from './path/tree-timeline.ts';
import { zookeeperPresets } from './presets.ts';
import { ZooKeeperStage } from './stage.tsx';
import { ZooKeeperTools } from './tools.tsx';
import { useZooKeeperUntil } from './until.ts';

// Behind the tab that is in front at first.
const ZkServerShell = later(async () => (await import('./zk-server-shell.tsx')).ZkServerShell, {
  words: ['zookeeperParts'],
});
const ServerCfg = later(async () => (await import('./server-cfg.tsx')).ServerCfg, {
  words: ['zookeeperParts', 'parts'],
});
const TxnLog = later(async () => (await import('./txn-log.tsx')).TxnLog, {
  words: ['zookeeperParts'],
});
const Pipeline = later(async () => (await import('./pipeline-view.tsx')).PipelineView);
const Meters = later(async () => (await import('./meters.tsx')).Meters);
const WatchHistory = later(async () => (await import('./watch-history.tsx')).WatchHistory, {
  words: ['zookeeperParts'],
});

const SetUp = later(async () => (await import('./set-up/set-up.tsx')).ZooKeeperSetUp, {
  Coming: DialogComing,
  words: ['parts'],
});

/** The ZooKeeper lab: a server or an ensemble, each with its pipeline, its tree and its disk, and clients that talk to them. */
export const lab: LabDescriptor = {
  id: 'zookeeper',
  model: 'zookeeper',
  useName: () => useTranslations('gallery.lab.zookeeper')('name'),
  useNaming: useZooKeeperNaming,
  presets: zookeeperPresets,
  Stage: withFutures(ZooKeeperStage),
  StageTools: unlessComparing(ZooKeeperTools),
  links: 'tcp',
  Dialogs: OpenedFiles,
  useOffers: offersUnlessComparing(useZooKeeperOffers),
  useDeeds: useZooKeeperDeeds,
  useTimeline: useFuturesTimeline,
  reading: {
    SetUp,
    Faults,
    useUntil: useZooKeeperUntil,
    Below: ServerDisk,
    routine: true,
  },
  inspector: {
    useInspection: withComparison(useZooKeeperInspection),
    open: [],
    machines: 'below',
    nobody: 'nobody',
  },
  views: [
    inspectorView,
    {
      id: 'tree',
      useTitle: () => useTranslations('znodeTree')('title'),
      Panel: TreePane,
      rooms: ['phone', 'narrow'],
    },
    { id: 'zkcli', useTitle: () => useTranslations('console')('name'), Panel: ZkCliConsoles },
    pathView,
    { id: 'zk-server', useTitle: () => useTranslations('zkServer')('title'), Panel: ZkServerShell },
    { id: 'zoo-cfg', useTitle: () => useTranslations('zooCfgEditor')('title'), Panel: ServerCfg },
    { id: 'log', useTitle: () => useTranslations('txnLog')('title'), Panel: TxnLog },
    {
      id: 'watches',
      useTitle: () => useTranslations('watchHistory')('title'),
      Panel: WatchHistory,
    },
    {
      id: 'pipeline',
      useTitle: () => useTranslations('zookeeper.pipeline')('title'),
      Panel: Pipeline,
    },
    { id: 'meters', useTitle: () => useTranslations('zookeeper.meters')('title'), Panel: Meters },
    eventsView,
    spaceTimeUnlessVeiled(zookeeperNotes),
    messagesView,
  ],
  onCleanStage: ['zkcli'],
  takeFiles,
};
