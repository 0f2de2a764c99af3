import { useId } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { LessonStepWords } from '../../../lessons/words.ts';
import type { LessonState } from '../../../view/command.ts';
import { Explanation } from './Explanation.tsx';

interface ProjectedQuestionProps {
  lesson: LessonState;
  words: LessonStepWords;
  chosen: string | null;
  /** The right option, once it is told. */
  right: string | null;
  onChoose: (option: string) => void;
  onGoOn: () => void;
}

/**
 * A question for a room: its options with the keys that choose them, and the explanation, whose
 * place is kept until the answer is told and which then stays while the run goes on.
 */
export const ProjectedQuestion = (props: ProjectedQuestionProps) => {
  const { lesson, words, right } = props;
  const t = useTranslations('panels.lesson');
  const told = right !== null || lesson.phase === 'done';
  const option = right === null ? '' : (words.options?.[right] ?? right);
  return (
    <div className="projected">
      {words.question !== undefined && <Options {...props} question={words.question} />}
      {words.why !== undefined && (
        <Explanation
          className={told ? 'because' : 'because to-come'}
          lesson={lesson.id}
          step={lesson.steps[lesson.index]?.id ?? ''}
          words={words}
        />
      )}
      <p role="status" className="vh">
        {told && option !== '' && t('answerIs', { answer: option })}
      </p>
    </div>
  );
};

const Options = (props: ProjectedQuestionProps & { question: string }) => {
  const { lesson, words, chosen, right, question, onChoose, onGoOn } = props;
  const id = useId();
  const locked = lesson.phase !== 'ready' || right !== null;
  return (
    <div
      role="radiogroup"
      tabIndex={-1}
      aria-labelledby={id}
      aria-readonly={locked}
      className="projected-options"
      onKeyDown={(event) => {
        if (!isIdleSpace(event)) return;
        event.preventDefault();
        event.stopPropagation();
        onGoOn();
      }}
    >
      <p className="projected-question" id={id}>
        {question}
      </p>
      {lesson.options.map((option, index) => (
        <Option
          key={option}
          className={right === null ? '' : right === option ? 'right' : 'other'}
          name={id}
          digit={index + 1}
          chosen={option === chosen}
          locked={locked}
          onChoose={() => onChoose(option)}
        >
          {words.options?.[option] ?? option}
        </Option>
      ))}
    </div>
  );
};

/** Space has nothing to do on an option that is chosen already: there it goes on, as elsewhere. */
const isIdleSpace = ({ key, target }: KeyboardEvent): boolean =>
  key === ' ' &&
  target instanceof HTMLInputElement &&
  (target.checked || target.ariaDisabled === 'true');

const Option = (props: {
  className: string;
  name: string;
  digit: number;
  chosen: boolean;
  locked: boolean;
  onChoose: () => void;
  children: ReactNode;
}) => (
  <label className={`projected-option ${props.className}`}>
    <input
      type="radio"
      name={props.name}
      checked={props.chosen}
      aria-disabled={props.locked}
      onChange={() => {
        if (!props.locked) props.onChoose();
      }}
    />
    <kbd aria-hidden="true">{props.digit}</kbd>
    <span>{props.children}</span>
  </label>
);
