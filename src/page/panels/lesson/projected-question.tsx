import { useId } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Explanation } from './explanation.tsx';
import { Goals, isOpen } from './goals.tsx';
import { allHands, barsOf, revealed } from './hands.ts';
import { HandCount } from './hand-count.tsx';
import type { ProjectedQuestionProps } from './props.ts';
import { ProjectedReply } from './projected-reply.tsx';

/**
 * A question for a room: its options with the keys that choose them and the hands raised for each,
 * the explanation and the reply to a mistake. Their places are kept until the answer is told, and
 * they stay while the run goes on.
 */
export const ProjectedQuestion = (props: ProjectedQuestionProps) => {
  const { lesson, words, prediction } = props;
  const t = useTranslations('panels.lesson');
  const answer = revealed(lesson, prediction);
  const right = answer?.right ?? null;
  const option = right === null ? '' : (words.options?.[right] ?? right);
  return (
    <div className="projected">
      {words.question !== undefined && (
        <Options {...props} question={words.question} right={right} />
      )}
      <Goals lesson={lesson} words={words} />
      {words.why !== undefined && (
        <Explanation
          className={answer === null || isOpen(lesson) ? 'because to-come' : 'because'}
          lesson={lesson.id}
          step={lesson.steps[lesson.index]?.id ?? ''}
          words={words}
        />
      )}
      <ProjectedReply {...props} answer={answer} />
      <p role="status" className="vh">
        {option !== '' && t('answerIs', { answer: option })}
      </p>
    </div>
  );
};

const Options = (props: ProjectedQuestionProps & { question: string; right: string | null }) => {
  const { lesson, words, prediction, right, question, onChoose, onGoOn } = props;
  const t = useTranslations('panels.lesson');
  const id = useId();
  const { chosen, hands } = prediction;
  const locked = lesson.phase !== 'ready' || right !== null;
  const bars = barsOf(lesson.options, hands);
  const total = allHands(hands);
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
      <div className="projected-asked">
        <p className="projected-question" id={id}>
          {question}
        </p>
        <p className={total === 0 ? 'to-come' : ''}>{t('hands', { count: total })}</p>
      </div>
      {lesson.options.map((option, index) => {
        const name = words.options?.[option] ?? option;
        return (
          <div
            key={option}
            className={`projected-option ${right === null ? '' : right === option ? 'right' : 'other'}`}
          >
            <Pick
              name={id}
              digit={index + 1}
              chosen={option === chosen}
              locked={locked}
              onChoose={() => onChoose(option)}
            >
              {name}
            </Pick>
            <HandCount
              option={name}
              hands={hands[option] ?? 0}
              bar={bars[index] ?? 0}
              onHands={(count) => props.onHands(option, count)}
            />
          </div>
        );
      })}
    </div>
  );
};

/** Space has nothing to do on an option that is chosen already: there it goes on, as elsewhere. */
const isIdleSpace = ({ key, target }: KeyboardEvent): boolean =>
  key === ' ' &&
  target instanceof HTMLInputElement &&
  target.type === 'radio' &&
  (target.checked || target.ariaDisabled === 'true');

const Pick = (props: {
  name: string;
  digit: number;
  chosen: boolean;
  locked: boolean;
  onChoose: () => void;
  children: string;
}) => (
  <label className="projected-pick">
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
    <span data-bold={props.children}>
      <span>{props.children}</span>
    </span>
  </label>
);
