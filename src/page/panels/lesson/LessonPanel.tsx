import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { LessonWords } from '../../../lessons/words.ts';
import type { LessonState } from '../../../view/command.ts';
import { Bold } from './bold.tsx';
import { Expectations } from './Expectations.tsx';
import { Outcome } from './Outcome.tsx';
import { Question } from './Question.tsx';
import { StepBars } from './StepBars.tsx';
import { WayOn } from './WayOn.tsx';
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

export interface LessonPanelProps {
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
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    // A step begins with its sentence; what comes of it is at its end, and a lesson's at its own.
    const seen = !done ? '.steps' : last ? '.way-on' : '.outcome';
    section.current?.querySelector(seen)?.scrollIntoView({ block: 'nearest' });
  }, [lesson.id, lesson.index, done, last, words]);
  return (
    <section className="lesson" aria-label={t('name')} ref={section}>
      <StepBars count={lesson.steps.length} index={lesson.index} onGoTo={goTo} />
      <p className="sentence">
        <Bold text={stepWords?.text ?? ''} />
      </p>
      {step?.asks === true && stepWords !== undefined && (
        <Question lesson={lesson} words={stepWords} chosen={chosen} onChoose={acts.choose} />
      )}
      <Outcome lesson={lesson} words={stepWords} chosen={chosen} />
      {done && last && words !== null && (
        <p className="sentence">
          <Bold text={words.end} />
        </p>
      )}
      <WayOn lesson={lesson} chosen={chosen} acts={acts} next={next} />
      {done && last && <Expectations expectations={lesson.expectations} words={words} />}
    </section>
  );
};
