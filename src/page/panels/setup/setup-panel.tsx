import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ElectionScenario } from '../../../view/scenario.ts';
import type { Acts } from '../acts.ts';
import { buildScenario, draftOf } from './draft.ts';
import { hasRefused } from '../../../view/zoo-cfg/note.ts';
import { CfgNotes } from '../zoo-cfg/cfg-notes.tsx';
import { Limits } from './limits.tsx';
import { PasteCfg } from './paste-cfg.tsx';
import { fromZooCfg, PRESET_IDS, presets } from './presets.ts';
import { Rules } from './rules.tsx';
import type { RuleOption } from './rules.tsx';
import { ServerRows } from './server-rows.tsx';
import { SetupDialog } from './setup-dialog.tsx';
import type { ZooCfg } from './zoo-cfg.ts';

interface SetupPanelProps {
  /** The run on screen: where the form begins. */
  present: ElectionScenario;
  /** Rules that can be switched off. */
  rules: readonly RuleOption[];
  acts: Pick<Acts, 'send'>;
  /** The scenario was opened. */
  onOpened: () => void;
  onClose: () => void;
}

/** A dialog that makes an ensemble and opens it. */
export const SetupPanel = ({ present, rules, acts, onOpened, onClose }: SetupPanelProps) => {
  const t = useTranslations('panels.setup');
  const [pasted, setPasted] = useState<ZooCfg | null>(null);
  const errors = pasted?.notes.filter(({ kind }) => kind === 'refused') ?? [];
  return (
    <SetupDialog
      title={t('name')}
      first={draftOf(present)}
      presets={PRESET_IDS.map((id) => ({ id, label: t(`preset.${id}`), make: presets[id] }))}
      build={buildScenario}
      acts={acts}
      openLabel={
        pasted === null ? undefined : ({ servers }) => t('openPasted', { count: servers.length })
      }
      blocked={
        errors.length === 0 ? null : { reason: t('cfgWrong'), what: <CfgNotes notes={errors} /> }
      }
      onOpened={onOpened}
      onClose={onClose}
    >
      {({ draft, change, error }) => (
        <>
          <PasteCfg
            cfg={pasted}
            onCfg={(cfg) => {
              setPasted(cfg);
              if (cfg !== null && !hasRefused(cfg.notes)) change(fromZooCfg(cfg, draft));
            }}
          />
          <ServerRows draft={draft} error={error} onChange={change} />
          {draft.partition !== null && (
            <p className="quiet-text">
              {t('partitioned', {
                sides: draft.partition.map((side) => side.join(' ')).join(' | '),
              })}
            </p>
          )}
          <Limits draft={draft} error={error} onChange={change} />
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
