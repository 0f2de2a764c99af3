import type { ElectionDetail } from '../../../view/election.ts';
import { useTranslations } from 'use-intl';
import { isolated, minority } from '../../panels/network/groups.ts';
import { NetworkButtons } from '../../panels/network/network-buttons.tsx';
import { useLabFrame } from '../../sim/selectors.ts';
import { acts } from '../../lab-frame/acts.ts';
import { leaderOf } from './leader.ts';

/** Faults of the whole network. */
export const ElectionTools = () => {
  const frame = useLabFrame<ElectionDetail>();
  const t = useTranslations('panels.partition');
  if (frame === null) return null;
  const pids = frame.processes.map((one) => one.pid);
  const leader = leaderOf(frame);
  const cuts = [
    { label: t('minority'), sides: minority(pids, frame.detail.voters), impossible: '' },
    {
      label: t('leader'),
      sides: leader === null ? null : isolated(pids, leader),
      impossible: t('noLeader'),
    },
  ];
  return <NetworkButtons frame={frame} cuts={cuts} acts={acts} />;
};
