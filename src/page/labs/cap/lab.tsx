import { useTranslations } from 'use-intl';
import type { LaneNotes } from '../../../stage/lane-notes.ts';
import type { CapDetail } from '../../../view/cap.ts';
import type { Frame } from '../../../view/frame.ts';
import { acts } from '../../lab-frame/acts.ts';
import type { LabDescriptor } from '../../lab-frame/descriptor.ts';
import {
  eventsView,
  inspectorView,
  messagesView,
  spaceTimeUnlessVeiled,
} from '../../lab-frame/run-views.tsx';
import { useCannotAct } from '../../panels/cannot-act.ts';
import { NetworkButtons } from '../../panels/network/network-buttons.tsx';
import { pause } from '../../sim/actions.ts';
import { useLabFrame } from '../../sim/selectors.ts';
import { useSim } from '../../sim/store.ts';
import { Button } from '../../widgets/button.tsx';
import { DialogComing } from '../../widgets/dialog-coming.tsx';
import { later } from '../../widgets/later.tsx';
import { useCapInspection } from './use-inspection.tsx';
import { useCapNaming } from './naming.ts';
import { useCapOffers } from './offers.ts';
import { useCapDeeds } from './own-deeds.ts';
import { Predict } from './predict-panel.tsx';
import { capPresets } from './presets.ts';
import { RequestsView } from './requests-view.tsx';
import { CapStage } from './stage.tsx';
import { StoresPanel } from './stores-panel.tsx';
import { useCapCuts } from './tools.ts';
import { useCapUntil } from './until.ts';
import { useCapTimeline } from './use-timeline.ts';

// Behind the tab that is in front at first.
const HealedView = later(async () => (await import('./healed-view.tsx')).HealedView);
const LatencyView = later(async () => (await import('./latency-view.tsx')).LatencyView);
const StatementView = later(async () => (await import('./statement-view.tsx')).StatementView);

const SetUp = later(async () => (await import('./set-up/set-up.tsx')).CapSetUp, {
  Coming: DialogComing,
  words: ['parts'],
});

/** Mends all that is cut while the run stands, so that the next line begins where this one was. */
const redraw = (): void => {
  pause();
  void acts.intervene({ kind: 'heal' });
};

const CapTools = () => {
  const t = useTranslations('cap.cuts');
  const frame = useLabFrame<CapDetail>();
  const cuts = useCapCuts(frame);
  const cannot = useCannotAct();
  if (frame === null) return null;
  const whole = !frame.links.some(({ cut }) => cut);
  return (
    <>
      <Button
        kind="quiet"
        title={t('redrawText')}
        onPress={redraw}
        disabledReason={cannot ?? (whole ? t('whole') : null)}
      >
        {t('redraw')}
      </Button>
      <NetworkButtons frame={frame} cuts={cuts} acts={acts} />
    </>
  );
};

/** What is done to the network, and with what. */
const HowToCut = () => <p className="quiet-text">{useTranslations('cap.cuts')('how')}</p>;

/** Beside a server's lane stands its value of x. */
const notesOf = ({ detail }: Frame<CapDetail>): LaneNotes =>
  new Map(
    detail.servers.map(({ pid, value }) => [
      pid,
      {
        plain: null,
        sign: '',
        label: value === null ? '' : String(value),
        claim: value === null || value === 0 ? null : value,
      },
    ]),
  );

/** Times are counted from the experiment's t = 0. */
const useCapZero = () => useSim((s) => (s.frame as Frame<CapDetail> | null)?.detail.zero ?? 0);

/** One register, five stores, and a network that is cut: what is answered, and what that is worth. */
export const lab: LabDescriptor = {
  id: 'cap',
  model: 'cap',
  useName: () => useTranslations('gallery.lab.cap')('name'),
  useNaming: useCapNaming,
  presets: capPresets,
  Stage: CapStage,
  StageTools: CapTools,
  links: 'tcp',
  useZero: useCapZero,
  useTimeline: useCapTimeline,
  useOffers: useCapOffers,
  useDeeds: useCapDeeds,
  reading: {
    SetUp,
    Above: Predict,
    Below: HowToCut,
    useUntil: useCapUntil,
    routine: true,
  },
  inspector: {
    useInspection: useCapInspection,
    open: [],
    machines: 'below',
    nobody: 'nobody',
  },
  views: [
    inspectorView,
    {
      id: 'requests',
      useTitle: () => useTranslations('cap.view')('requests'),
      Panel: RequestsView,
    },
    // Beside the stage, where there is room for it.
    {
      id: 'stores',
      useTitle: () => useTranslations('cap.view')('stores'),
      Panel: StoresPanel,
      rooms: ['phone', 'narrow'],
    },
    { id: 'healed', useTitle: () => useTranslations('cap.view')('healed'), Panel: HealedView },
    { id: 'latency', useTitle: () => useTranslations('cap.view')('latency'), Panel: LatencyView },
    {
      id: 'statement',
      useTitle: () => useTranslations('cap.view')('statement'),
      Panel: StatementView,
    },
    spaceTimeUnlessVeiled(notesOf),
    eventsView,
    messagesView,
  ],
};
