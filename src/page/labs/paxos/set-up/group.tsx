import { useTranslations } from 'use-intl';
import { Select } from '../../../widgets/select.tsx';
import type { SetupForm } from '../../../panels/set-up/set-up.tsx';
import { MOST_ACCEPTORS, MOST_LEARNERS } from './draft.ts';
import type { PaxosDraft } from './draft.ts';

const upTo = (most: number, least = 1) =>
  Array.from({ length: most - least + 1 }, (_, i) => String(i + least)).map((id) => ({
    id,
    label: id,
  }));

const LEARNING = ['none', 'L1', 'L2', 'L3'] as const;
const ROLES = ['members', 'separate'] as const;

/** Who is there, and how the outcome is learned. */
export const Group = ({ form }: { form: SetupForm<PaxosDraft> }) => {
  const t = useTranslations('paxos.setup');
  const { draft, change } = form;
  return (
    <fieldset className="setup-servers">
      <legend>{t('group')}</legend>
      <Select
        label={t('roles')}
        showLabel
        value={draft.roles}
        options={ROLES.map((id) => ({ id, label: t(`role.${id}`) }))}
        onChange={(roles) => change({ ...draft, roles })}
      />
      <div className="row">
        <Select
          label={t('acceptors')}
          showLabel
          value={String(draft.acceptors)}
          options={upTo(MOST_ACCEPTORS)}
          onChange={(count) => change({ ...draft, acceptors: Number(count) })}
        />
        {draft.roles === 'separate' && (
          <Select
            label={t('learners')}
            showLabel
            value={String(draft.learners)}
            options={upTo(MOST_LEARNERS, 0)}
            onChange={(count) => change({ ...draft, learners: Number(count) })}
          />
        )}
        <Select
          label={t('learning')}
          showLabel
          value={draft.learning}
          options={LEARNING.map((id) => ({ id, label: t(`learn.${id}`) }))}
          onChange={(learning) => change({ ...draft, learning })}
        />
      </div>
      <p className="quiet-text">
        {t('quorum', { quorum: String(Math.floor(draft.acceptors / 2) + 1) })}
      </p>
    </fieldset>
  );
};
