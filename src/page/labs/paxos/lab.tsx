import { useTranslations } from 'use-intl';
import type { LabDescriptor } from '../../lab-frame/descriptor.ts';
import { useShortNaming } from '../../words/naming.ts';
import { linkDialogOf } from '../../lab-frame/link-dialog.tsx';
import { paxosPresets } from './presets.ts';
import { PaxosInspector } from './inspector.tsx';
import { PaxosReading } from './reading.tsx';
import { PaxosStage } from './stage.tsx';
import { PaxosTools } from './tools.tsx';
import { paxosViews } from './views.tsx';
import { BesideMessages } from '../../lab-frame/run-views.tsx';
import { usePaxosOffers } from './offers.ts';
import { usePaxosDeeds } from './own-deeds.ts';

/** The Paxos lab: proposers, acceptors and learners that agree on one value. */
export const paxosLab: LabDescriptor = {
  id: 'paxos',
  model: 'paxos',
  useName: () => useTranslations('gallery.lab.paxos')('name'),
  useNaming: useShortNaming,
  presets: paxosPresets,
  presetPictures: async () => (await import('../../../built/paxos-presets.built.ts')).pictures,
  Stage: PaxosStage,
  StageTools: PaxosTools,
  Dialogs: linkDialogOf('datagram'),
  useOffers: usePaxosOffers,
  useDeeds: usePaxosDeeds,
  Reading: PaxosReading,
  Inspector: PaxosInspector,
  Beside: BesideMessages,
  views: paxosViews,
};
