import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../widgets/button.tsx';
import { Field } from '../../widgets/field.tsx';
import { Select } from '../../widgets/select.tsx';
import { limitMs, valuesOf } from './condition.ts';
import type { UntilKind, UntilProblem, UntilValues } from './condition.ts';
import './run.css';
import { UntilText } from './until-text.tsx';
import { useRunUntil } from './use-run-until.ts';

/** Runs until something holds, or says that it did not happen within the limit. */
export const RunUntil = (props: {
  /** What the lab can wait for, the likeliest first. */
  kinds: readonly UntilKind[];
}) => {
  const t = useTranslations('panels.until');
  const { kinds } = props;
  const until = useRunUntil();
  const [chosen, setChosen] = useState<string | null>(null);
  const [typed, setTyped] = useState<UntilValues>({});
  const [limit, setLimit] = useState('60');
  const [wrong, setWrong] = useState<UntilProblem | null>(null);
  const kind = kinds.find(({ id }) => id === chosen) ?? kinds[0];
  if (kind === undefined) return null;
  const values = valuesOf(kind, typed);
  const changed = (): void => {
    setWrong(null);
    until.forget();
  };
  const type = (id: string, value: string): void => {
    setTyped({ ...typed, [id]: value });
    changed();
  };

  const run = (): void => {
    const condition = kind.build(values);
    const withinMs = limitMs(limit);
    if ('wrong' in condition) setWrong(condition);
    else if (withinMs === null) setWrong({ wrong: 'limit', text: t('wrong.limit') });
    else void until.run(condition, withinMs);
  };
  const errorOf = (id: string): string | null => (wrong?.wrong === id ? wrong.text : null);
  return (
    <form
      className="until"
      aria-label={t('name')}
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
    >
      <div className="row">
        <Select
          label={t('what')}
          showLabel
          value={kind.id}
          options={kinds}
          onChange={(id) => {
            setChosen(id);
            changed();
          }}
        />
        {kind.fields.map(({ id, label, options }) =>
          options === undefined ? null : (
            <Select
              key={id}
              label={label}
              showLabel
              value={values[id] ?? ''}
              options={options}
              onChange={(value) => type(id, value)}
            />
          ),
        )}
      </div>
      {kind.fields.map(({ id, label, options, hint }) =>
        options === undefined ? (
          <Field
            placeholder={hint}
            key={id}
            label={label}
            value={values[id] ?? ''}
            error={errorOf(id)}
            onChange={(value) => type(id, value)}
          />
        ) : null,
      )}
      <div className="until-limit">
        <Field
          label={t('limit')}
          inputMode="decimal"
          value={limit}
          error={errorOf('limit')}
          onChange={(value) => {
            setLimit(value);
            changed();
          }}
        />
        <Button onPress={run}>{t('run')}</Button>
      </div>
      <p role="status" className="quiet-text">
        {until.outcome !== null && <UntilText outcome={until.outcome} />}
      </p>
    </form>
  );
};
