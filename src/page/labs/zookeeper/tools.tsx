import type { ZooKeeperDetail } from '../../../view/zookeeper.ts';
import { useTranslations } from 'use-intl';
import { isolated, minority } from '../../panels/network/groups.ts';
import { withClients } from './sides.ts';
import { leaderOf } from './leader.ts';
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

/** So many clients have a button of their own; the others are chosen one by one. */
const MOST_ALONE = 6;

/** Faults of the whole network: a client that is cut off loses its session in the end. */
export const ZooKeeperTools = () => {
  const t = useTranslations('zookeeper.tools');
  const cut = useTranslations('panels.partition');
  const frame = useLabFrame<ZooKeeperDetail>();
  if (frame === null) return null;
  const { clients, ensemble } = frame.detail;
  const pids = frame.processes.map((one) => one.pid);
  const alone = clients.slice(0, MOST_ALONE).map(({ pid, name }) => ({
    label: t('alone', { name }),
    sides: isolated(pids, pid),
    impossible: '',
  }));
  const leader = leaderOf(frame);
  const cuts = [
    ...(ensemble === null
      ? []
      : [
          {
            label: cut('minority'),
            sides: withClients(minority(pids, ensemble.voters), clients),
            impossible: '',
          },
          {
            label: cut('leader'),
            sides: leader === null ? null : withClients(isolated(pids, leader), clients),
            impossible: cut('noLeader'),
          },
        ]),
    ...alone,
  ];
  return (
    <>
      <StopAtStages />
      <NetworkButtons frame={frame} cuts={cuts} acts={acts} />
    </>
  );
};
