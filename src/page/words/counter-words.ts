import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { CounterStageWords, CounterWords } from '../../stage/counter/words.ts';
import { useStageWords } from './stage-words.ts';

const counterWords = (t: ReturnType<typeof useTranslations<'counter.stage'>>): CounterWords => ({
  group: (callers) => t('group', { callers: String(callers) }),
  caller: t('caller'),
  counter: t('counter'),
  arrived: t('arrived'),
  read: t('read'),
  outcome: (outcome) => t(`outcome.${outcome}`),
  attempts: (attempts) => t('attempts', { attempts: String(attempts) }),
  refused: t('refused'),
  onDisk: (value) => t('onDisk', { value: String(value) }),
  callerName: (name, state) => t('callerName', { name, state }),
  serverName: (name, value) => t('serverName', { name, value }),
});

/** The words of the counter's drawing in the reader's language. */
export const useCounterWords = (): CounterStageWords => {
  const words = useStageWords();
  const t = useTranslations('counter.stage');
  return useMemo(() => ({ ...words, counter: counterWords(t) }), [words, t]);
};
