import { useId } from 'react';
import './either.css';

/** A few choices side by side, of which one is taken: all are seen at once. */
export const Either = <T extends string>(props: {
  label: string;
  value: T;
  options: readonly { readonly id: T; readonly label: string }[];
  onChange: (chosen: T) => void;
}) => {
  const group = useId();
  return (
    <fieldset className="either" role="radiogroup" aria-label={props.label}>
      {props.options.map(({ id, label }) => (
        <label key={id} className={props.value === id ? 'chosen' : undefined}>
          <input
            type="radio"
            className="vh"
            name={group}
            value={id}
            checked={props.value === id}
            onChange={() => props.onChange(id)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
};
