import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { LaneNotes } from '../../stage/lane-notes.ts';
import type { MessageView } from '../../view/frame.ts';
import { EventList } from '../panels/events/event-list.tsx';
import { MessagesPanel } from '../panels/messages/messages-panel.tsx';
import { SpaceTimePanel } from '../panels/spacetime/space-time-panel.tsx';
import { setShowRoutine } from '../sim/actions.ts';
import { useCalmFrame } from '../sim/calm.ts';
import { useSelectedPid, useVeiled } from '../sim/selectors.ts';
import { useSim } from '../sim/store.ts';
import { usePile } from '../sim/use-answers.ts';
import { useNaming } from '../words/naming.ts';
import { useStageWords } from '../words/stage-words.ts';
import { acts } from './acts.ts';

/** The views of a run that every lab has, with the words of its own. */

/** `useNotes`: what stands beside the lanes' names; a hook. */
export const spaceTimeOf = (useNotes: () => LaneNotes) =>
  function SpaceTime() {
    const frame = useCalmFrame();
    const words = useStageWords();
    const routine = useSim((s) => s.showRoutine);
    const pace = useSim((s) => s.pace);
    const veiled = useVeiled();
    const notes = useNotes();
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
        notes={notes}
        pace={pace}
        acts={acts}
      />
    );
  };

export const Events = () => {
  const frame = useCalmFrame();
  const routine = useSim((s) => s.showRoutine);
  const veiled = useVeiled();
  return frame === null ? null : (
    <EventList frame={frame} routine={routine} hideFuture={veiled} acts={acts} />
  );
};

/** Where a message waits: who stands for a pile changes, its place does not. */
const placeOf = ({ from, to, kind, status }: Omit<MessageView, 'piled'>): string =>
  `${from} ${to} ${kind} ${status}`;

/** The messages in flight, of the dock and of the third column. */
export const Messages = () => {
  const frame = useCalmFrame();
  const selected = useSim((s) => (s.selection?.kind === 'message' ? s.selection.id : null));
  const routine = useSim((s) => s.showRoutine);
  const [opened, setOpened] = useState<string | null>(null);
  const one = frame?.messages.find(
    ({ piled, ...message }) => piled > 0 && placeOf(message) === opened,
  );
  const messages = usePile(one?.id ?? null);
  return frame === null ? null : (
    <MessagesPanel
      frame={frame}
      selected={selected}
      routine={routine}
      onShowRoutine={setShowRoutine}
      acts={acts}
      pile={one === undefined ? null : { of: one.id, messages }}
      onOpenPile={(message) => setOpened(message === null ? null : placeOf(message))}
    />
  );
};

export const BesideMessages = () => {
  const t = useTranslations('lab.view');
  return (
    <section className="beside-part">
      <h2>{t('messages')}</h2>
      <Messages />
    </section>
  );
};

/** A view's title by its word; a hook. */
export const titled =
  (key: 'spaceTime' | 'events' | 'messages' | 'votes' | 'inspector' | 'majorities') => (): string =>
    useTranslations('lab.view')(key);

/** The inspector's title: what is selected; a hook. */
export const useInspectorTitle = (): string => {
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
