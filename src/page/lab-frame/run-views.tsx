import { use, useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { NO_NOTES } from '../../stage/lane-notes.ts';
import type { LaneNotes } from '../../stage/lane-notes.ts';
import type { Veil } from '../../stage/veil.ts';
import type { Frame } from '../../view/frame.ts';
import { SpaceTimePanel } from '../panels/spacetime/space-time-panel.tsx';
import { useLookedFrame } from '../sim/calm.ts';
import { useSelectedPid, useToldUntil, useUnread, useVeil, useVeiled } from '../sim/selectors.ts';
import { useSim } from '../sim/store.ts';
import { useNaming } from '../words/naming.ts';
import { later } from '../widgets/later.tsx';
import { useStageWords } from '../words/stage-words.ts';
import { ZeroContext } from '../words/zero.ts';
import { acts } from './acts.ts';
import type { LabView } from './descriptor.ts';
import { LabInspector } from './inspector.tsx';
import { Messages } from './messages.tsx';

const EventList = later(async () => (await import('../panels/events/event-list.tsx')).EventList);

/** The views of a run that every lab has, with the words of its own. */

type NotesOf<Detail> = (frame: Frame<Detail>, veil: Veil) => LaneNotes;

const spaceTimeOf = <Detail,>(notesOf: NotesOf<Detail>) =>
  function SpaceTime() {
    const frame = useUnread(useLookedFrame() as Frame<Detail> | null);
    const toldUntil = useToldUntil();
    const said = useStageWords();
    const zero = use(ZeroContext);
    const words = useMemo(
      () => ({ ...said, time: (moment: number) => said.time(moment - zero) }),
      [said, zero],
    );
    const routine = useSim((s) => s.showRoutine);
    const pace = useSim((s) => s.pace);
    const veiled = useVeiled();
    const veil = useVeil();
    const notes = useCallback((of: Frame) => notesOf(of as Frame<Detail>, veil), [veil]);
    const selected = useSelectedPid();
    const message = useSim((s) => (s.selection?.kind === 'message' ? s.selection.id : null));
    return frame === null ? null : (
      // A run with another pace begins with another scale.
      <SpaceTimePanel
        key={pace}
        frame={frame}
        words={words}
        selected={selected}
        selectedMessage={message}
        routine={routine}
        hideFuture={veiled}
        toldUntil={toldUntil}
        notesOf={notes}
        pace={pace}
        zero={zero}
        acts={acts}
      />
    );
  };

const Events = () => {
  const frame = useLookedFrame();
  const routine = useSim((s) => s.showRoutine);
  const veiled = useVeiled();
  const toldUntil = useToldUntil();
  return frame === null ? null : (
    <EventList
      frame={frame}
      routine={routine}
      hideFuture={veiled}
      toldUntil={toldUntil}
      acts={acts}
    />
  );
};

/** A view's title by its word; a hook. */
export const titled =
  (key: 'spaceTime' | 'events' | 'messages' | 'votes' | 'majorities') => (): string =>
    useTranslations('lab.view')(key);

/** The inspector's title: what is selected; a hook. */
const useInspectorTitle = (): string => {
  const t = useTranslations('lab');
  const naming = useNaming();
  const pid = useSelectedPid();
  // As a text: the lab is drawn again only when it changes.
  const title = useSim(({ frame }) => {
    const process = frame?.processes.find((one) => one.pid === pid);
    return process === undefined ? null : naming.title(process);
  });
  return title ?? t('view.inspector');
};

/** Where it stands nowhere else. */
export const inspectorView: LabView = {
  id: 'inspector',
  useTitle: useInspectorTitle,
  Panel: LabInspector,
  rooms: ['phone', 'narrow'],
};

/** `notesOf`: what stands beside the lanes' names, which must not tell what an open question hides. */
export const spaceTimeView = <Detail,>(notesOf: NotesOf<Detail>): LabView => ({
  id: 'space-time',
  useTitle: titled('spaceTime'),
  Panel: spaceTimeOf(notesOf),
});

/** The same for a lab whose notes are all hidden while a question hides anything. */
export const spaceTimeUnlessVeiled = <Detail,>(
  notesOf: (frame: Frame<Detail>) => LaneNotes,
): LabView => spaceTimeView<Detail>((frame, veil) => (veil.length > 0 ? NO_NOTES : notesOf(frame)));

export const eventsView: LabView = { id: 'events', useTitle: titled('events'), Panel: Events };
export const messagesView: LabView = {
  id: 'messages',
  useTitle: titled('messages'),
  Panel: Messages,
};
