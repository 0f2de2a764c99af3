import { useTranslations } from 'use-intl';
import type { LabDescriptor } from '../lab/descriptor.ts';
import { useServerNaming } from '../words/naming.ts';
import { ElectionBecause } from './election-because.tsx';
import { ElectionInspector } from './election-inspector.tsx';
import { ElectionReading } from './election-reading.tsx';
import { ElectionStage } from './election-stage.tsx';
import { ElectionTools } from './election-tools.tsx';
import { electionViews } from './election-views.tsx';
import { electionPresets } from './election/presets.ts';
import { linkDialogOf } from './link-dialog.tsx';
import { BesideMessages } from './run-views.tsx';
import { useElectionOffers } from './election-offers.ts';

/** The election lab: leader election by votes, in an ensemble of ZooKeeper servers. */
export const electionLab: LabDescriptor = {
  id: 'election',
  model: 'election',
  useName: () => useTranslations('gallery.lab.election')('name'),
  useNaming: useServerNaming,
  presets: electionPresets,
  presetPictures: async () => (await import('../../built/election-presets.built.ts')).pictures,
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
