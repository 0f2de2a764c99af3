import { useTranslations } from 'use-intl';
import { paxosNotes } from '../../../stage/paxos/notes.ts';
import type { LabDescriptor } from '../../lab-frame/descriptor.ts';
import {
  eventsView,
  inspectorView,
  messagesView,
  spaceTimeUnlessVeiled,
} from '../../lab-frame/run-views.tsx';
import { DialogComing } from '../../widgets/dialog-coming.tsx';
import { later } from '../../widgets/later.tsx';
import { useShortNaming } from '../../words/naming.ts';
import { useCertificateTitle } from './certificate-title.ts';
import { usePaxosInspection } from './use-inspection.tsx';
import { usePaxosOffers } from './offers.ts';
import { usePaxosDeeds } from './own-deeds.ts';
import { paxosPresets } from './presets.ts';
import { PaxosStage } from './stage.tsx';
import { ToolButtons } from './tool-buttons.tsx';
import { PaxosTools } from './tools.tsx';
import { usePaxosUntil } from './until.ts';

const Certificate = later(async () => (await import('./certificate.tsx')).Certificate);
const SetUp = later(async () => (await import('./set-up/set-up.tsx')).PaxosSetUp, {
  Coming: DialogComing,
  words: ['parts'],
});

/** The Paxos lab: proposers, acceptors and learners that agree on one value. */
export const lab: LabDescriptor = {
  id: 'paxos',
  model: 'paxos',
  useName: () => useTranslations('gallery.lab.paxos')('name'),
  useNaming: useShortNaming,
  presets: paxosPresets,
  Stage: PaxosStage,
  StageTools: PaxosTools,
  links: 'datagram',
  useOffers: usePaxosOffers,
  useDeeds: usePaxosDeeds,
  reading: { SetUp, Above: ToolButtons, useUntil: usePaxosUntil, routine: true },
  inspector: {
    useInspection: usePaxosInspection,
    open: ['acceptor', 'proposer', 'learner'],
    nobody: 'nobody',
  },
  views: [
    inspectorView,
    spaceTimeUnlessVeiled(paxosNotes),
    { id: 'certificate', useTitle: useCertificateTitle, Panel: Certificate },
    eventsView,
    messagesView,
  ],
};
