import { useTranslations } from 'use-intl';
import type { ElectionDetail } from '../../../view/election.ts';
import type { Frame } from '../../../view/frame.ts';
import { Button } from '../../widgets/button.tsx';
import type { Acts } from '../acts.ts';
import { leaderOf } from '../network/leader.ts';

/** What concerns several servers at once: start all that are down, kill whoever leads. */
export const AllServers = (props: {
  frame: Frame<ElectionDetail>;
  acts: Pick<Acts, 'intervene'>;
}) => {
  const t = useTranslations('panels.faults');
  const { frame, acts } = props;
  const down = frame.processes
    .filter((one) => one.liveness === 'off' || one.liveness === 'crashed')
    .map((one) => one.pid);
  const leader = leaderOf(frame);
  return (
    <div className="row" role="group" aria-label={t('name')}>
      <Button
        kind="quiet"
        onPress={() => void acts.intervene({ kind: 'start', pids: down })}
        disabledReason={down.length === 0 ? t('allUp') : null}
      >
        {t('startAll')}
      </Button>
      <Button
        kind="quiet"
        onPress={() => leader !== null && void acts.intervene({ kind: 'kill', pid: leader })}
        disabledReason={leader === null ? t('noLeader') : null}
      >
        {t('killLeader')}
      </Button>
    </div>
  );
};
