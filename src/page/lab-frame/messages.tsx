import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { MessageView } from '../../view/frame.ts';
import { setShowRoutine } from '../sim/actions.ts';
import { useCalmFrame } from '../sim/calm.ts';
import { useUnread } from '../sim/selectors.ts';
import { useSim } from '../sim/store.ts';
import { usePile } from '../sim/use-answers.ts';
import { later } from '../widgets/later.tsx';
import { acts } from './acts.ts';

const MessagesPanel = later(
  async () => (await import('../panels/messages/messages-panel.tsx')).MessagesPanel,
);

/** Where a message waits: who stands for a pile changes, its place does not. */
const placeOf = ({ from, to, kind, status }: Omit<MessageView, 'piled'>): string =>
  `${from} ${to} ${kind} ${status}`;

/** The messages in flight, as a view of the dock. */
export const Messages = () => {
  const frame = useUnread(useCalmFrame());
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

/** The same in the third column. */
export const BesideMessages = () => {
  const t = useTranslations('lab.view');
  return (
    <section className="beside-part">
      <h2>{t('messages')}</h2>
      <Messages />
    </section>
  );
};
