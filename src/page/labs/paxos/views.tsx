import { useMemo } from 'react';
import { NO_NOTES } from '../../../stage/lane-notes.ts';
import type { LaneNotes } from '../../../stage/lane-notes.ts';
import { paxosNotes } from '../../../stage/paxos/notes.ts';
import type { LabView } from '../../lab-frame/descriptor.ts';
import { usePaxosFrame, useVeil } from '../../sim/selectors.ts';
import {
  Events,
  Messages,
  spaceTimeOf,
  titled,
  useInspectorTitle,
} from '../../lab-frame/run-views.tsx';
import { Certificate, useCertificateTitle } from './certificate.tsx';
import { PaxosInspector } from './inspector.tsx';

/** While a question hides something of the cards, the lanes do not tell it either. */
const useNotes = (): LaneNotes => {
  const frame = usePaxosFrame();
  const veil = useVeil();
  return useMemo(
    () => (frame === null || veil.length > 0 ? NO_NOTES : paxosNotes(frame)),
    [frame, veil],
  );
};

/** The views of the Paxos lab, in the order of their tabs. */
export const paxosViews: readonly LabView[] = [
  {
    id: 'inspector',
    useTitle: useInspectorTitle,
    Panel: PaxosInspector,
    rooms: ['phone', 'narrow'],
  },
  { id: 'space-time', useTitle: titled('spaceTime'), Panel: spaceTimeOf(useNotes) },
  { id: 'certificate', useTitle: useCertificateTitle, Panel: Certificate },
  { id: 'events', useTitle: titled('events'), Panel: Events },
  { id: 'messages', useTitle: titled('messages'), Panel: Messages },
];
