import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Answer, ProblemView } from '../../../view/command.ts';
import type { ScenarioFile } from '../../../view/scenario.ts';
import { Button } from '../../widgets/button.tsx';
import { Dialog } from '../../widgets/dialog.tsx';
import { problemText } from '../../words/problem-text.ts';
import { useLoose } from '../../words/use-words.ts';
import type { Acts } from '../acts.ts';
import './setup.css';

/** A bad value: at which field, and what is wrong, as a key of the set-up's words. */
export interface FieldProblem {
  readonly field: string;
  readonly code: string;
  readonly data: Readonly<Record<string, string | number>>;
}

/** The scenario that a draft describes, or everything that is wrong with it. */
export type Built =
  | { readonly scenario: ScenarioFile; readonly problems: readonly [] }
  | { readonly scenario: null; readonly problems: readonly FieldProblem[] };

/** What the fields of a set-up are drawn from. */
export interface SetupForm<D> {
  readonly draft: D;
  readonly change: (draft: D) => void;
  /** What is wrong at a field, in words. */
  readonly error: (field: string) => string | null;
}

interface SetupDialogProps<D> {
  title: string;
  /** Where the form begins. */
  first: D;
  presets: readonly { readonly id: string; readonly label: string; readonly make: () => D }[];
  build: (draft: D) => Built;
  acts: Pick<Acts, 'send'>;
  /** What the button says that opens it, if not that alone. */
  openLabel?: ((draft: D) => string) | undefined;
  /** What else the form holds that cannot be opened: why, and what is wrong with it. */
  blocked?: { readonly reason: string; readonly what: ReactNode } | null;
  /** The scenario was opened. */
  onOpened: () => void;
  onClose: () => void;
  children: (form: SetupForm<D>) => ReactNode;
}

/** The frame of every set-up: presets, the lab's own fields, what is wrong, and `Open`. */
export const SetupDialog = <D,>(props: SetupDialogProps<D>) => {
  const {
    title,
    first,
    presets,
    build,
    acts,
    onOpened,
    onClose,
    openLabel,
    blocked = null,
  } = props;
  const t = useTranslations('panels.setup');
  const loose = useLoose('panels');
  const problems = useLoose('problems');
  const [draft, setDraft] = useState(first);
  const [wrong, setWrong] = useState<readonly FieldProblem[]>([]);
  const [refused, setRefused] = useState<ProblemView | null>(null);

  const change = (next: D): void => {
    setDraft(next);
    setRefused(null);
    // Once complained about, a value is checked as it is typed.
    if (wrong.length > 0) setWrong(build(next).problems);
  };
  const error = (field: string): string | null => {
    const problem = wrong.find((one) => one.field === field);
    return problem === undefined ? null : loose(`setup.problem.${problem.code}`, problem.data);
  };
  const settle = (answer: Answer): void => {
    if (answer.problem === null) onOpened();
    else setRefused(answer.problem);
  };
  const open = (): void => {
    const built = build(draft);
    setWrong(built.problems);
    if (built.scenario === null) return;
    void acts.send({ type: 'open', scenario: built.scenario }).then(settle);
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={open} disabledReason={blocked?.reason}>
          {openLabel?.(draft) ?? t('open')}
        </Button>
      }
      note={
        <div role="alert">
          {blocked?.what}
          {wrong.length > 0 && <p className="field-error">{t('fix', { count: wrong.length })}</p>}
          {refused !== null && <p className="field-error">{problemText(refused, problems)}</p>}
        </div>
      }
    >
      <div className="setup">
        <div className="row" role="group" aria-label={t('presets')}>
          <span className="field-label">{t('presets')}</span>
          {presets.map(({ id, label, make }) => (
            <Button key={id} onPress={() => change(make())}>
              {label}
            </Button>
          ))}
        </div>
        {props.children({ draft, change, error })}
      </div>
    </Dialog>
  );
};
