import { useTranslations } from 'use-intl';
import { isolated } from '../../panels/network/groups.ts';
import { NetworkButtons } from '../../panels/network/NetworkButtons.tsx';
import { useZooKeeperFrame } from '../../sim/selectors.ts';
import { acts } from '../acts.ts';

/** Faults of the whole network: a client that is cut off loses its session in the end. */
export const ZooKeeperTools = () => {
  const t = useTranslations('zookeeper.tools');
  const frame = useZooKeeperFrame();
  if (frame === null) return null;
  const pids = frame.processes.map((one) => one.pid);
  const cuts = frame.detail.clients.map(({ pid, name }) => ({
    label: t('alone', { name }),
    sides: isolated(pids, pid),
    impossible: '',
  }));
  return <NetworkButtons frame={frame} cuts={cuts} acts={acts} />;
};
