import { useMemo } from 'react';
import { NO_NOTES } from '../../../stage/lane-notes.ts';
import type { LaneNotes } from '../../../stage/lane-notes.ts';
import type { LabView } from '../../lab-frame/descriptor.ts';
import { useCounterFrame, useVeil } from '../../sim/selectors.ts';
import {
  Events,
  Messages,
  spaceTimeOf,
  titled,
  useInspectorTitle,
} from '../../lab-frame/run-views.tsx';
import { CounterInspector } from './inspector.tsx';

/** Beside the server's lane stands its counter, unless a question asks for it. */
const useNotes = (): LaneNotes => {
  const frame = useCounterFrame();
  const veil = useVeil();
  return useMemo(() => {
    if (frame === null || veil.length > 0) return NO_NOTES;
    const { server, value } = frame.detail;
    return new Map([[server, { plain: null, sign: '', label: String(value), claim: null }]]);
  }, [frame, veil]);
};

/** The views of the counter, in the order of their tabs. */
export const counterViews: readonly LabView[] = [
  {
    id: 'inspector',
    useTitle: useInspectorTitle,
    Panel: CounterInspector,
    rooms: ['phone', 'narrow'],
  },
  { id: 'space-time', useTitle: titled('spaceTime'), Panel: spaceTimeOf(useNotes) },
  { id: 'events', useTitle: titled('events'), Panel: Events },
  { id: 'messages', useTitle: titled('messages'), Panel: Messages },
];
