import { useTranslations } from 'use-intl';
import { Check } from '../../../widgets/check.tsx';
import { typedFieldOf } from '../../../panels/set-up/typed-field.tsx';
import { Select } from '../../../widgets/select.tsx';
import type { SetupForm } from '../../../panels/set-up/set-up.tsx';
import type { PaxosDraft } from './draft.ts';

const RETRIES = ['immediate', 'fixed', 'random', 'exponential', 'leader', 'by-hand'] as const;
const REFUSALS = ['nack', 'silence'] as const;

type Typed = 'retryMs' | 'timeoutMs' | 'leastMs' | 'mostMs' | 'diskMs' | 'seed';

/** What a proposer does when it fails, how long everything takes, and the seed. */
export const Behaviour = ({ form }: { form: SetupForm<PaxosDraft> }) => {
  const t = useTranslations('paxos.setup');
  const setup = useTranslations('panels.setup');
  const { draft, change } = form;
  const field = typedFieldOf<Typed, PaxosDraft>(form, 'decimal');
  const { retry } = draft;
  const waits = retry !== 'immediate' && retry !== 'by-hand';
  return (
    <fieldset className="setup-servers">
      <legend>{t('behaviour')}</legend>
      <div className="row">
        <Select
          label={t('retry')}
          showLabel
          value={retry}
          options={RETRIES.map((id) => ({ id, label: t(`retries.${id}`) }))}
          onChange={(policy) => change({ ...draft, retry: policy })}
        />
        <Select
          label={t('refusal')}
          showLabel
          value={draft.refusal}
          options={REFUSALS.map((id) => ({ id, label: t(`refusals.${id}`) }))}
          onChange={(refusal) => change({ ...draft, refusal })}
        />
      </div>
      <div className="setup-numbers">
        {waits && field('retryMs', t(`retryMs.${retry}`))}
        {field('timeoutMs', t('timeout'), t('never'))}
        {field('leastMs', t('least'))}
        {field('mostMs', t('most2'))}
        {field('diskMs', t('disk'))}
        {field('seed', setup('seed'))}
      </div>
      <p className="quiet-text">{setup('seedHint')}</p>
      <Check
        label={t('byHand')}
        checked={draft.byHand}
        onChange={(byHand) => change({ ...draft, byHand })}
      />
      {draft.byHand && <p className="quiet-text">{t('byHandText')}</p>}
    </fieldset>
  );
};
