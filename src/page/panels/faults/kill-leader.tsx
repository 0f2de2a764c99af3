import { useTranslations } from 'use-intl';
import type { Pid } from '../../../view/time.ts';
import { Button } from '../../widgets/button.tsx';
import type { Acts } from '../acts.ts';

/** Kills whoever leads. */
export const KillLeader = (props: { leader: Pid | null; acts: Pick<Acts, 'intervene'> }) => {
  const t = useTranslations('panels.faults');
  const { leader, acts } = props;
  return (
    <Button
      kind="quiet"
      onPress={() => leader !== null && void acts.intervene({ kind: 'kill', pid: leader })}
      disabledReason={leader === null ? t('noLeader') : null}
    >
      {t('killLeader')}
    </Button>
  );
};
