import { useTranslations } from 'use-intl';
import type { LabDescriptor } from '../../lab-frame/descriptor.ts';
import { NetworkButtons } from '../../panels/network/network-buttons.tsx';
import { useCounterFrame } from '../../sim/selectors.ts';
import { useShortNaming } from '../../words/naming.ts';
import { acts } from '../../lab-frame/acts.ts';
import { counterPresets } from './presets.ts';
import { CounterInspector } from './inspector.tsx';
import { useCounterOffers } from './offers.ts';
import { CounterReading } from './reading.tsx';
import { CounterStage } from './stage.tsx';
import { counterViews } from './views.tsx';
import { linkDialogOf } from '../../lab-frame/link-dialog.tsx';
import { BesideMessages } from '../../lab-frame/run-views.tsx';

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
  presetPictures: async () => (await import('../../../built/counter-presets.built.ts')).pictures,
  Stage: CounterStage,
  StageTools: CounterTools,
  Dialogs: linkDialogOf('datagram'),
  useOffers: useCounterOffers,
  Reading: CounterReading,
  Inspector: CounterInspector,
  Beside: BesideMessages,
  views: counterViews,
};
