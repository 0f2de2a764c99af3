import { useTranslations } from 'use-intl';
import type { Acts } from '../acts.ts';
import type { SetupDraft } from './draft.ts';
import { buildScenario } from './draft.ts';
import { Limits } from './Limits.tsx';
import { PasteCfg } from './PasteCfg.tsx';
import { fromZooCfg, PRESET_IDS, presets } from './presets.ts';
import { Rules } from './Rules.tsx';
import type { RuleOption } from './Rules.tsx';
import { ServerRows } from './ServerRows.tsx';
import { SetupDialog } from './SetupDialog.tsx';

interface SetupPanelProps {
  /** Where the form begins; kept by the caller between openings. */
  initial?: SetupDraft | undefined;
  /** Rules that can be switched off. */
  rules: readonly RuleOption[];
  acts: Pick<Acts, 'send'>;
  /** The scenario was opened. */
  onOpened: (draft: SetupDraft) => void;
  onClose: () => void;
}

/** A dialog that makes an ensemble and opens it. */
export const SetupPanel = ({ initial, rules, acts, onOpened, onClose }: SetupPanelProps) => {
  const t = useTranslations('panels.setup');
  return (
    <SetupDialog
      title={t('name')}
      first={initial ?? presets['one-by-one']()}
      presets={PRESET_IDS.map((id) => ({ id, label: t(`preset.${id}`), make: presets[id] }))}
      build={buildScenario}
      acts={acts}
      onOpened={onOpened}
      onClose={onClose}
    >
      {({ draft, change, error }) => (
        <>
          <ServerRows draft={draft} error={error} onChange={change} />
          {draft.partition !== null && (
            <p className="quiet-text">
              {t('partitioned', {
                sides: draft.partition.map((side) => side.join(' ')).join(' | '),
              })}
            </p>
          )}
          <Limits draft={draft} error={error} onChange={change} />
          <PasteCfg onUse={(cfg) => change(fromZooCfg(cfg, draft))} />
          <Rules
            rules={rules}
            broken={draft.broken}
            onChange={(broken) => change({ ...draft, broken })}
          />
        </>
      )}
    </SetupDialog>
  );
};
