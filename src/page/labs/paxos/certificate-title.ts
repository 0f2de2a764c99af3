import { useTranslations } from 'use-intl';
import type { Frame } from '../../../view/frame.ts';
import type { PaxosDetail } from '../../../view/paxos.ts';
import { useSim } from '../../sim/store.ts';

const isScheduled = (frame: Frame<PaxosDetail> | null): boolean =>
  frame !== null && frame.detail.schedule !== null;

/** Its title: what is proved of a schedule, or the ballots of any other run; a hook. */
export const useCertificateTitle = (): string => {
  const t = useTranslations('paxos.tools');
  const scheduled = useSim((s) => isScheduled(s.frame as Frame<PaxosDetail> | null));
  return t(scheduled ? 'certificate' : 'ballots');
};
