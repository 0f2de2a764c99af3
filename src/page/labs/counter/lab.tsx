import { useTranslations } from 'use-intl';
import type { CounterDetail } from '../../../view/counter.ts';
import { acts } from '../../lab-frame/acts.ts';
import type { LabDescriptor } from '../../lab-frame/descriptor.ts';
import {
  eventsView,
  inspectorView,
  messagesView,
  spaceTimeUnlessVeiled,
} from '../../lab-frame/run-views.tsx';
import { NetworkButtons } from '../../panels/network/network-buttons.tsx';
import { useLabFrame } from '../../sim/selectors.ts';
import { useShortNaming } from '../../words/naming.ts';
import { Calls, useCounterOffers } from './calls.tsx';
import { counterPresets } from './presets.ts';
import { CounterStage } from './stage.tsx';

const CounterTools = () => {
  const frame = useLabFrame<CounterDetail>();
  return frame === null ? null : <NetworkButtons frame={frame} cuts={[]} acts={acts} />;
};

/** Callers of one counter: what a remote call can and cannot tell; the lab of one lesson. */
export const lab: LabDescriptor = {
  id: 'counter',
  model: 'counter',
  useName: () => useTranslations('counter')('name'),
  useNaming: useShortNaming,
  presets: counterPresets,
  Stage: CounterStage,
  StageTools: CounterTools,
  links: 'datagram',
  useOffers: useCounterOffers,
  reading: { Above: Calls, routine: false },
  inspector: { open: ['caller', 'counter'], nobody: 'nobody' },
  views: [
    inspectorView,
    // Beside the server's lane stands its counter.
    spaceTimeUnlessVeiled<CounterDetail>(
      ({ detail: { server, value } }) =>
        new Map([[server, { plain: null, sign: '', label: String(value), claim: null }]]),
    ),
    eventsView,
    messagesView,
  ],
};
