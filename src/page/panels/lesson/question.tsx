import type { LessonStepWords } from '../../../lessons/words.ts';
import type { LessonState } from '../../../view/command.ts';
import { Radios } from '../../widgets/radios.tsx';
import type { RadioOption } from '../../widgets/radios.tsx';

interface QuestionProps {
  lesson: LessonState;
  words: LessonStepWords;
  chosen: string | null;
  onChoose: (option: string) => void;
}

/** Asked before the step runs; what was right is told only when it has run. */
export const Question = ({ lesson, words, chosen, onChoose }: QuestionProps) => {
  const done = lesson.phase === 'done' && lesson.answer !== null;
  const verdict = (id: string): RadioOption['verdict'] => {
    if (!done) return undefined;
    if (id === lesson.answer) return 'right';
    return id === chosen ? 'wrong' : undefined;
  };
  const options = lesson.options.map((id) => ({
    id,
    label: (
      <span>
        {words.options?.[id] ?? id}
        {done && verdict(id) !== undefined && (
          <span aria-hidden="true" className="verdict">
            {verdict(id) === 'right' ? ' ✓' : ' ✗'}
          </span>
        )}
      </span>
    ),
    verdict: verdict(id),
  }));
  return (
    <Radios
      question={words.question ?? lesson.steps[lesson.index]?.id ?? ''}
      options={options}
      chosen={chosen}
      onChoose={onChoose}
      locked={lesson.phase !== 'ready'}
    />
  );
};
