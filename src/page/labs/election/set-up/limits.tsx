import { useTranslations } from 'use-intl';
import { Field } from '../../../widgets/field.tsx';
import { Select } from '../../../widgets/select.tsx';
import type { SetupDraft } from './draft.ts';

/** Behaviour, time limits and seed of the whole ensemble. */
export const Limits = (props: {
  draft: SetupDraft;
  error: (field: string) => string | null;
  onChange: (draft: SetupDraft) => void;
}) => {
  const t = useTranslations('panels.setup');
  const { draft, error, onChange } = props;
  const field = (name: 'tickTimeMs' | 'initLimit' | 'syncLimit' | 'seed', label: string) => (
    <Field
      label={label}
      inputMode="numeric"
      value={draft[name]}
      error={error(name)}
      onChange={(value) => onChange({ ...draft, [name]: value })}
    />
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
        onChange={(profile) => onChange({ ...draft, profile })}
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
