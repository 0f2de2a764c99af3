import { useTranslations } from 'use-intl';
import { messageMark } from '../../../stage/message-mark.ts';
import type { MessageView } from '../../../view/frame.ts';
import type { Intervention } from '../../../view/intervention.ts';
import { DrawingView } from '../../draw/drawing-view.tsx';
import { Button } from '../../widgets/button.tsx';
import { kindText, messageText } from '../../words/message-text.ts';
import { useLoose } from '../../words/use-words.ts';
import { isReliable } from './order.ts';
import { ReasonedButton } from './reasoned-button.tsx';
import { Remaining } from '../remaining.tsx';

export interface MessageRowProps {
  message: MessageView;
  from: string;
  to: string;
  selected: boolean;
  /** It has arrived, at a process that is paused and handles nothing. */
  waits: boolean;
  /** It stands for those that wait with it: whether they are listed. Missing: it is one of them. */
  opened?: boolean;
  onOpen?: (opened: boolean) => void;
  /** Its place among all rows, 1-based. */
  position: number;
  count: number;
  onSelect: () => void;
  onDo: (what: Intervention) => void;
}

/** Widest mark of a message, px. */
const MARK = 136;

/** One message under way: what it says, between whom, when it arrives, and what can be done. */
export const MessageRow = (props: MessageRowProps) => {
  const t = useTranslations('panels.messages');
  const { message, from, to, selected, onSelect, onDo } = props;
  const panels = useLoose('panels');
  const { id: number, label } = message;
  const kind = kindText(message.kind, panels);
  const reason = isReliable(message) ? t('reliable') : null;
  const held = message.status === 'held';
  const name = t('item', { what: messageText(message, panels), from, to, piled: message.piled });
  const mark = messageMark(message.shape, label === '' ? kind : label, message.claim, MARK);
  // Where the mark says the kind itself, it is not said again.
  const tellsKind = message.shape === 'ping' || (label !== '' && label !== message.kind);
  return (
    <div
      data-message={number}
      role="listitem"
      aria-label={name}
      aria-setsize={props.count}
      aria-posinset={props.position}
      className={`message-row${selected ? ' selected' : ''}`}
    >
      <button type="button" className="message-head" aria-pressed={selected} onClick={onSelect}>
        <span className="vh">{name}</span>
        <span className="message-mark" style={{ width: mark.width }}>
          <DrawingView drawing={mark} />
        </span>
        <span className="route" aria-hidden="true">
          {t('route', { from, to })}
          {tellsKind && <span className="kind">{kind}</span>}
        </span>
        {held || props.waits ? (
          <span className="remaining" aria-hidden="true">
            {t(held ? 'held' : 'waits')}
          </span>
        ) : (
          <Remaining until={message.arrivesAt} />
        )}
      </button>
      <div className="message-acts">
        {message.piled > 0 && (
          <Button
            aria-expanded={props.opened === true}
            onPress={() => props.onOpen?.(props.opened !== true)}
          >
            {t('piled', { count: message.piled })}
          </Button>
        )}
        <Button onPress={() => onDo({ kind: 'deliver', message: number })}>{t('deliver')}</Button>
        <ReasonedButton
          label={t('drop')}
          reason={reason}
          onPress={() => onDo({ kind: 'drop', message: number })}
        />
        <ReasonedButton
          label={t('duplicate')}
          reason={reason}
          onPress={() => onDo({ kind: 'duplicate', message: number })}
        />
        <Button onPress={() => onDo({ kind: held ? 'release' : 'hold', message: number })}>
          {t(held ? 'release' : 'hold')}
        </Button>
      </div>
    </div>
  );
};
