import { useTranslations } from 'use-intl';
import type { LabDescriptor } from '../../lab-frame/descriptor.ts';
import { BesideMessages } from '../../lab-frame/run-views.tsx';
import { zookeeperPresets } from './presets.ts';
import { takeFiles, ZooKeeperDialogs } from './dialogs.tsx';
import { ZooKeeperInspector } from './inspector.tsx';
import { useZooKeeperNaming } from './naming.ts';
import { ZooKeeperReading } from './reading.tsx';
import { ZooKeeperStage } from './stage.tsx';
import { ZooKeeperTools } from './tools.tsx';
import { zookeeperViews } from './views.tsx';
import { useZooKeeperOffers } from './offers.ts';
import { useZooKeeperDeeds } from './own-deeds.ts';

/** The ZooKeeper lab: a server with its pipeline, its tree and its disk, and clients that talk to it. */
export const zookeeperLab: LabDescriptor = {
  id: 'zookeeper',
  model: 'zookeeper',
  useName: () => useTranslations('gallery.lab.zookeeper')('name'),
  useNaming: useZooKeeperNaming,
  presets: zookeeperPresets,
  presetPictures: async () => (await import('../../../built/zookeeper-presets.built.ts')).pictures,
  Stage: ZooKeeperStage,
  StageTools: ZooKeeperTools,
  Dialogs: ZooKeeperDialogs,
  useOffers: useZooKeeperOffers,
  useDeeds: useZooKeeperDeeds,
  Reading: ZooKeeperReading,
  Inspector: ZooKeeperInspector,
  Beside: BesideMessages,
  views: zookeeperViews,
  onCleanStage: ['zkcli'],
  takeFiles,
};
