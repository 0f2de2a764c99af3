import { useTranslations } from 'use-intl';
import type { LessonWords } from '../../../lessons/words.ts';
import type { LessonState } from '../../../view/command.ts';
import { Explanation } from './explanation.tsx';
import { Goals, isOpen } from './goals.tsx';
import { Reply } from './reply.tsx';

/** How the step ended: right or wrong and why, or that what it waits for never came. */
export const Outcome = (props: {
  lesson: LessonState;
  words: LessonWords | null;
  chosen: string | null;
  /** The run stands at the moment that refutes an option. */
  lookingBack: boolean;
  onMoment: (position: number) => void;
}) => {
  const t = useTranslations('panels.lesson');
  const { lesson, words: all, chosen, onMoment } = props;
  const step = lesson.steps[lesson.index];
  const asks = step?.asks ?? false;
  const words = all?.steps[step?.id ?? ''];
  // Always there, so that a screen reader hears what comes into it.
  return (
    <div role="status" className="outcome">
      {lesson.phase === 'running' && (
        <p className="quiet-text">{t(props.lookingBack ? 'lookingBack' : 'running')}</p>
      )}
      {lesson.phase === 'failed' && <p className="w-violation">{t('failed')}</p>}
      {lesson.phase === 'done' && asks && (
        <p className="verdict-line">
          {chosen === null ? t('happened') : t(chosen === lesson.answer ? 'right' : 'wrong')}
          {lesson.answer !== null && chosen !== lesson.answer && (
            <>
              {' '}
              <b>{words?.options?.[lesson.answer] ?? lesson.answer}</b>
            </>
          )}
        </p>
      )}
      {lesson.phase === 'done' && chosen !== null && chosen !== lesson.answer && (
        <Reply lesson={lesson} words={all} chosen={chosen} onMoment={onMoment} />
      )}
      {words !== undefined && <Goals lesson={lesson} words={words} />}
      {lesson.phase === 'done' && !isOpen(lesson) && words?.why !== undefined && (
        <Explanation className="why" lesson={lesson.id} step={step?.id ?? ''} words={words} />
      )}
    </div>
  );
};
