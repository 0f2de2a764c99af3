import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../widgets/button.tsx';
import { Happened } from './happened.tsx';

/** The stage alone in large type, for a projector; F or Escape leaves. */
export const CleanStage = (props: { stage: ReactNode; onLeave: () => void }) => {
  const t = useTranslations('lab.clean');
  return (
    <main className="clean" aria-label={t('name')}>
      <div className="clean-sentence">
        <Happened />
      </div>
      <div className="clean-stage">{props.stage}</div>
      <Button className="clean-leave" onPress={props.onLeave}>
        {t('leave')}
      </Button>
    </main>
  );
};
