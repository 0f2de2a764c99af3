import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../widgets/button.tsx';
import { Happened } from './happened.tsx';
import './clean-stage.css';

/**
 * The stage alone in large type, for a projector; F or Escape leaves. Above it stands what just
 * happened, in a lesson the step's own words.
 */
export const CleanStage = (props: {
  stage: ReactNode;
  text: ReactNode | null;
  onLeave: () => void;
}) => {
  const t = useTranslations('lab.clean');
  return (
    <main className="clean" aria-label={t('name')}>
      <div className="clean-sentence">
        {props.text}
        <Happened hidden={props.text !== null} />
      </div>
      <div className="clean-stage">{props.stage}</div>
      <Button className="clean-leave" onPress={props.onLeave}>
        {t('leave')}
      </Button>
    </main>
  );
};
