import type { ZooKeeperDetail } from '../../../view/zookeeper.ts';
import { useTranslations } from 'use-intl';
import { isolated } from '../../panels/network/groups.ts';
import { NetworkButtons } from '../../panels/network/network-buttons.tsx';
import { setStopAtStages } from '../../sim/actions.ts';
import { useLabFrame } from '../../sim/selectors.ts';
import { useSim } from '../../sim/store.ts';
import { Check } from '../../widgets/check.tsx';
import { acts } from '../../lab-frame/acts.ts';

/** Whether playing stands wherever a request has passed a stage of the pipeline. */
const StopAtStages = () => {
  const t = useTranslations('zookeeper.tools');
  const on = useSim((s) => s.stopAtStages);
  return <Check label={t('stopAtStages')} checked={on} onChange={setStopAtStages} />;
};

/** Faults of the whole network: a client that is cut off loses its session in the end. */
export const ZooKeeperTools = () => {
  const t = useTranslations('zookeeper.tools');
  const frame = useLabFrame<ZooKeeperDetail>();
  if (frame === null) return null;
  const pids = frame.processes.map((one) => one.pid);
  const cuts = frame.detail.clients.map(({ pid, name }) => ({
    label: t('alone', { name }),
    sides: isolated(pids, pid),
    impossible: '',
  }));
  return (
    <>
      <StopAtStages />
      <NetworkButtons frame={frame} cuts={cuts} acts={acts} />
    </>
  );
};
