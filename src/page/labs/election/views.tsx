import { useMemo } from 'react';
import { laneNotes } from '../../../stage/lane-notes-election.ts';
import type { LaneNotes } from '../../../stage/lane-notes.ts';
import { NO_NOTES } from '../../../stage/lane-notes.ts';
import type { LabView } from '../../lab-frame/descriptor.ts';
import { VotesPanel } from '../../panels/votes/votes-panel.tsx';
import { useElectionFrame, useSelectedPid, useVeil } from '../../sim/selectors.ts';
import { useStageWords } from '../../words/stage-words.ts';
import { ElectionInspector } from './inspector.tsx';
import { Majorities } from './majorities.tsx';
import {
  Events,
  Messages,
  spaceTimeOf,
  titled,
  useInspectorTitle,
} from '../../lab-frame/run-views.tsx';

const Votes = () => {
  const frame = useElectionFrame();
  const words = useStageWords();
  const selected = useSelectedPid();
  const veil = useVeil();
  return frame === null ? null : (
    <VotesPanel frame={frame} words={words} selected={selected} veil={veil} />
  );
};

const useNotes = (): LaneNotes => {
  const frame = useElectionFrame();
  const veil = useVeil();
  return useMemo(() => (frame === null ? NO_NOTES : laneNotes(frame, veil)), [frame, veil]);
};

/** The views of the election lab, in the order of their tabs. */
export const electionViews: readonly LabView[] = [
  { id: 'votes', useTitle: titled('votes'), Panel: Votes, rooms: ['phone', 'narrow'] },
  {
    id: 'inspector',
    useTitle: useInspectorTitle,
    Panel: ElectionInspector,
    rooms: ['phone', 'narrow'],
  },
  { id: 'space-time', useTitle: titled('spaceTime'), Panel: spaceTimeOf(useNotes) },
  { id: 'events', useTitle: titled('events'), Panel: Events },
  { id: 'messages', useTitle: titled('messages'), Panel: Messages },
  { id: 'majorities', useTitle: titled('majorities'), Panel: Majorities },
];
