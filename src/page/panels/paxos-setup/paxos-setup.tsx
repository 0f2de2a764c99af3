import { useTranslations } from 'use-intl';
import type { PaxosScenario } from '../../../view/scenario.ts';
import type { Acts } from '../acts.ts';
import { Rules } from '../setup/rules.tsx';
import type { RuleOption } from '../setup/rules.tsx';
import { SetupDialog } from '../setup/setup-dialog.tsx';
import { Behaviour } from './behaviour.tsx';
import { buildPaxos, draftOf } from './draft.ts';
import { Group } from './group.tsx';
import { paxosPresets } from './presets.ts';
import type { PaxosPreset } from './presets.ts';
import { ProposerRows } from './proposer-rows.tsx';
import './paxos-setup.css';

const IDS = Object.keys(paxosPresets) as PaxosPreset[];

/** A dialog that makes a group of processes and opens it. */
export const PaxosSetup = (props: {
  /** The run on screen: where the form begins. */
  present: PaxosScenario;
  /** Rules that can be switched off. */
  rules: readonly RuleOption[];
  acts: Pick<Acts, 'send'>;
  onOpened: () => void;
  onClose: () => void;
}) => {
  const t = useTranslations('paxos.setup');
  return (
    <SetupDialog
      title={t('name')}
      first={draftOf(props.present)}
      presets={IDS.map((id) => ({ id, label: t(`preset.${id}`), make: paxosPresets[id] }))}
      build={buildPaxos}
      acts={props.acts}
      onOpened={props.onOpened}
      onClose={props.onClose}
    >
      {(form) => (
        <>
          <Group form={form} />
          <ProposerRows form={form} />
          <Behaviour form={form} />
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
