import { useTranslations } from 'use-intl';
import { useSim } from '../sim/store.ts';
import { Button } from '../widgets/button.tsx';

/** Shown in the stage's place when the worker has died. */
export const WorkerFailure = (props: { onRestart: () => void }) => {
  const t = useTranslations('lab.worker');
  const failure = useSim((s) => s.failure);
  return (
    <div className="plain" role="alert">
      <h2>{t('title')}</h2>
      <p>{t('text', { message: failure ?? '' })}</p>
      <Button kind="primary" onPress={props.onRestart}>
        {t('restart')}
      </Button>
    </div>
  );
};
