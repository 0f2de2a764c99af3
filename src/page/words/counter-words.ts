import type { useTranslations } from 'use-intl';
import type { CounterWords } from '../../stage/counter/words.ts';

/** The counter's drawing's words in the reader's language. */
export const counterWords = (
  t: ReturnType<typeof useTranslations<'counter.stage'>>,
): CounterWords => ({
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
