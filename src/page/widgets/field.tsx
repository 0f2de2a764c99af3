import { useId } from 'react';
import type { InputHTMLAttributes } from 'react';
import './label.css';
import './field.css';

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** What is wrong with the value, and how to mend it. */
  error?: string | null;
}

/** A text or number field with its label and, when there is one, its error. */
export const Field = ({ label, value, onChange, error, ...rest }: FieldProps) => {
  const errorId = useId();
  const wrong = error !== undefined && error !== null;
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <input
        {...rest}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        {...(wrong ? { 'aria-invalid': true, 'aria-describedby': errorId } : {})}
      />
      {wrong && (
        <span className="field-error" id={errorId}>
          {error}
        </span>
      )}
    </label>
  );
};
