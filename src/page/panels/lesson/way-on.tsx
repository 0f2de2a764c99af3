import { use } from 'react';
import { createPortal } from 'react-dom';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { WayOnSlot } from './way-on-slot.ts';
import { Button } from '../../widgets/button.tsx';
import { isOpen } from './goals.tsx';
import type { LessonPanelProps } from './props.ts';

/** What a learner can do now; it stays in sight however long the step's text is. */
export const WayOn = (props: Omit<LessonPanelProps, 'words'>) => {
  const slot = use(WayOnSlot);
  const { phase, index, steps } = props.lesson;
  const atEnd = phase === 'done' && index === steps.length - 1;
  // At the end there is more to choose from than there is room for elsewhere.
  return slot === null || atEnd ? <Ways {...props} /> : createPortal(<Ways {...props} />, slot);
};

const Ways = (props: Omit<LessonPanelProps, 'words'>) => {
  const t = useTranslations('panels.lesson');
  const { lesson, chosen, acts, lookingBack, next } = props;
  const { phase, index, steps } = lesson;
  const goTo = (step: number): void => void acts.goTo(step);
  if (lookingBack) {
    return (
      <div className="row way-on">
        <Button kind="primary" onPress={acts.back}>
          {t('back')}
        </Button>
      </div>
    );
  }
  if (phase === 'running') return null;
  if (phase === 'failed') {
    return (
      <div className="row way-on">
        <Button onPress={() => goTo(index)}>{t('again')}</Button>
      </div>
    );
  }
  if (phase === 'ready') {
    return (
      <div className="row way-on">
        {steps[index]?.asks === true ? (
          <Button
            kind="primary"
            onPress={() => void acts.check()}
            disabledReason={chosen === null ? t('chooseFirst') : null}
          >
            {t('check')}
          </Button>
        ) : (
          <Button kind="primary" onPress={() => void acts.begin()}>
            {t('goOn')}
          </Button>
        )}
      </div>
    );
  }
  return (
    <div className={index < steps.length - 1 ? 'row way-on' : 'row way-on at-end'}>
      {index < steps.length - 1 ? (
        // Something is left to be tried first; nobody has to.
        <Button
          {...(isOpen(lesson) ? {} : { kind: 'primary' as const })}
          onPress={() => goTo(index + 1)}
        >
          {t('next')}
        </Button>
      ) : (
        <>
          <Link
            className={isOpen(lesson) ? 'btn' : 'btn btn-primary'}
            href={next === null ? '/' : `/lesson/${next.id}`}
          >
            {next === null ? t('allLessons') : t('nextLesson', { title: next.title })}
          </Link>
          <Button onPress={() => goTo(0)}>{t('restart')}</Button>
        </>
      )}
    </div>
  );
};
