import { useTranslations } from 'use-intl';
import type { SetupForm } from '../../../panels/set-up/set-up.tsx';
import { typedFieldOf } from '../../../panels/set-up/typed-field.tsx';
import { Check } from '../../../widgets/check.tsx';
import { Field } from '../../../widgets/field.tsx';
import { Select } from '../../../widgets/select.tsx';
import {
  LEAST_GENERALS,
  MOST_CONFIRMATIONS,
  MOST_GENERALS,
  MOST_ROUNDS,
  valuesOf,
} from './draft.ts';
import type { ByzantineDraft } from './draft.ts';

type Form = { form: SetupForm<ByzantineDraft> };

const numbers = (least: number, most: number) =>
  Array.from({ length: most - least + 1 }, (_, i) => String(least + i)).map((id) => ({
    id,
    label: id,
  }));

/** As the simulation calls them: C, and L1, L2, … in the order of their numbers. */
const nameOf = (pid: number, commander: number): string =>
  pid === commander ? 'C' : `L${pid > commander ? pid - 1 : pid}`;

const STRATEGIES = ['flip', 'split', 'silent', 'random'] as const;
const TIES = ['default', 'commander', 'other'] as const;

/** How many there are, who of them commands, and who lies. */
const Cast = ({ form: { draft, change } }: Form) => {
  const t = useTranslations('byzantine.setup');
  const pids = Array.from({ length: draft.generals }, (_, i) => i + 1);
  const promised = draft.signed || draft.generals > 3 * draft.rounds;
  return (
    <fieldset className="setup-servers">
      <legend>{t('cast')}</legend>
      <div className="row">
        <Select
          label={t('generals')}
          showLabel
          value={String(draft.generals)}
          options={numbers(LEAST_GENERALS, MOST_GENERALS)}
          onChange={(count) => {
            const generals = Number(count);
            change({
              ...draft,
              generals,
              commander: Math.min(draft.commander, generals),
              traitors: draft.traitors.filter((pid) => pid <= generals),
            });
          }}
        />
        <Select
          label={t('rounds')}
          showLabel
          value={String(draft.rounds)}
          options={numbers(0, MOST_ROUNDS)}
          onChange={(rounds) => change({ ...draft, rounds: Number(rounds) })}
        />
        <Select
          label={t('commander')}
          showLabel
          value={String(draft.commander)}
          options={numbers(1, draft.generals)}
          onChange={(commander) => change({ ...draft, commander: Number(commander) })}
        />
      </div>
      <div className="row" role="group" aria-label={t('traitors')}>
        <span className="field-label">{t('traitors')}</span>
        {pids.map((pid) => (
          <Check
            key={pid}
            label={nameOf(pid, draft.commander)}
            checked={draft.traitors.includes(pid)}
            onChange={(on) =>
              change({
                ...draft,
                traitors: on
                  ? [...draft.traitors, pid].sort((a, b) => a - b)
                  : draft.traitors.filter((one) => one !== pid),
              })
            }
          />
        ))}
      </div>
      <p className="quiet-text">
        {promised
          ? t('promised', { rounds: String(draft.rounds) })
          : t('notPromised', {
              generals: String(draft.generals),
              rounds: String(draft.rounds),
              needed: String(3 * draft.rounds + 1),
            })}
      </p>
    </fieldset>
  );
};

/** What is said, and what counts as said. */
const Behaviour = ({ form }: Form) => {
  const t = useTranslations('byzantine.setup');
  const { draft, change, error } = form;
  const values = valuesOf(draft.values);
  return (
    <fieldset className="setup-servers">
      <legend>{t('behaviour')}</legend>
      <div className="row">
        <Select
          label={t('strategy')}
          showLabel
          value={draft.strategy}
          options={STRATEGIES.map((id) => ({ id, label: t(`strategies.${id}`) }))}
          onChange={(strategy) => change({ ...draft, strategy })}
        />
        <Select
          label={t('tie')}
          showLabel
          value={draft.tie}
          options={TIES.map((id) => ({ id, label: t(`ties.${id}`) }))}
          onChange={(tie) => change({ ...draft, tie })}
        />
      </div>
      <div className="setup-numbers">
        <Field
          label={t('values')}
          value={draft.values}
          error={error('values')}
          onChange={(typed) => {
            const next = valuesOf(typed);
            const order = next.includes(draft.order) ? draft.order : (next[0] ?? '');
            change({ ...draft, values: typed, order });
          }}
        />
        <Select
          label={t('order')}
          showLabel
          value={draft.order}
          options={values.map((id) => ({ id, label: id }))}
          onChange={(order) => change({ ...draft, order })}
        />
      </div>
      <p className="quiet-text">{t('valuesText')}</p>
      <Check
        label={t('signed')}
        checked={draft.signed}
        onChange={(signed) => change({ ...draft, signed })}
      />
    </fieldset>
  );
};

type Typed = 'roundMs' | 'leastMs' | 'mostMs' | 'seed';

/** How long messengers take, and a round. */
const Times = ({ form }: Form) => {
  const t = useTranslations('byzantine.setup');
  const setup = useTranslations('panels.setup');
  const field = typedFieldOf<Typed, ByzantineDraft>(form, 'decimal');
  return (
    <fieldset className="setup-servers">
      <legend>{t('times')}</legend>
      <div className="setup-numbers">
        {field('leastMs', t('least'))}
        {field('mostMs', t('most'))}
        {!form.draft.two && field('roundMs', t('round'))}
        {field('seed', setup('seed'))}
      </div>
      <p className="quiet-text">{t('timesText')}</p>
    </fieldset>
  );
};

export const Fields = ({ form }: Form) => {
  const t = useTranslations('byzantine.setup');
  const { draft, change } = form;
  return (
    <>
      <Select
        label={t('kind')}
        showLabel
        value={draft.two ? 'two' : 'generals'}
        options={(['generals', 'two'] as const).map((id) => ({ id, label: t(`kinds.${id}`) }))}
        onChange={(kind) => change({ ...draft, two: kind === 'two' })}
      />
      {draft.two ? (
        <Select
          label={t('confirmations')}
          showLabel
          value={String(draft.confirmations)}
          options={numbers(0, MOST_CONFIRMATIONS)}
          onChange={(count) => change({ ...draft, confirmations: Number(count) })}
        />
      ) : (
        <>
          <Cast form={form} />
          <Behaviour form={form} />
        </>
      )}
      <Times form={form} />
    </>
  );
};
