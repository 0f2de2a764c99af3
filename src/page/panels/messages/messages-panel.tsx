import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { VList } from 'virtua';
import type { VListHandle } from 'virtua';
import type { Frame, MessageView } from '../../../view/frame.ts';
import { Button } from '../../widgets/button.tsx';
import type { Acts } from '../acts.ts';
import { nameOf } from '../state-word.ts';
import { MessageRow } from './message-row.tsx';
import { inFlight, isReliable } from './order.ts';
import './messages.css';

/** More rows than this are drawn only where they are seen. */
const MANY = 100;

interface MessagesPanelProps {
  frame: Frame;
  /** The selected message, if any. */
  selected: number | null;
  /** Whether pings are listed too. */
  routine: boolean;
  onShowRoutine: (routine: boolean) => void;
  acts: Acts;
  /** The message whose pile is listed, and those that wait with it, when they are known. */
  pile: { readonly of: number; readonly messages: readonly MessageView[] | null } | null;
  onOpenPile: (message: MessageView | null) => void;
}

/** The messages in flight in the order they arrive; what waits with one of them behind it. */
export const MessagesPanel = (props: MessagesPanelProps) => {
  const t = useTranslations('panels.messages');
  const { frame, selected, routine, acts } = props;
  const { pile } = props;
  const shown = inFlight(frame.messages, routine);
  const hidden = routine ? 0 : inFlight(frame.messages, true).length - shown.length;
  const messages = shown.flatMap((message) =>
    message.id === pile?.of ? [message, ...(pile.messages ?? [])] : [message],
  );
  const cut = shown.find(({ id }) => id === pile?.of);
  const paused = new Set(
    frame.processes.filter((one) => one.liveness === 'paused').map((one) => one.pid),
  );
  const rows = messages.map((message, index) => (
    <MessageRow
      key={message.id}
      message={message}
      from={nameOf(frame, message.from)}
      to={nameOf(frame, message.to)}
      selected={message.id === selected}
      waits={paused.has(message.to) && message.arrivesAt <= frame.time}
      position={index + 1}
      count={messages.length}
      opened={message.id === pile?.of}
      onOpen={(opened) => props.onOpenPile(opened ? message : null)}
      onSelect={() => acts.select({ kind: 'message', id: message.id })}
      onDo={(what) => void acts.intervene(what)}
    />
  ));
  const list = useRef<HTMLDivElement>(null);
  const far = useRef<VListHandle>(null);
  const index = messages.findIndex(({ id }) => id === selected);
  const seen = index === -1 ? null : selected;
  const show = useEffectEvent(() => {
    far.current?.scrollToIndex(index, { align: 'nearest' });
    list.current
      ?.querySelector(`[data-message="${seen}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  useEffect(() => {
    if (seen !== null) show();
  }, [seen]);
  const remarks = (
    <>
      {messages.length === 0 && <p className="quiet-text">{t('none')}</p>}
      {hidden > 0 && (
        <p className="quiet-text">
          {t('pings', { count: hidden })}{' '}
          <Button kind="quiet" onPress={() => props.onShowRoutine(true)}>
            {t('showPings')}
          </Button>
        </p>
      )}
      {pile?.messages && cut !== undefined && cut.piled > pile.messages.length && (
        <p className="quiet-text">{t('pileNewest', { count: pile.messages.length })}</p>
      )}
      {messages.some(isReliable) && <p className="quiet-text">{t('holdsBehind')}</p>}
    </>
  );
  return messages.length > MANY ? (
    <div className="messages-panel">
      <VList ref={far} role="list" aria-label={t('name')} className="messages-list many">
        {rows}
      </VList>
      {remarks}
    </div>
  ) : (
    // What there is to remark takes no row's place: it is scrolled to.
    <div className="messages-panel messages-few">
      <div ref={list} role="list" aria-label={t('name')} className="messages-list">
        {rows}
      </div>
      {remarks}
    </div>
  );
};
