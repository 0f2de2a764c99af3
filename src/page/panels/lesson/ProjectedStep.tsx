import type { LessonWords } from '../../../lessons/words.ts';
import type { LessonState } from '../../../view/command.ts';
import { Bold } from './bold.tsx';

/** The present step for a room: its sentence and its open question, to be read and not pressed. */
export const ProjectedStep = (props: { lesson: LessonState; words: LessonWords }) => {
  const { lesson, words } = props;
  const step = words.steps[lesson.steps[lesson.index]?.id ?? ''];
  if (step === undefined) return null;
  const open = lesson.phase === 'ready' && step.question !== undefined;
  return (
    <div className="projected">
      <p className="happened">
        <Bold text={step.text} />
      </p>
      {open && (
        <>
          <p className="projected-question">{step.question}</p>
          <ul className="projected-options">
            {lesson.options.map((id) => (
              <li key={id}>{step.options?.[id] ?? id}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
};
