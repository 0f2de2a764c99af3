import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { ToolWords } from '../../../stage/paxos/tool-words.ts';
import { timeText } from '../../words/time-text.ts';
import { useLoose } from '../../words/use-words.ts';

/** The words of the Paxos charts in the reader's language. */
export const useToolWords = (): ToolWords => {
  const t = useTranslations('paxosTools.chart');
  const policy = useLoose('paxosTools');
  const lab = useLoose('lab');
  return useMemo(
    () => ({
      ballot: t('ballot'),
      cycle: (number) => t('cycle', { number: String(number) }),
      prepare: t('prepare'),
      accept: t('accept'),
      refused: t('refused'),
      toCome: t('toCome'),
      chosen: (value) => (value === null ? t('chosenNone') : t('chosen', { value })),
      rounds: t('rounds'),
      refusedAccepts: t('refusedAccepts'),
      messages: t('messages'),
      span: (ballot, proposer, end) =>
        t('span', { ballot: String(ballot), proposer, end: t(`end.${end ?? 'open'}`) }),
      policy: (name) => policy(`policy.${name}`),
      median: (time) => t('median', { time }),
      p99: (time) => t('p99', { time }),
      undecided: (percent) => t('undecided', { percent }),
      allDecided: t('allDecided'),
      waiting: t('waiting'),
      time: (us) => timeText(us, lab),
      percent: (share) => t('percent', { percent: percentText(share) }),
      axis: (log) => t(log ? 'axisLog' : 'axis'),
    }),
    [t, policy, lab],
  );
};

/** Never 0 for something, never 100 for not quite all. */
const percentText = (share: number): string => {
  const percent = share * 100;
  if (percent > 0 && percent < 1) return percent.toFixed(1);
  if (percent > 99 && percent < 100) return (Math.floor(percent * 10) / 10).toFixed(1);
  return String(Math.round(percent));
};
