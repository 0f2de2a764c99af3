import { useMessages, useTranslations } from 'use-intl';
import type { SetupForm } from '../../../panels/set-up/set-up.tsx';
import { Button } from '../../../widgets/button.tsx';
import { Field } from '../../../widgets/field.tsx';
import { Select } from '../../../widgets/select.tsx';
import { useProgramName } from '../program-name.ts';
import { addClient } from './draft.ts';
import type { ClientDraft, RecipesDraft } from './draft.ts';
import { LIMITS } from '../../../../view/limits.ts';

/** So many clients are shown with their fields; more are kept as they are. */
const MOST_SHOWN = 12;

/** Who runs what, when, and how fast. */
export const ClientRows = ({ form }: { form: SetupForm<RecipesDraft> }) => {
  const t = useTranslations('recipes.setup');
  const nameOf = useProgramName();
  const builtIn = Object.keys(useMessages().recipes.programs);
  const { draft, change, error } = form;
  const own = Object.keys(draft.keptSetup.programs ?? {}).filter((name) => !builtIn.includes(name));
  const options = [
    ...own.map((name) => ({ id: name, label: t('own', { name }) })),
    ...builtIn.map((name) => ({ id: name, label: nameOf(name) })),
  ];
  const shown = draft.clients.slice(0, MOST_SHOWN);
  const set = (key: number, part: Partial<ClientDraft>): void =>
    change({
      ...draft,
      clients: draft.clients.map((one) => (one.key === key ? { ...one, ...part } : one)),
    });
  return (
    <fieldset className="setup-servers">
      <legend>{t('clients')}</legend>
      {shown.map((one, index) => {
        const { key } = one;
        const number = String(index + 1);
        const field = (
          name: 'values' | 'startMs' | 'thinkMs' | 'latencyMs' | 'timeoutMs',
          label: string,
          hint?: string,
        ) => (
          <Field
            label={label}
            value={one[name]}
            error={error(`${key}.${name}`)}
            onChange={(typed) => set(key, { [name]: typed })}
            {...(name === 'values' ? {} : { inputMode: 'decimal' as const })}
            {...(hint === undefined ? {} : { placeholder: hint })}
          />
        );
        return (
          <div
            key={key}
            role="group"
            aria-label={t('client', { number })}
            className="setup-server setup-recipe-client"
          >
            <Select
              label={t('program')}
              showLabel
              value={one.program}
              options={
                options.some(({ id }) => id === one.program)
                  ? options
                  : [{ id: one.program, label: one.program }, ...options]
              }
              onChange={(program) => set(key, { program })}
            />
            {field('values', t('values'), t('valuesHint'))}
            {field('startMs', t('start'))}
            {field('thinkMs', t('think'))}
            {field('latencyMs', t('latency'), t('latencyHint'))}
            {field('timeoutMs', t('timeout'))}
            <Button
              kind="icon"
              aria-label={t('remove', { number })}
              title={t('remove', { number })}
              onPress={() =>
                change({ ...draft, clients: draft.clients.filter((other) => other.key !== key) })
              }
            >
              ×
            </Button>
          </div>
        );
      })}
      {draft.clients.length > MOST_SHOWN && (
        <p className="quiet-text">{t('more', { count: draft.clients.length - MOST_SHOWN })}</p>
      )}
      <div className="row">
        <Button
          onPress={() => change(addClient(draft))}
          disabledReason={
            draft.clients.length >= LIMITS.recipeClients
              ? t('most', { most: String(LIMITS.recipeClients) })
              : null
          }
        >
          {t('add')}
        </Button>
      </div>
    </fieldset>
  );
};
