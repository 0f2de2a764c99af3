import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { PaxosStageWords, PaxosWords } from '../../../stage/paxos/words.ts';
import { useStageWords } from '../../words/stage-words.ts';

const paxosWords = (t: ReturnType<typeof useTranslations<'paxos.stage'>>): PaxosWords => ({
  group: (processes) => t('group', { processes: String(processes) }),
  proposer: t('proposer'),
  proposers: t('proposers'),
  acceptors: t('acceptors'),
  learner: t('learner'),
  learners: t('learners'),
  promised: t('promised'),
  accepted: t('accepted'),
  proposes: t('proposes'),
  wants: t('wants'),
  learned: t('learned'),
  none: t('none'),
  onDisk: (kept) => t('onDisk', { kept }),
  acceptorName: (name, promised, accepted) => t('acceptorName', { name, promised, accepted }),
  otherName: (name, state) => t('otherName', { name, state }),
  ring: (ballot, count, quorum, phase, short) =>
    t(short ? 'ringShort' : 'ring', {
      ballot: String(ballot),
      what: t(`${short ? 'phaseShort' : 'phase'}.${phase}`, {
        count: String(count),
        quorum: String(quorum),
      }),
    }),
});

/** The Paxos drawings' words in the reader's language. */
export const usePaxosWords = (): PaxosStageWords => {
  const words = useStageWords();
  const t = useTranslations('paxos.stage');
  return useMemo(() => ({ ...words, paxos: paxosWords(t) }), [words, t]);
};
