import { useTranslations } from 'use-intl';
import type { LabDescriptor } from '../lab/descriptor.ts';
import { BesideMessages } from './run-views.tsx';
import { zookeeperPresets } from './zookeeper/presets.ts';
import { takeFiles, ZooKeeperDialogs } from './zookeeper/dialogs.tsx';
import { ZooKeeperInspector } from './zookeeper/inspector.tsx';
import { useZooKeeperNaming } from './zookeeper/naming.ts';
import { ZooKeeperReading } from './zookeeper/reading.tsx';
import { ZooKeeperStage } from './zookeeper/stage.tsx';
import { ZooKeeperTools } from './zookeeper/tools.tsx';
import { zookeeperViews } from './zookeeper/views.tsx';
import { useZooKeeperOffers } from './zookeeper/offers.ts';
import { useZooKeeperDeeds } from './zookeeper/own-deeds.ts';

/** The ZooKeeper lab: a server with its pipeline, its tree and its disk, and clients that talk to it. */
export const zookeeperLab: LabDescriptor = {
  id: 'zookeeper',
  model: 'zookeeper',
  useName: () => useTranslations('gallery.lab.zookeeper')('name'),
  useNaming: useZooKeeperNaming,
  presets: zookeeperPresets,
  presetPictures: async () => (await import('../../built/zookeeper-presets.built.ts')).pictures,
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
