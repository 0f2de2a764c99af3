import { useTranslations } from 'use-intl';
import type { LessonWords } from '../../../lessons/words.ts';
import type { LessonState } from '../../../view/command.ts';
import type { PredictionState } from '../../sim/store.ts';
import { Bold } from './bold.tsx';
import { isOpen } from './goals.tsx';
import './projected.css';
import { ProjectedQuestion } from './projected-question.tsx';

/** The sentence of the present step for a room; when the lesson is over, what to take home. */
export const ProjectedSentence = (props: { lesson: LessonState; words: LessonWords }) => {
  const { lesson, words } = props;
  const { index, phase, steps } = lesson;
  const over = phase === 'done' && index === steps.length - 1 && !isOpen(lesson);
  return (
    <p className="happened">
      <Bold text={over ? words.end : (words.steps[steps[index]?.id ?? '']?.text ?? '')} />
    </p>
  );
};

/** Where the lesson stands. */
export const ProjectedSteps = ({ lesson }: { lesson: LessonState }) => {
  const t = useTranslations('panels.lesson');
  const { index, steps } = lesson;
  return (
    <div className="projected-steps">
      <ol aria-hidden="true">
        {steps.map(({ id }, at) => (
          <li key={id} className={at < index ? 'done' : at === index ? 'now' : ''} />
        ))}
      </ol>
      <span>{t('step', { step: String(index + 1), steps: String(steps.length) })}</span>
    </div>
  );
};

/** What the present step asks and what came of it; null when it has neither. */
export const projectedQuestion = (props: {
  lesson: LessonState;
  words: LessonWords;
  prediction: PredictionState;
  onChoose: (option: string) => void;
  onHands: (option: string, hands: number) => void;
  onGoOn: () => void;
}) => {
  const { lesson, words } = props;
  const step = words.steps[lesson.steps[lesson.index]?.id ?? ''];
  if (step === undefined || (step.question === undefined && step.why === undefined)) return null;
  return <ProjectedQuestion {...props} words={step} misconceptions={words.misconceptions} />;
};
