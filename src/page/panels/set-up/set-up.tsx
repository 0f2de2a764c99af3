import { useRef, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ProblemView } from '../../../view/command.ts';
import type { ScenarioFile } from '../../../view/scenario.ts';
import { Button } from '../../widgets/button.tsx';
import { Dialog } from '../../widgets/dialog.tsx';
import { problemText } from '../../words/problem-text.ts';
import { useLoose } from '../../words/use-words.ts';
import type { Acts } from '../acts.ts';
import { Rules } from './rules.tsx';
import type { RulesOf } from './rules.tsx';
import './set-up.css';

/** What cannot be read at a field, as a key of the set-up's words. */
export interface FieldProblem {
  readonly field: string;
  readonly code: string;
  readonly data: Readonly<Record<string, string | number>>;
}

/**
 * The scenario that a draft describes. Whether it can be is not asked here: the simulation checks
 * it as it checks every file.
 */
export interface Built<S extends ScenarioFile = ScenarioFile> {
  readonly scenario: S;
  /** What was typed and says nothing: something harmless stands for it in the scenario. */
  readonly unread: readonly FieldProblem[];
  /** Places in the scenario (`setup.servers[2].sid`), each with the field that it comes from. */
  readonly fields: ReadonlyMap<string, string>;
}

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
  readonly build: (draft: D) => Built<S>;
  /** The lab's own fields. */
  readonly Fields: ComponentType<{ form: SetupForm<D> }>;
  /** Whose rules can be switched off; default: the model's own. */
  readonly rulesOf?: (draft: D) => readonly RulesOf[];
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

/** What is wrong, and at which field; null: at none that the form shows. */
interface Wrong extends ProblemView {
  readonly field: string | null;
}

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
  const { rulesOf = () => [model] } = props.parts;
  const words = useWords();
  const t = useTranslations('panels.setup');
  const loose = useLoose('panels');
  const problems = useLoose('problems');
  const [draft, setDraft] = useState(first);
  const { label = t('open'), blocked } = useOpening(draft);
  const [wrong, setWrong] = useState<readonly Wrong[]>([]);
  const newest = useRef(draft);

  const textOf = ({ field, ...problem }: Wrong): string => {
    const key = `setup.problem.${problem.code}`;
    if (loose.has(key)) return loose(key, problem.data);
    // Where it is, its field tells.
    return problemText(field === null ? problem : { ...problem, where: '' }, problems);
  };
  const judge = async ({ scenario, unread, fields }: Built): Promise<readonly Wrong[]> => {
    const answer = await acts.send({ type: 'check', scenario });
    const found = (answer.problems ?? []).map((problem): Wrong => ({
      ...problem,
      field: fields.get(problem.where) ?? null,
    }));
    const known = new Set<string | null>(unread.map(({ field }) => field));
    return [
      ...unread.map((one): Wrong => ({ ...one, where: '', text: '' })),
      ...found.filter(({ field }) => !known.has(field)),
    ];
  };
  const change = (next: D): void => {
    newest.current = next;
    setDraft(next);
    // Once complained about, a value is checked as it is typed.
    if (wrong.length === 0) return;
    void judge(build(next)).then((found) => {
      if (newest.current === next) setWrong(found);
    });
  };
  const error = (field: string): string | null => {
    const problem = wrong.find((one) => one.field === field);
    return problem === undefined ? null : textOf(problem);
  };
  const open = async (): Promise<void> => {
    const built = build(draft);
    const found = await judge(built);
    setWrong(found);
    if (found.length > 0) return;
    const { problem } = await acts.send({ type: 'open', scenario: built.scenario });
    if (problem === null) onOpened();
    else setWrong([{ ...problem, field: null }]);
  };
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={() => void open()} disabledReason={blocked?.reason}>
          {label}
        </Button>
      }
      note={
        <div role="alert">
          {blocked?.what}
          {wrong.length > 0 && <p className="field-error">{t('fix', { count: wrong.length })}</p>}
          {wrong
            .filter(({ field }) => field === null)
            .map((one) => (
              <p key={`${one.code} ${one.where}`} className="field-error">
                {textOf(one)}
              </p>
            ))}
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
          of={rulesOf(draft)}
          broken={draft.broken}
          onChange={(broken) => change({ ...draft, broken })}
        />
      </div>
    </Dialog>
  );
};
