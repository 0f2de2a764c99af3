import { useTranslations } from 'use-intl';
import { isolated, minority } from '../panels/network/groups.ts';
import { LinkDialog } from '../panels/network/LinkDialog.tsx';
import { NetworkButtons } from '../panels/network/NetworkButtons.tsx';
import { select } from '../sim/actions.ts';
import { useElectionFrame } from '../sim/selectors.ts';
import { useSim } from '../sim/store.ts';
import { acts } from './acts.ts';
import { leaderOf } from './leader.ts';

/** Faults of the whole network. */
export const ElectionTools = () => {
  const frame = useElectionFrame();
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

/** The selected link's dialog. */
export const ElectionDialogs = () => {
  const frame = useElectionFrame();
  const selection = useSim((s) => s.selection);
  return frame === null || selection?.kind !== 'link' ? null : (
    <LinkDialog
      a={selection.a}
      b={selection.b}
      frame={frame}
      nature="tcp"
      acts={acts}
      onClose={() => select(null)}
    />
  );
};
