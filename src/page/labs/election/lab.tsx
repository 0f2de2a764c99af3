import { useTranslations } from 'use-intl';
import type { LabDescriptor } from '../../lab-frame/descriptor.ts';
import { useServerNaming } from '../../words/naming.ts';
import { ElectionBecause } from './because.tsx';
import { ElectionInspector } from './inspector.tsx';
import { ElectionReading } from './reading.tsx';
import { ElectionStage } from './stage.tsx';
import { ElectionTools } from './tools.tsx';
import { electionViews } from './views.tsx';
import { electionPresets } from './presets.ts';
import { linkDialogOf } from '../../lab-frame/link-dialog.tsx';
import { BesideMessages } from '../../lab-frame/run-views.tsx';
import { useElectionOffers } from './offers.ts';

/** The election lab: leader election by votes, in an ensemble of ZooKeeper servers. */
export const electionLab: LabDescriptor = {
  id: 'election',
  model: 'election',
  useName: () => useTranslations('gallery.lab.election')('name'),
  useNaming: useServerNaming,
  presets: electionPresets,
  presetPictures: async () => (await import('../../../built/election-presets.built.ts')).pictures,
  Stage: ElectionStage,
  Because: ElectionBecause,
  StageTools: ElectionTools,
  Dialogs: linkDialogOf('tcp'),
  useOffers: useElectionOffers,
  Reading: ElectionReading,
  Inspector: ElectionInspector,
  Beside: BesideMessages,
  views: electionViews,
};
