import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Answer, ProblemView } from '../../../view/command.ts';
import { Button } from '../../widgets/button.tsx';
import { Dialog } from '../../widgets/dialog.tsx';
import { problemText } from '../../words/problem-text.ts';
import { useLoose } from '../../words/use-words.ts';
import type { Acts } from '../acts.ts';
import type { DraftProblem, SetupDraft } from './draft.ts';
import { buildScenario } from './draft.ts';
import { Limits } from './Limits.tsx';
import { PasteCfg } from './PasteCfg.tsx';
import { fromZooCfg, PRESET_IDS, presets } from './presets.ts';
import { Rules } from './Rules.tsx';
import type { RuleOption } from './Rules.tsx';
import { ServerRows } from './ServerRows.tsx';
import './setup.css';

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
  const loose = useLoose('panels');
  const problems = useLoose('problems');
  const [draft, setDraft] = useState<SetupDraft>(() => initial ?? presets['one-by-one']());
  const [wrong, setWrong] = useState<readonly DraftProblem[]>([]);
  const [refused, setRefused] = useState<ProblemView | null>(null);

  const change = (next: SetupDraft): void => {
    setDraft(next);
    setRefused(null);
    // Once complained about, a value is checked as it is typed.
    if (wrong.length > 0) setWrong(buildScenario(next).problems);
  };
  const error = (field: string): string | null => {
    const problem = wrong.find((one) => one.field === field);
    return problem === undefined ? null : loose(`setup.problem.${problem.code}`, problem.data);
  };
  const settle = (answer: Answer): void => {
    if (answer.problem === null) onOpened(draft);
    else setRefused(answer.problem);
  };
  const open = (): void => {
    const built = buildScenario(draft);
    setWrong(built.problems);
    if (built.scenario === null) return;
    void acts.send({ type: 'open', scenario: built.scenario }).then(settle);
  };
  return (
    <Dialog
      title={t('name')}
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={open}>
          {t('open')}
        </Button>
      }
    >
      <div className="setup">
        <div className="row" role="group" aria-label={t('presets')}>
          <span className="field-label">{t('presets')}</span>
          {PRESET_IDS.map((id) => (
            <Button key={id} onPress={() => change(presets[id]())}>
              {t(`preset.${id}`)}
            </Button>
          ))}
        </div>
        <ServerRows draft={draft} error={error} onChange={change} />
        {draft.partition !== null && (
          <p className="quiet-text">
            {t('partitioned', { sides: draft.partition.map((side) => side.join(' ')).join(' | ') })}
          </p>
        )}
        <Limits draft={draft} error={error} onChange={change} />
        <PasteCfg onUse={(cfg) => change(fromZooCfg(cfg, draft))} />
        <Rules
          rules={rules}
          broken={draft.broken}
          onChange={(broken) => change({ ...draft, broken })}
        />
        <div role="alert">
          {wrong.length > 0 && <p className="field-error">{t('fix', { count: wrong.length })}</p>}
          {refused !== null && <p className="field-error">{problemText(refused, problems)}</p>}
        </div>
      </div>
    </Dialog>
  );
};
