import { useTranslations } from 'use-intl';
import { whoIs } from '../../../stage/paxos/who.ts';
import { isAskedAbout } from '../../../stage/veil.ts';
import type { Frame, ProcessView } from '../../../view/frame.ts';
import type { PaxosDetail } from '../../../view/paxos.ts';
import type { OwnDeed, OwnDeedsOf } from '../../panels/inspector/own-deeds.tsx';
import { useVeil } from '../../sim/selectors.ts';
import { useNaming } from '../../words/naming.ts';

/** A proposer begins a ballot with this value, in its inspector as in its menu; a hook. */
export const useProposing = (): ((process: ProcessView, value: string) => OwnDeed) => {
  const t = useTranslations('paxos.deed');
  const naming = useNaming();
  return (process, value) => ({
    id: 'propose',
    label: t('propose', { name: naming.inText(process) }),
    reason: process.liveness !== 'up' ? t('down') : value.trim() === '' ? t('empty') : null,
    what: {
      kind: 'input',
      pid: process.pid,
      name: 'PROPOSE',
      data: value === '' ? {} : { value },
    },
  });
};

/** What can be done to a proposer alone, unless a question is about it; a hook. */
export const usePaxosDeeds = (): OwnDeedsOf => {
  const t = useTranslations('paxos.deed');
  const proposing = useProposing();
  const veil = useVeil();
  return (process, frame) => {
    const { detail } = frame as Frame<PaxosDetail>;
    const { pid } = process;
    if (!whoIs(detail, pid).proposer || isAskedAbout(veil, pid)) return [];
    const own = detail.processes.find((one) => one.pid === pid)?.proposer?.own ?? '';
    return [{ ...proposing(process, own), label: t('proposeOwn', { value: own }) }];
  };
};
