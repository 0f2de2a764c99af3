import { useId } from 'react';
import type { ReactNode } from 'react';
import './radios.css';

export interface RadioOption {
  readonly id: string;
  readonly label: ReactNode;
  /** Told after the answer: the right option, or one that was not. */
  readonly verdict?: 'right' | 'wrong' | undefined;
}

/** A question with options; the question is the group's name. */
export const Radios = (props: {
  question: ReactNode;
  options: readonly RadioOption[];
  chosen: string | null;
  onChoose: (id: string) => void;
  /** The answer is given: it can be read but not changed. */
  locked?: boolean;
}) => {
  const id = useId();
  const locked = props.locked === true;
  return (
    <fieldset
      className="radios"
      role="radiogroup"
      aria-labelledby={`${id}-question`}
      aria-readonly={locked}
    >
      <legend className="radios-question" id={`${id}-question`}>
        {props.question}
      </legend>
      {props.options.map((option) => (
        <label key={option.id} className={`radio ${option.verdict ?? ''}`}>
          <input
            type="radio"
            name={id}
            value={option.id}
            checked={option.id === props.chosen}
            aria-disabled={locked}
            onChange={() => {
              if (!locked) props.onChoose(option.id);
            }}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
};
