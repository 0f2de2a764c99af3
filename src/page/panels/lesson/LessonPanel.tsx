import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { LessonWords } from '../../../lessons/words.ts';
import type { LessonState } from '../../../view/command.ts';
import { Button } from '../../widgets/button.tsx';
import { Bold } from './bold.tsx';
import { Expectations } from './Expectations.tsx';
import { Outcome } from './Outcome.tsx';
import { Question } from './Question.tsx';
import { StepBars } from './StepBars.tsx';
import './lesson.css';

/** What a learner does in a lesson. */
export interface LessonActs {
  readonly choose: (option: string) => void;
  /** Commits the answer, does what the step says, and plays. */
  readonly check: () => Promise<void>;
  /** Does what the step says, and plays. */
  readonly begin: () => Promise<void>;
  /** To the beginning of a step. */
  readonly goTo: (index: number) => Promise<void>;
}

interface LessonPanelProps {
  lesson: LessonState;
  /** Null until they are loaded. */
  words: LessonWords | null;
  /** The option chosen in the open question. */
  chosen: string | null;
  acts: LessonActs;
  /** The lesson that follows in teaching order; null after the last one. */
  next: { readonly id: string; readonly title: string } | null;
}

/** The lesson's present step: its sentence, its question, how it ended, and the way on. */
export const LessonPanel = ({ lesson, words, chosen, acts, next }: LessonPanelProps) => {
  const t = useTranslations('panels.lesson');
  const step = lesson.steps[lesson.index];
  const stepWords = step === undefined ? undefined : words?.steps[step.id];
  const goTo = (index: number): void => void acts.goTo(index);
  const last = lesson.index === lesson.steps.length - 1;
  const done = lesson.phase === 'done';
  const sentence = useRef<HTMLParagraphElement>(null);
  const wayOn = useRef<HTMLDivElement>(null);
  useEffect(() => {
    sentence.current?.scrollIntoView({ block: 'nearest' });
  }, [lesson.id, lesson.index]);
  useEffect(() => {
    // How it ended and the way on may have come below the edge of the panel.
    if (done) wayOn.current?.scrollIntoView({ block: 'nearest' });
  }, [done, words]);
  return (
    <section className="lesson" aria-label={t('name')}>
      <StepBars count={lesson.steps.length} index={lesson.index} onGoTo={goTo} />
      <p ref={sentence} className="sentence">
        <Bold text={stepWords?.text ?? ''} />
      </p>
      {step?.asks === true && stepWords !== undefined && (
        <Question
          lesson={lesson}
          words={stepWords}
          chosen={chosen}
          onChoose={acts.choose}
          onCheck={() => void acts.check()}
        />
      )}
      <Outcome lesson={lesson} words={stepWords} chosen={chosen} />
      {done && last && words !== null && (
        <p className="sentence">
          <Bold text={words.end} />
        </p>
      )}
      <div ref={wayOn} className="row">
        {step?.asks === false && lesson.phase === 'ready' && (
          <Button kind="primary" onPress={() => void acts.begin()}>
            {t('goOn')}
          </Button>
        )}
        {done && !last && (
          <Button kind="primary" onPress={() => goTo(lesson.index + 1)}>
            {t('next')}
          </Button>
        )}
        {done && last && (
          <Link className="btn btn-primary" href={next === null ? '/' : `/lesson/${next.id}`}>
            {next === null ? t('allLessons') : t('nextLesson', { title: next.title })}
          </Link>
        )}
        {done && last && <Button onPress={() => goTo(0)}>{t('restart')}</Button>}
        {lesson.phase === 'failed' && (
          <Button onPress={() => goTo(lesson.index)}>{t('again')}</Button>
        )}
      </div>
      {done && last && <Expectations expectations={lesson.expectations} words={words} />}
    </section>
  );
};
