import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { shortOf } from '../../../../stage/zookeeper/futures/texts.ts';
import type { FutureTexts } from '../../../../stage/zookeeper/futures/texts.ts';
import type { Pid } from '../../../../view/time.ts';
import type { FutureView, PathMoment, WriteView } from '../../../../view/write-path.ts';
import { zxidText } from '../../../../view/zxid.ts';
import { useStageFrame } from '../../../sim/selectors.ts';
import { nameOf } from '../../../panels/state-word.ts';
import type { Tried } from './store.ts';

/** What processes are called, at the path and in its futures. */
export const useNames = (): ((pid: Pid) => string) => {
  const frame = useStageFrame();
  return useMemo(() => (pid) => (frame === null ? `S${pid}` : nameOf(frame, pid)), [frame]);
};

type Words = ReturnType<typeof useTranslations<'writePath'>>;

const listed = (pids: readonly Pid[], name: (pid: Pid) => string): string =>
  pids.map(name).join(', ');

/** The line below a moment's name. */
export const lineOf = (
  t: Words,
  name: (pid: Pid) => string,
  { kind, by, to, on, have, err }: PathMoment,
  { write, voters }: { readonly write: WriteView; readonly voters: number },
): string => {
  const from = name(by);
  const server = to === null ? '' : name(to);
  switch (kind) {
    case 'request':
      return on === null
        ? t('line.request', { by: from, to: server })
        : t('line.handedOn', { by: from, to: server, on: name(on) });
    case 'proposal':
      return t('line.proposal', {
        by: from,
        zxid: write.zxid === null ? '' : zxidText(write.zxid),
      });
    case 'log':
      return t('line.log', { by: from });
    case 'ack':
      return t('line.ack', { by: from, to: server });
    case 'commit':
      return t('line.commit', { have: String(have), voters: String(voters) });
    case 'reply':
      return t('line.reply', { by: from, err });
  }
};

/** `S3 dies after its own log` */
export const titleOf = (
  t: Words,
  name: (pid: Pid) => string,
  { moment, pids, power, between }: Pick<Tried, 'moment' | 'pids' | 'power' | 'between'>,
): string => {
  const { kind, by } = moment;
  const own = kind === 'log' && pids.length === 1 && pids[0] === by;
  const deed = t(power ? 'deed.losesPower' : 'deed.dies', { count: pids.length });
  const who = listed(pids, name);
  const title = t(own ? 'after.ownLog' : `after.${kind}`, { who, deed, by: name(by) });
  return between ? t('thenWrite', { title }) : title;
};

/** A future in which a client was told that it is written, and it is not. */
export const isBroken = ({ told, fate }: FutureView): boolean =>
  told === 'ok' && fate === 'dropped';

const noteOf = (t: Words, { told, fate, write }: FutureView): string => {
  const of = { write: shortOf(write) };
  if (told === 'error') return t('note.error');
  const what = fate === 'dropped' ? 'Dropped' : fate === 'survives' ? 'Survives' : 'Unknown';
  return told === 'ok' ? t(`note.ok${what}`, of) : t(`note.nothing${what}`, of);
};

/** What is said of a future; a hook. */
export const useFutureTexts = (): ((letter: string, one: Tried) => FutureTexts) => {
  const t = useTranslations('writePath');
  const name = useNames();
  return useMemo(
    () => (letter, one) => {
      const { future } = one;
      const { write, fate, told, err } = future;
      const title = titleOf(t, name, one);
      const verdict = t(`verdict.${fate}`, { write: shortOf(write) });
      return {
        label: t('future', { letter, title, verdict }),
        title,
        verdict,
        client: name(write.client),
        told: t(`told.${told}`, { err }),
        note: noteOf(t, future),
      };
    },
    [t, name],
  );
};
