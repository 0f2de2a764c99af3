import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { ZooKeeperStageWords, ZooKeeperWords } from '../../../stage/zookeeper/words.ts';
import { useStageWords } from '../../words/stage-words.ts';

const zookeeperWords = (
  t: ReturnType<typeof useTranslations<'zookeeper.stage'>>,
): ZooKeeperWords => ({
  world: (clients) => t('world', { clients }),
  client: (name, state) => t('client', { name, state }),
  stage: (stage) => t(`stages.${stage}`),
  runUntil: (stage) => t('runUntil', { stage }),
  uncounted: t('uncounted'),
  left: (time) => t('left', { time }),
  over: t('over'),
  answer: (err, zxid, time) => t('answer', { err, zxid: zxid === '' ? 'none' : zxid, time }),
  waits: t('waits'),
  lost: t('lost'),
  lostRequests: (count) => t('lostRequests', { count }),
  noSession: t('noSession'),
  log: t('log'),
  snapshot: t('snapshot'),
  appended: t('appended'),
  unapplied: t('unapplied'),
  nodes: (count) => t('nodes', { count }),
  sessions: (count) => t('sessions', { count }),
  disk: t('disk'),
  members: (servers, clients) => t('members', { servers, clients }),
  logOf: (name) => t('logOf', { name }),
  cell: (zxid, held) => t('cell', { zxid, held }),
  row: (name, cells) => t('row', { name, cells: cells === '' ? 'none' : cells }),
  epoch: (epoch) => t('epoch', { epoch: String(epoch) }),
  queueTo: (name, slow) => t('queueTo', { name, slow: slow ? 'yes' : 'no' }),
  slow: t('slow'),
  committedBy: (count, voters) =>
    t('committedBy', { count: String(count), voters: String(voters) }),
  ackedBy: (zxid, count, voters) =>
    t('ackedBy', { zxid, count: String(count), voters: String(voters) }),
  stale: (zxid, behind) => t('stale', { zxid, behind }),
  staleBehind: (behind) => t('staleBehind', { behind }),
  staleShort: t('staleShort'),
});

/** The ZooKeeper drawing's words in the reader's language. */
export const useZooKeeperWords = (): ZooKeeperStageWords => {
  const words = useStageWords();
  const t = useTranslations('zookeeper.stage');
  return useMemo(() => ({ ...words, zookeeper: zookeeperWords(t) }), [words, t]);
};
