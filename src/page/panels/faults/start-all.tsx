import { useTranslations } from 'use-intl';
import type { Frame } from '../../../view/frame.ts';
import type { Pid } from '../../../view/time.ts';
import { Button } from '../../widgets/button.tsx';
import type { Acts } from '../acts.ts';

/** What is down and can be started. */
export const downIn = (frame: Frame | null): readonly Pid[] =>
  (frame?.processes ?? [])
    .filter((one) => one.liveness === 'off' || one.liveness === 'crashed')
    .map((one) => one.pid);

/** Starts everything that is down. */
export const StartAll = (props: { down: readonly Pid[]; acts: Pick<Acts, 'intervene'> }) => {
  const t = useTranslations('panels.faults');
  const { down, acts } = props;
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
