import { useTranslations } from 'use-intl';
import type { ZooKeeperScenario } from '../../../view/scenario.ts';
import type { Acts } from '../acts.ts';
import { Field } from '../../widgets/field.tsx';
import { Select } from '../../widgets/select.tsx';
import { Rules } from '../setup/rules.tsx';
import type { RuleOption } from '../setup/rules.tsx';
import { SetupDialog } from '../setup/setup-dialog.tsx';
import type { SetupForm } from '../setup/setup-dialog.tsx';
import { ClientRows } from './client-rows.tsx';
import { buildZooKeeper, draftOf } from './draft.ts';
import type { ZooKeeperDraft } from './draft.ts';
import { zookeeperPresets } from './presets.ts';
import type { ZooKeeperPreset } from './presets.ts';
import './zk-setup.css';

const IDS = Object.keys(zookeeperPresets) as ZooKeeperPreset[];
const TREES = ['small', 'empty', 'present'] as const;

/** A dialog that makes a server with its clients and opens it. */
export const ZooKeeperSetup = (props: {
  /** The run on screen: where the form begins. */
  present: ZooKeeperScenario;
  /** Rules that can be switched off. */
  rules: readonly RuleOption[];
  acts: Pick<Acts, 'send'>;
  onOpened: () => void;
  onClose: () => void;
}) => {
  const t = useTranslations('zookeeper.setup');
  return (
    <SetupDialog
      title={t('name')}
      first={draftOf(props.present)}
      presets={IDS.map((id) => ({ id, label: t(`preset.${id}`), make: zookeeperPresets[id] }))}
      build={buildZooKeeper}
      acts={props.acts}
      onOpened={props.onOpened}
      onClose={props.onClose}
    >
      {(form) => (
        <>
          <ClientRows form={form} />
          <Figures form={form} />
          <Rules
            rules={props.rules}
            broken={form.draft.broken}
            onChange={(broken) => form.change({ ...form.draft, broken })}
          />
        </>
      )}
    </SetupDialog>
  );
};

type Typed = 'leastMs' | 'mostMs' | 'diskMs' | 'stageMs' | 'tickTime' | 'snapCount' | 'seed';

/** What the server is given, and how long everything takes. */
const Figures = ({ form }: { form: SetupForm<ZooKeeperDraft> }) => {
  const t = useTranslations('zookeeper.setup');
  const setup = useTranslations('panels.setup');
  const { draft, change, error } = form;
  const field = (name: Typed, label: string) => (
    <Field
      label={label}
      inputMode="decimal"
      value={draft[name]}
      error={error(name)}
      onChange={(value) => change({ ...draft, [name]: value })}
    />
  );
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
        {field('seed', setup('seed'))}
      </div>
      <p className="quiet-text">{setup('seedHint')}</p>
    </fieldset>
  );
};
