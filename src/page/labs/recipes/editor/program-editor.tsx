import { useRef, useState } from 'react';
import { useMessages, useTranslations } from 'use-intl';
import type { ProgramAnswer, RecipesQuestion } from '../../../../view/recipes.ts';
import type { ProblemView } from '../../../../view/command.ts';
import type { Scenario } from '../../../../view/scenario.ts';
import { openScenario } from '../../../share/open-run.ts';
import { play, send } from '../../../sim/actions.ts';
import { Button } from '../../../widgets/button.tsx';
import { Dialog } from '../../../widgets/dialog.tsx';
import { Field } from '../../../widgets/field.tsx';
import { Select } from '../../../widgets/select.tsx';
import { Slider } from '../../../widgets/slider.tsx';
import { problemText } from '../../../words/problem-text.ts';
import { useLoose } from '../../../words/use-words.ts';
import { useProgramName } from '../program-name.ts';
import { blankDraft, buildProgram, draftOfProgram } from './draft.ts';
import type { BuiltProgram, ProgramDraft } from './draft.ts';

import { TEMPLATES } from './step-text.ts';
import { Steps } from './steps.tsx';
import type { Wrong } from './steps.tsx';
import { LIMITS } from '../../../../view/limits.ts';
import './editor.css';

interface ProgramEditorProps {
  readonly first: ProgramDraft;
  readonly present: Scenario<'recipes'>;
  readonly onClose: () => void;
}

/** What the editor can begin with beside the built-in programs: what it was opened with, and a small one. */
const AS_IT_IS = '';
const BLANK = 'blank';

/** A person's own program: typed a line a step, checked as every scenario is, opened for some clients. */
export const ProgramEditor = ({ first, present, onClose }: ProgramEditorProps) => {
  const t = useTranslations('recipes.editor');
  const problems = useLoose('problems');
  const [draft, setDraft] = useState(first);
  const [wrong, setWrong] = useState<readonly Wrong[]>([]);
  const [unread, setUnread] = useState<BuiltProgram['unread']>([]);
  const newest = useRef(draft);
  const nameOf = useProgramName();
  const builtIn = Object.keys(useMessages().recipes.programs);
  const [begun, setBegun] = useState<string>(AS_IT_IS);

  const sentence = (problem: ProblemView): string =>
    problemText({ ...problem, where: '' }, problems);
  const judge = async (built: BuiltProgram): Promise<readonly Wrong[]> => {
    const unreadable = built.wrong.map(({ line, verb }) => ({
      line,
      text: t('notJson', { example: TEMPLATES[verb ?? 'create'] }),
    }));
    if (unreadable.length > 0) return unreadable;
    const answer = await send({ type: 'check', scenario: built.scenario });
    return (answer.problems ?? []).map((problem) => ({
      line: built.lineOf(problem.where),
      text: sentence(problem),
    }));
  };
  const change = (part: Partial<ProgramDraft>): void => {
    const next = { ...draft, ...part };
    newest.current = next;
    setDraft(next);
    // Once complained about, it is checked as it is typed.
    if (wrong.length === 0 && unread.length === 0) return;
    const built = buildProgram(next, present);
    setUnread(built.unread);
    void judge(built).then((found) => {
      if (newest.current === next) setWrong(found);
    });
  };
  /** What is there gives way to a program that works, to be changed. */
  const beginWith = async (id: string): Promise<void> => {
    setBegun(id);
    if (id === AS_IT_IS) return change(first);
    if (id === BLANK) return change(blankDraft(draft.clients));
    const question: RecipesQuestion = { ask: 'program', name: id };
    const { asked } = await send({ type: 'ask', question });
    const program = (asked as ProgramAnswer | undefined)?.program ?? null;
    if (program !== null) change(draftOfProgram(`my-${id}`, program, draft.clients));
  };
  const open = async (): Promise<void> => {
    const built = buildProgram(draft, present);
    const found = await judge(built);
    setWrong(found);
    setUnread(built.unread);
    if (found.length > 0 || built.unread.length > 0) return;
    const { problem } = await openScenario(built.scenario);
    if (problem === null) {
      onClose();
      await play();
    } else setWrong([{ line: null, text: sentence(problem) }]);
  };
  return (
    <Dialog
      title={t('name')}
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={() => void open()}>
          {t('open')}
        </Button>
      }
      note={
        <div role="alert">
          {wrong.length > 0 && (
            <p className="field-error">{t('wrongs', { count: wrong.length })}</p>
          )}
        </div>
      }
    >
      <div className="program-editor">
        <p className="quiet-text">{t('text')}</p>
        <Select
          label={t('begin')}
          showLabel
          value={begun}
          options={[
            { id: AS_IT_IS, label: t('asItIs') },
            { id: BLANK, label: t('blank') },
            ...builtIn.map((name) => ({ id: name, label: nameOf(name) })),
          ]}
          onChange={(id) => void beginWith(id)}
        />
        <div className="setup-numbers">
          <Field
            label={t('programName')}
            value={draft.name}
            error={unread.includes('name') ? t('nameWrong') : null}
            onChange={(name) => change({ name })}
          />
          <Field
            label={t('root')}
            value={draft.root}
            error={unread.includes('root') ? t('rootWrong') : null}
            onChange={(root) => change({ root })}
          />
          <Field
            label={t('values')}
            value={draft.values}
            placeholder={t('valuesHint')}
            error={unread.includes('values') ? t('valuesHint') : null}
            onChange={(values) => change({ values })}
          />
        </div>
        <Select
          label={t('holds')}
          showLabel
          value={draft.holds}
          options={[
            { id: 'none', label: t('holdsNone') },
            { id: 'smallest', label: t('holdsSmallest') },
            { id: 'node', label: t('holdsNode') },
          ]}
          onChange={(holds) => change({ holds })}
        />
        <Steps
          text={draft.text}
          values={draft.values}
          wrong={wrong}
          onChange={(text) => change({ text })}
        />
        <Slider
          label={t('count')}
          value={draft.clients}
          min={1}
          max={LIMITS.recipeClients}
          text={String(draft.clients)}
          onChange={(clients) => change({ clients })}
        />
      </div>
    </Dialog>
  );
};
