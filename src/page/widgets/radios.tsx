import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';

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
  locked?: boolean;
}) => (
  <RadioGroup
    className="radios"
    value={props.chosen}
    onChange={props.onChoose}
    isReadOnly={props.locked === true}
  >
    <Label className="radios-question">{props.question}</Label>
    {props.options.map((option) => (
      <Radio key={option.id} value={option.id} className={`radio ${option.verdict ?? ''}`}>
        {option.label}
      </Radio>
    ))}
  </RadioGroup>
);
