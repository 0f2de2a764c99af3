import { useTranslations } from 'use-intl';
import type { LabDescriptor } from '../lab/descriptor.ts';
import { useShortNaming } from '../words/naming.ts';
import { linkDialogOf } from './link-dialog.tsx';
import { paxosPresets } from './paxos/presets.ts';
import { PaxosInspector } from './paxos/inspector.tsx';
import { PaxosReading } from './paxos/reading.tsx';
import { PaxosStage } from './paxos/stage.tsx';
import { PaxosTools } from './paxos/tools.tsx';
import { paxosViews } from './paxos/views.tsx';
import { BesideMessages } from './run-views.tsx';
import { usePaxosOffers } from './paxos/offers.ts';
import { usePaxosDeeds } from './paxos/own-deeds.ts';

/** The Paxos lab: proposers, acceptors and learners that agree on one value. */
export const paxosLab: LabDescriptor = {
  id: 'paxos',
  model: 'paxos',
  useName: () => useTranslations('gallery.lab.paxos')('name'),
  useNaming: useShortNaming,
  presets: paxosPresets,
  presetPictures: async () => (await import('../../built/paxos-presets.built.ts')).pictures,
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
