import { useTranslations } from 'use-intl';
import type { SetupForm } from '../../../panels/set-up/set-up.tsx';
import { typedFieldOf } from '../../../panels/set-up/typed-field.tsx';
import { Select } from '../../../widgets/select.tsx';
import type { SetupDraft } from './draft.ts';

/** Behaviour, time limits and seed of the whole ensemble. */
export const Limits = ({ form }: { form: SetupForm<SetupDraft> }) => {
  const t = useTranslations('panels.setup');
  const { draft, change } = form;
  const field = typedFieldOf<'tickTimeMs' | 'initLimit' | 'syncLimit' | 'seed', SetupDraft>(
    form,
    'numeric',
  );
  return (
    <div className="setup-limits">
      <Select
        label={t('profile')}
        showLabel
        value={draft.profile}
        options={[
          { id: 'zookeeper-3.8', label: t('profiles.zookeeper') },
          { id: 'golden', label: t('profiles.golden') },
        ]}
        onChange={(profile) => change({ ...draft, profile })}
      />
      <div className="setup-numbers">
        {field('tickTimeMs', t('tickTime'))}
        {field('initLimit', t('initLimit'))}
        {field('syncLimit', t('syncLimit'))}
        {field('seed', t('seed'))}
      </div>
      <p className="quiet-text">{t('seedHint')}</p>
    </div>
  );
};
