import { useTranslations } from 'use-intl';
import type { LabDescriptor } from '../lab/descriptor.ts';
import { NetworkButtons } from '../panels/network/NetworkButtons.tsx';
import { useCounterFrame } from '../sim/selectors.ts';
import { useShortNaming } from '../words/naming.ts';
import { acts } from './acts.ts';
import { counterPresets } from './counter/presets.ts';
import { CounterInspector } from './counter/inspector.tsx';
import { useCounterOffers } from './counter/offers.ts';
import { CounterReading } from './counter/reading.tsx';
import { CounterStage } from './counter/stage.tsx';
import { counterViews } from './counter/views.tsx';
import { linkDialogOf } from './link-dialog.tsx';
import { BesideMessages } from './run-views.tsx';

const CounterTools = () => {
  const frame = useCounterFrame();
  return frame === null ? null : <NetworkButtons frame={frame} cuts={[]} acts={acts} />;
};

/** Callers of one counter: what a remote call can and cannot tell; the lab of one lesson. */
export const counterLab: LabDescriptor = {
  id: 'counter',
  model: 'counter',
  useName: () => useTranslations('counter')('name'),
  useNaming: useShortNaming,
  presets: counterPresets,
  presetPictures: async () => (await import('../../built/counter-presets.built.ts')).pictures,
  Stage: CounterStage,
  StageTools: CounterTools,
  Dialogs: linkDialogOf('datagram'),
  useOffers: useCounterOffers,
  Reading: CounterReading,
  Inspector: CounterInspector,
  Beside: BesideMessages,
  views: counterViews,
};
