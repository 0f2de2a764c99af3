import { useState } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Answer, ProblemView } from '../../../view/command.ts';
import type { ScenarioFile } from '../../../view/scenario.ts';
import { Button } from '../../widgets/button.tsx';
import { Dialog } from '../../widgets/dialog.tsx';
import { problemText } from '../../words/problem-text.ts';
import { useLoose } from '../../words/use-words.ts';
import type { Acts } from '../acts.ts';
import { Rules } from './rules.tsx';
import './set-up.css';

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

/** What one lab's set-up is made of. */
interface SetUpParts<D, S extends ScenarioFile> {
  readonly model: S['model'];
  /** Its title, and the names of its presets; a hook. */
  readonly useWords: () => {
    readonly title: string;
    readonly preset: (id: string) => string;
  };
  /** Forms to begin with, by their ids; `before`: the one on screen. */
  readonly presets: Readonly<Record<string, (before: D) => D>>;
  /** The form for a run. */
  readonly draftOf: (scenario: S) => D;
  readonly build: (draft: D) => Built;
  /** The lab's own fields. */
  readonly Fields: ComponentType<{ form: SetupForm<D> }>;
  /** What the button says that opens it, if not that alone, and what else cannot be opened; a hook. */
  readonly useOpening?: (draft: D) => Opening;
}

interface Opening {
  readonly label?: string;
  /** Why it cannot be opened, and what is wrong with it. */
  readonly blocked?: { readonly reason: string; readonly what: ReactNode };
}

export interface SetUpProps {
  /** The run on screen: where the form begins. */
  present: ScenarioFile;
  acts: Pick<Acts, 'send'>;
  /** The scenario was opened. */
  onOpened: () => void;
  onClose: () => void;
}

const USUAL: Opening = {};
const useUsual = (): Opening => USUAL;

/** The set-up of a lab: a dialog that makes a run and opens it. */
export const setUpOf = <D extends { readonly broken: readonly string[] }, S extends ScenarioFile>(
  parts: SetUpParts<D, S>,
) =>
  function SetUp({ present, ...others }: SetUpProps) {
    // It stands in the lab of its model.
    return <SetUpDialog {...others} parts={parts} first={parts.draftOf(present as S)} />;
  };

interface SetUpDialogProps<D, S extends ScenarioFile> extends Omit<SetUpProps, 'present'> {
  parts: SetUpParts<D, S>;
  first: D;
}

/** Presets, the lab's own fields, its rules, what is wrong, and `Open`. */
const SetUpDialog = <D extends { readonly broken: readonly string[] }, S extends ScenarioFile>(
  props: SetUpDialogProps<D, S>,
) => {
  const { first, acts, onOpened, onClose } = props;
  const { model, presets, build, Fields, useWords, useOpening = useUsual } = props.parts;
  const words = useWords();
  const t = useTranslations('panels.setup');
  const loose = useLoose('panels');
  const problems = useLoose('problems');
  const [draft, setDraft] = useState(first);
  const { label = t('open'), blocked } = useOpening(draft);
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
      title={words.title}
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={open} disabledReason={blocked?.reason}>
          {label}
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
          {Object.entries(presets).map(([id, make]) => (
            <Button key={id} onPress={() => change(make(draft))}>
              {words.preset(id)}
            </Button>
          ))}
        </div>
        <Fields form={{ draft, change, error }} />
        <Rules
          model={model}
          broken={draft.broken}
          onChange={(broken) => change({ ...draft, broken })}
        />
      </div>
    </Dialog>
  );
};
