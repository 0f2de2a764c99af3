import { useEffect, useMemo } from 'react';
import { NotFound } from '../widgets/not-found.tsx';
import { misconceptions } from '../../lessons/misconceptions.ts';
import type { LessonEntry } from '../../lessons/words.ts';
import { groupName } from '../gallery/catalogue.ts';
import { noteProgress } from '../gallery/progress.ts';
import type { LabDescriptor } from '../lab-frame/descriptor.ts';
import { Lab } from '../lab-frame/lab.tsx';
import { foretold } from '../lab-frame/stills.ts';
import { openLesson } from '../share/open-run.ts';
import { LessonPanel } from '../panels/lesson/lesson-panel.tsx';
import {
  projectedQuestion,
  ProjectedSentence,
  ProjectedSteps,
} from '../panels/lesson/projected-step.tsx';
import type { LessonActs } from '../panels/lesson/props.ts';
import { beginStep, checkPrediction, choosePrediction, goToStep } from '../sim/actions.ts';
import { countHands, goOnInRoom } from '../sim/room.ts';
import { backToQuestion, showMoment, wayBack } from '../sim/look-back.ts';
import { useSim } from '../sim/store.ts';
import { useLanguage } from '../words/use-words.ts';
import { lessonAfter, lessonEntry, useLessonWords } from './lesson-words.ts';
import { LessonLoading } from './lab-loading.tsx';
import { Opening } from './opening.tsx';
import { useLab } from './use-lab.ts';
import { useOpen } from './use-open.ts';
import { useRun } from '../sim/use-run.ts';

const acts: LessonActs = {
  choose: choosePrediction,
  check: checkPrediction,
  begin: beginStep,
  showMoment,
  back: backToQuestion,
  goTo: goToStep,
};

/** Keeps on this device how far the lesson has come. */
const useProgress = (id: string): void => {
  const lesson = useSim((s) => s.lesson);
  useEffect(() => {
    if (lesson === null || lesson.id !== id) return;
    const steps = lesson.steps.length;
    const done = lesson.index === steps - 1 && lesson.phase === 'done';
    noteProgress(id, { step: lesson.index + 1, steps, done });
  }, [id, lesson]);
};

const OpenLesson = ({ entry, lab }: { entry: LessonEntry; lab: LabDescriptor }) => {
  const { id } = entry;
  const locale = useLanguage();
  const own = useLessonWords(entry, locale);
  const words = useMemo(
    () => (own === null ? null : { ...own, misconceptions: misconceptions(locale) }),
    [own, locale],
  );
  const lesson = useSim((s) => s.lesson);
  const prediction = useSim((s) => s.prediction);
  const { chosen } = prediction;
  const lookingBack = useSim((s) => wayBack(s) !== null);
  const open = useOpen();
  const restart = useRun(lab.model, id, () => {
    const known = foretold({ model: lab.model, lesson: id }, locale);
    return openLesson(
      id,
      known.catch(() => null),
    );
  });
  useProgress(id);

  const follower = lessonAfter(id);
  const next =
    follower === undefined ? null : { id: follower.id, title: follower.titles[locale].title };
  // Its buttons are there when they work, and its words with them.
  if (!open || words === null)
    return <Opening skeleton={<LessonLoading id={id} />}>{null}</Opening>;
  const text =
    lesson === null ? (
      <></>
    ) : (
      <LessonPanel
        lesson={lesson}
        words={words}
        chosen={chosen}
        acts={acts}
        lookingBack={lookingBack}
        next={next}
      />
    );
  return (
    <Opening skeleton={<LessonLoading id={id} />}>
      <Lab
        lab={lab}
        crumbs={[groupName(entry.group, locale), entry.titles[locale].title]}
        text={text}
        projected={
          lesson === null
            ? null
            : {
                sentence: <ProjectedSentence lesson={lesson} words={words} />,
                question: projectedQuestion({
                  lesson,
                  words,
                  prediction,
                  onChoose: choosePrediction,
                  onHands: countHands,
                  onGoOn: () => void goOnInRoom(),
                }),
                asks: lesson.steps[lesson.index]?.asks === true,
                steps: <ProjectedSteps lesson={lesson} />,
              }
        }
        onRestart={restart}
      />
    </Opening>
  );
};

/** `#/lesson/<id>`: the lesson in the lab of its model. */
export const LessonPage = ({ id }: { id: string }) => {
  const entry = lessonEntry(id);
  // A lab has the name of the protocol that it shows.
  const lab = useLab(entry?.model ?? '');
  if (lab === 'loading') return <LessonLoading id={id} />;
  return lab === null || entry === undefined ? (
    <NotFound />
  ) : (
    <OpenLesson entry={entry} lab={lab} />
  );
};
