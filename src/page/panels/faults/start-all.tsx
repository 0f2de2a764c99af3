import { useTranslations } from 'use-intl';
import type { Frame } from '../../../view/frame.ts';
import { Button } from '../../widgets/button.tsx';
import type { Acts } from '../acts.ts';

/** Starts everything that is down. */
export const StartAll = (props: { frame: Frame; acts: Pick<Acts, 'intervene'> }) => {
  const t = useTranslations('panels.faults');
  const { frame, acts } = props;
  const down = frame.processes
    .filter((one) => one.liveness === 'off' || one.liveness === 'crashed')
    .map((one) => one.pid);
  return (
    <Button
      kind="quiet"
      onPress={() => void acts.intervene({ kind: 'start', pids: down })}
      disabledReason={down.length === 0 ? t('allUp') : null}
    >
      {t('startAll')}
    </Button>
  );
};
