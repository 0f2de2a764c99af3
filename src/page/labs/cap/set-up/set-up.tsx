import { useTranslations } from 'use-intl';
import { CAP_STORES } from '../../../../view/cap-setup.ts';
import { setUpOf } from '../../../panels/set-up/set-up.tsx';
import type { SetupForm } from '../../../panels/set-up/set-up.tsx';
import { typedFieldOf } from '../../../panels/set-up/typed-field.tsx';
import { Select } from '../../../widgets/select.tsx';
import { useLoose } from '../../../words/use-words.ts';
import { experiment } from '../presets.ts';
import { buildCap, draftOf } from './draft.ts';
import type { CapDraft } from './draft.ts';
import { ClientRows, RequestRows } from './request-rows.tsx';
import './set-up.css';

type Typed =
  | 'servers'
  | 'leader'
  | 'minority'
  | 'cutFrom'
  | 'cutTo'
  | 'leastMs'
  | 'mostMs'
  | 'diskMs'
  | 'timeoutMs'
  | 'readQuorum'
  | 'writeQuorum'
  | 'seed';

const Fields = ({ form }: { form: SetupForm<CapDraft> }) => {
  const t = useTranslations('cap.setup');
  const name = useTranslations('cap.store');
  const setup = useTranslations('panels.setup');
  const field = typedFieldOf<Typed, CapDraft>(form, 'decimal');
  const { draft, change } = form;
  return (
    <>
      <div className="setup-numbers">
        <Select
          label={t('store')}
          showLabel
          value={draft.store}
          options={CAP_STORES.map((id) => ({ id, label: name(id) }))}
          onChange={(store) => change({ ...draft, store })}
        />
        {field('servers', t('servers'))}
        {field('leader', t('leader'), t('greatest'))}
        {draft.store === 'quorum' && field('readQuorum', t('readQuorum'), t('aMajority'))}
        {draft.store === 'quorum' && field('writeQuorum', t('writeQuorum'), t('aMajority'))}
      </div>
      <fieldset className="setup-servers">
        <legend>{t('cut')}</legend>
        <div className="setup-numbers">
          {field('minority', t('minority'), t('minorityHint'))}
          {field('cutFrom', t('cutFrom'))}
          {field('cutTo', t('cutTo'), t('noCut'))}
        </div>
      </fieldset>
      <ClientRows form={form} />
      <RequestRows form={form} />
      <fieldset className="setup-servers">
        <legend>{t('times')}</legend>
        <div className="setup-numbers">
          {field('leastMs', t('least'))}
          {field('mostMs', t('most'))}
          {field('diskMs', t('disk'))}
          {field('timeoutMs', t('timeout'))}
          {field('seed', setup('seed'))}
        </div>
        <p className="quiet-text">{setup('seedHint')}</p>
      </fieldset>
    </>
  );
};

const beginnings: Readonly<Record<string, () => CapDraft>> = Object.fromEntries(
  CAP_STORES.map((store) => [store, () => draftOf(experiment(store))]),
);

/** The set-up of the experiment: the store, who asks what, and the cut. */
export const CapSetUp = setUpOf({
  model: 'cap',
  useWords: () => {
    const loose = useLoose('cap');
    return { title: loose('setup.name'), preset: (id) => loose(`store.${id}`) };
  },
  presets: beginnings,
  draftOf,
  build: buildCap,
  Fields,
});
