import { useTranslations } from 'use-intl';
import type { LaneNotes } from '../../../stage/lane-notes.ts';
import type { ByzantineDetail } from '../../../view/byzantine.ts';
import type { Frame } from '../../../view/frame.ts';
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
import { BridgeButton } from './bridge-button.tsx';
import { useByzantineInspection } from './use-inspection.tsx';
import { MessageHand } from './message-hand.tsx';
import { useByzantineOffers } from './offers.ts';
import { PanelOfGeneral } from './panel-of-general.tsx';
import { byzantinePresets } from './presets.ts';
import { ByzantineStage } from './stage.tsx';
import { ByzantineTools } from './tools.tsx';
import { useByzantineUntil } from './until.ts';

// Behind the tab that is in front at first.
const LiesView = later(async () => (await import('./lies-view.tsx')).LiesView);
const WorldsView = later(async () => (await import('./worlds-view.tsx')).WorldsView);
const OpinionsView = later(async () => (await import('./opinions-view.tsx')).OpinionsView);
const CountsView = later(async () => (await import('./counts-view.tsx')).CountsView);

const SetUp = later(async () => (await import('./set-up/set-up.tsx')).ByzantineSetUp, {
  Coming: DialogComing,
  words: ['parts'],
});

/** Beside a general's lane stands what it has decided. */
const notesOf = ({ detail }: Frame<ByzantineDetail>): LaneNotes =>
  new Map(
    detail.generals.map(({ pid, decided }) => [
      pid,
      { plain: null, sign: '', label: decided ?? '', claim: null },
    ]),
  );

/** A view's title; a hook. */
const titled = (key: 'tree' | 'lies' | 'worlds' | 'opinions' | 'counts') => (): string =>
  useTranslations('byzantine.view')(key);

/** Byzantine generals: one of them, or several, may say what they like. */
export const lab: LabDescriptor = {
  id: 'byzantine',
  model: 'byzantine',
  useName: () => useTranslations('gallery.lab.byzantine')('name'),
  useNaming: useShortNaming,
  presets: byzantinePresets,
  Stage: ByzantineStage,
  StageTools: ByzantineTools,
  links: 'datagram',
  useOffers: useByzantineOffers,
  MessageActs: MessageHand,
  reading: { SetUp, Above: BridgeButton, useUntil: useByzantineUntil, routine: false },
  inspector: {
    useInspection: useByzantineInspection,
    open: [],
    machines: 'below',
    nobody: 'nobody',
  },
  views: [
    inspectorView,
    // Elsewhere it stands beside the stage.
    {
      id: 'tree',
      useTitle: titled('tree'),
      Panel: () => <PanelOfGeneral />,
      rooms: ['phone', 'narrow'],
    },
    { id: 'lies', useTitle: titled('lies'), Panel: LiesView },
    { id: 'worlds', useTitle: titled('worlds'), Panel: WorldsView },
    { id: 'opinions', useTitle: titled('opinions'), Panel: OpinionsView },
    { id: 'counts', useTitle: titled('counts'), Panel: CountsView },
    spaceTimeUnlessVeiled(notesOf),
    eventsView,
    messagesView,
  ],
};
