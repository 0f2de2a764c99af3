import { useEffect, useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { Bold } from './bold.tsx';
import { Expectations } from './expectations.tsx';
import { isOpen } from './goals.tsx';
import { Outcome } from './outcome.tsx';
import { Question } from './question.tsx';
import { StepBars } from './step-bars.tsx';
import { WayOn } from './way-on.tsx';
import type { LessonPanelProps } from './props.ts';
import './lesson.css';

/** Where the stage stands above the lesson, it makes room for an open question and all its options. */
const useRoomForQuestion = (section: RefObject<HTMLElement | null>, open: boolean): void => {
  useLayoutEffect(() => {
    const lesson = section.current;
    const column = lesson?.closest('.phone');
    if (!open || lesson === null || !(column instanceof HTMLElement)) return undefined;
    const tell = (): void => column.style.setProperty('--question', `${lesson.scrollHeight}px`);
    tell();
    const observer = new ResizeObserver(tell);
    observer.observe(lesson);
    return () => {
      observer.disconnect();
      column.style.removeProperty('--question');
    };
  }, [section, open]);
};

/** The lesson's present step: its sentence, its question, how it ended, and the way on. */
export const LessonPanel = (props: LessonPanelProps) => {
  const { lesson, words, chosen, acts, lookingBack } = props;
  const t = useTranslations('panels.lesson');
  const step = lesson.steps[lesson.index];
  const stepWords = step === undefined ? undefined : words?.steps[step.id];
  const goTo = (index: number): void => void acts.goTo(index);
  const last = lesson.index === lesson.steps.length - 1;
  const done = lesson.phase === 'done';
  const over = done && last && !isOpen(lesson);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    // A step begins with its sentence; what comes of it is at its end, and a lesson's at its own.
    // On a phone the bars of the steps are in sight wherever one is, so they say nothing of the sentence.
    const seen = !done ? '.sentence' : last ? '.way-on' : '.outcome';
    section.current?.querySelector(seen)?.scrollIntoView({ block: done ? 'nearest' : 'end' });
    // Where not all of that has room, one reads from what was chosen and what was right, or from where it begins.
    const from = section.current?.querySelector('.radio.right, .radio.wrong, .outcome > *');
    if (done) from?.scrollIntoView({ block: 'nearest' });
  }, [lesson.id, lesson.index, done, last, words]);
  useRoomForQuestion(section, lesson.phase === 'ready' && step?.asks === true);
  return (
    <section className="lesson" aria-label={t('name')} ref={section}>
      <StepBars count={lesson.steps.length} index={lesson.index} onGoTo={goTo} />
      <p className="sentence">
        <Bold text={stepWords?.text ?? ''} />
      </p>
      {step?.asks === true && stepWords !== undefined && (
        <Question lesson={lesson} words={stepWords} chosen={chosen} onChoose={acts.choose} />
      )}
      <Outcome
        lesson={lesson}
        words={words}
        chosen={chosen}
        lookingBack={lookingBack}
        onMoment={acts.showMoment}
      />
      {over && words !== null && (
        <p className="sentence">
          <Bold text={words.end} />
        </p>
      )}
      <WayOn {...props} />
      {over && <Expectations expectations={lesson.expectations} words={words} />}
    </section>
  );
};
