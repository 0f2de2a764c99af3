import { useTranslations } from 'use-intl';
import type { LabView } from '../lab/descriptor.ts';
import { EventList } from '../panels/events/EventList.tsx';
import { MessagesPanel } from '../panels/messages/MessagesPanel.tsx';
import { SpaceTimePanel } from '../panels/spacetime/SpaceTimePanel.tsx';
import { VotesPanel } from '../panels/votes/VotesPanel.tsx';
import { setShowRoutine } from '../sim/actions.ts';
import { useElectionFrame, useVeil, useVeiled } from '../sim/selectors.ts';
import { useSim } from '../sim/store.ts';
import { useStageWords } from '../words/stage-words.ts';
import { acts } from './acts.ts';
import { ElectionInspector } from './election-inspector.tsx';

const useSelectedPid = (): number | null =>
  useSim((s) => (s.selection?.kind === 'process' ? s.selection.pid : null));

const SpaceTime = () => {
  const frame = useElectionFrame();
  const words = useStageWords();
  const routine = useSim((s) => s.showRoutine);
  const pace = useSim((s) => s.pace);
  const veiled = useVeiled();
  const veil = useVeil();
  const selected = useSelectedPid();
  return frame === null ? null : (
    // A run with another pace begins with another span.
    <SpaceTimePanel
      key={pace}
      frame={frame}
      words={words}
      selected={selected}
      routine={routine}
      hideFuture={veiled}
      veil={veil}
      pace={pace}
      acts={acts}
    />
  );
};

const Events = () => {
  const frame = useElectionFrame();
  const routine = useSim((s) => s.showRoutine);
  const veiled = useVeiled();
  return frame === null ? null : (
    <EventList frame={frame} routine={routine} hideFuture={veiled} acts={acts} />
  );
};

/** The messages in flight, of the dock and of the third column. */
export const Messages = () => {
  const frame = useElectionFrame();
  const selected = useSim((s) => (s.selection?.kind === 'message' ? s.selection.id : null));
  const routine = useSim((s) => s.showRoutine);
  return frame === null ? null : (
    <MessagesPanel
      frame={frame}
      selected={selected}
      routine={routine}
      onShowRoutine={setShowRoutine}
      acts={acts}
    />
  );
};

const Votes = () => {
  const frame = useElectionFrame();
  const words = useStageWords();
  const selected = useSelectedPid();
  const veil = useVeil();
  return frame === null ? null : (
    <VotesPanel frame={frame} words={words} selected={selected} veil={veil} />
  );
};

const titled = (key: 'spaceTime' | 'events' | 'messages' | 'votes' | 'inspector') => (): string =>
  useTranslations('lab.view')(key);

const useInspectorTitle = (): string => {
  const t = useTranslations('lab');
  const pid = useSelectedPid();
  return pid === null ? t('view.inspector') : t('server', { sid: String(pid) });
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
  { id: 'space-time', useTitle: titled('spaceTime'), Panel: SpaceTime },
  { id: 'events', useTitle: titled('events'), Panel: Events },
  { id: 'messages', useTitle: titled('messages'), Panel: Messages },
];
