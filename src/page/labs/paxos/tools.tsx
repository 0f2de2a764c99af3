import type { PaxosDetail } from '../../../view/paxos.ts';
import { useTranslations } from 'use-intl';
import { isolated, minority } from '../../panels/network/groups.ts';
import { NetworkButtons } from '../../panels/network/network-buttons.tsx';
import { nameOf } from '../../panels/state-word.ts';
import { useLabFrame } from '../../sim/selectors.ts';
import { acts } from '../../lab-frame/acts.ts';

/** Faults of the whole network. */
export const PaxosTools = () => {
  const t = useTranslations('paxos');
  const frame = useLabFrame<PaxosDetail>();
  if (frame === null) return null;
  const { acceptors, proposers } = frame.detail;
  const pids = frame.processes.map((one) => one.pid);
  const cuts = [
    { label: t('minority'), sides: minority(pids, acceptors), impossible: '' },
    ...proposers.map((pid) => ({
      label: t('alone', { name: nameOf(frame, pid) }),
      sides: isolated(pids, pid),
      impossible: '',
    })),
  ];
  return <NetworkButtons frame={frame} cuts={cuts} acts={acts} />;
};
