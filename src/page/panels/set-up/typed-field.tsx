import { Field } from '../../widgets/field.tsx';
import type { SetupForm } from './set-up.tsx';

/** The fields of a form that are typed: a draft keeps them as text, right or wrong. */
export const typedFieldOf =
  <K extends string, D extends Readonly<Record<K, string>>>(
    { draft, change, error }: SetupForm<D>,
    inputMode: 'numeric' | 'decimal',
  ) =>
  (name: K, label: string, hint?: string) => (
    <Field
      label={label}
      inputMode={inputMode}
      value={draft[name]}
      error={error(name)}
      onChange={(value) => change({ ...draft, [name]: value })}
      {...(hint === undefined ? {} : { placeholder: hint })}
    />
  );
