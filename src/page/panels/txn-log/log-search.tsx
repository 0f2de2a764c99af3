import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { Pid } from '../../../view/time.ts';
import type { LogEntryView, ZooKeeperQuestion } from '../../../view/zookeeper-ask.ts';
import type { AnswerTo } from '../../sim/ask-source.ts';
import { useAsk } from '../../sim/use-answers.ts';
import { Button } from '../../widgets/button.tsx';
import { Hint } from '../../widgets/hint.tsx';

type LogQuestion = Extract<ZooKeeperQuestion, { readonly ask: 'log' }>;

/** Looks for a zxid, a path or a kind of transaction, onwards or back from the open cell. */
export const LogSearch = (props: {
  server: Pid;
  active: number | null;
  length: number;
  onFound: (entry: LogEntryView) => void;
}) => {
  const t = useTranslations('txnLog');
  const ask = useAsk();
  const [text, setText] = useState('');
  /** What was looked for last without being found. */
  const [missed, setMissed] = useState<string | null>(null);
  const { server, active, length } = props;

  /** Looks on, a stretch of the log at a time. */
  const found = async (
    wanted: string,
    back: boolean,
    begin: number,
  ): Promise<LogEntryView | null> => {
    const find = { text: wanted, back };
    let first: number | null = begin;
    while (first !== null && first >= 0 && first < length) {
      const answer: AnswerTo<LogQuestion> | null = await ask<LogQuestion>({
        ask: 'log',
        server,
        first,
        most: 1,
        find,
      });
      const entry = answer?.cells.find(({ place }) => place === answer.found);
      if (entry !== undefined) return entry;
      first = answer?.next ?? null;
    }
    return null;
  };

  const look = async (back: boolean): Promise<void> => {
    const wanted = text.trim();
    if (wanted === '' || length === 0) return;
    const from = active === null ? (back ? length - 1 : 0) : active + (back ? -1 : 1);
    // Behind the end it goes on at the beginning, and the other way round.
    for (const begin of [from, back ? length - 1 : 0]) {
      const entry = await found(wanted, back, begin);
      if (entry === null) continue;
      setMissed(null);
      props.onFound(entry);
      return;
    }
    setMissed(wanted);
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') void look(event.shiftKey);
  };
  return (
    <div className="row log-search" role="search" aria-label={t('search')}>
      <input
        type="search"
        aria-label={t('search')}
        placeholder={t('searchHint')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={pressed}
      />
      <Button
        kind="icon"
        aria-label={t('previous')}
        title={t('previous')}
        onPress={() => void look(true)}
      >
        ←
      </Button>
      <Button kind="icon" aria-label={t('next')} title={t('next')} onPress={() => void look(false)}>
        →
      </Button>
      <span className="quiet-text log-count">
        <Hint text={t('legend')}>{t('count', { count: length })}</Hint>
      </span>
      <span role="status" className="log-missed">
        {missed !== null && t('missed', { text: missed })}
      </span>
    </div>
  );
};
