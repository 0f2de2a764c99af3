import { useTranslations } from 'use-intl';
import type { SetupForm } from '../../../panels/set-up/set-up.tsx';
import { setUpOf } from '../../../panels/set-up/set-up.tsx';
import { useLoose } from '../../../words/use-words.ts';
import { typedFieldOf } from '../../../panels/set-up/typed-field.tsx';
import { Check } from '../../../widgets/check.tsx';
import { Select } from '../../../widgets/select.tsx';
import { ClientRows } from './client-rows.tsx';
import { ServerRows } from './server-rows.tsx';
import { isEnsemble } from './servers-draft.ts';
import type { LimitField } from './servers-draft.ts';
import { buildZooKeeper, draftOf } from './draft.ts';
import type { ZooKeeperDraft } from './draft.ts';
import { zookeeperPresets } from './presets.ts';
import './set-up.css';

const TREES = ['small', 'empty', 'present'] as const;

type Typed =
  | LimitField
  | 'leastMs'
  | 'mostMs'
  | 'diskMs'
  | 'stageMs'
  | 'tickTime'
  | 'snapCount'
  | 'seed';

/** What the server is given, and how long everything takes. */
const Figures = ({ form }: { form: SetupForm<ZooKeeperDraft> }) => {
  const t = useTranslations('zookeeper.setup');
  const setup = useTranslations('panels.setup');
  const { draft, change } = form;
  const field = typedFieldOf<Typed, ZooKeeperDraft>(form, 'decimal');
  return (
    <fieldset className="setup-servers">
      <legend>{t('server')}</legend>
      <Select
        label={t('tree')}
        showLabel
        value={draft.tree}
        options={TREES.filter((id) => id !== 'present' || draft.keptSetup.tree !== undefined).map(
          (id) => ({ id, label: t(`trees.${id}`) }),
        )}
        onChange={(tree) => change({ ...draft, tree })}
      />
      <div className="setup-numbers">
        {field('leastMs', t('least'))}
        {field('mostMs', t('mostMs'))}
        {field('diskMs', t('disk'))}
        {field('stageMs', t('stage'))}
        {field('tickTime', setup('tickTime'))}
        {field('snapCount', t('snapCount'))}
        {isEnsemble(draft) && field('initLimit', setup('initLimit'))}
        {isEnsemble(draft) && field('syncLimit', setup('syncLimit'))}
        {field('seed', setup('seed'))}
      </div>
      {isEnsemble(draft) && (
        <>
          <Check
            label={t('localSessions')}
            checked={draft.localSessions}
            onChange={(localSessions) => change({ ...draft, localSessions })}
          />
          {draft.localSessions && (
            <Check
              label={t('upgrading')}
              checked={draft.upgrading}
              onChange={(upgrading) => change({ ...draft, upgrading })}
            />
          )}
          <Check
            label={t('readOnlyMode')}
            checked={draft.readOnlyMode}
            onChange={(readOnlyMode) => change({ ...draft, readOnlyMode })}
          />
          <p className="quiet-text">{t('readOnlyText')}</p>
        </>
      )}
      <p className="quiet-text">{setup('seedHint')}</p>
    </fieldset>
  );
};

const Fields = ({ form }: { form: SetupForm<ZooKeeperDraft> }) => (
  <>
    <ServerRows form={form} />
    <ClientRows form={form} />
    <Figures form={form} />
  </>
);

/** The set-up of servers with their clients. */
export const ZooKeeperSetUp = setUpOf({
  model: 'zookeeper',
  useWords: () => {
    const loose = useLoose('zookeeper');
    return { title: loose('setup.name'), preset: (id) => loose(`setup.preset.${id}`) };
  },
  presets: zookeeperPresets,
  draftOf,
  build: buildZooKeeper,
  rulesOf: (draft) => (isEnsemble(draft) ? ['zookeeper', 'ensemble'] : ['zookeeper']),
  Fields,
});
