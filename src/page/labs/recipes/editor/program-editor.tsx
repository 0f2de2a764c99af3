import { useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { VERBS } from '../../../../view/recipe-program.ts';
import type { Verb } from '../../../../view/recipe-program.ts';
import type { ProblemView } from '../../../../view/command.ts';
import { MOST_RECIPE_CLIENTS } from '../../../../view/recipes-setup.ts';
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
import { buildProgram } from './draft.ts';
import type { BuiltProgram, ProgramDraft } from './draft.ts';
import { TEMPLATES } from './step-text.ts';
import './editor.css';

/** What is wrong, at a line of the text or at none. */
interface Wrong {
  readonly line: number | null;
  readonly text: string;
}

interface ProgramEditorProps {
  readonly first: ProgramDraft;
  readonly present: Scenario<'recipes'>;
  readonly onClose: () => void;
}

/** A person's own program: typed a line a step, checked as every scenario is, opened for some clients. */
export const ProgramEditor = ({ first, present, onClose }: ProgramEditorProps) => {
  const t = useTranslations('recipes.editor');
  const problems = useLoose('problems');
  const [draft, setDraft] = useState(first);
  const [wrong, setWrong] = useState<readonly Wrong[]>([]);
  const [unread, setUnread] = useState<BuiltProgram['unread']>([]);
  const newest = useRef(draft);

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
        <Steps text={draft.text} wrong={wrong} onChange={(text) => change({ text })} />
        <Slider
          label={t('count')}
          value={draft.clients}
          min={1}
          max={MOST_RECIPE_CLIENTS}
          text={String(draft.clients)}
          onChange={(clients) => change({ clients })}
        />
      </div>
    </Dialog>
  );
};

/** The lines, with their numbers, what is wrong with them, and something to begin a line with. */
const Steps = (props: {
  text: string;
  wrong: readonly Wrong[];
  onChange: (text: string) => void;
}) => {
  const t = useTranslations('recipes.editor');
  const { text, wrong, onChange } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const lines = text.split('\n');
  const goTo = (line: number): void => {
    const from = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    area.current?.focus();
    area.current?.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
  };
  const insert = (verb: Verb): void => {
    const at = area.current?.selectionStart ?? text.length;
    const end = text.indexOf('\n', at);
    const before = end < 0 ? text : text.slice(0, end);
    const after = end < 0 ? '' : text.slice(end);
    const gap = before === '' || before.endsWith('\n') ? '' : '\n';
    onChange(`${before}${gap}${TEMPLATES[verb]}${after}`);
  };
  const marked = new Set(wrong.map(({ line }) => line));
  return (
    <div className="program-steps">
      <div className="row">
        <label htmlFor={id} className="field-label">
          {t('steps')}
        </label>
        <label className="select">
          <span className="vh">{t('insert')}</span>
          <select
            value=""
            onChange={({ target }) => {
              const verb = VERBS.find((one) => one === target.value);
              if (verb !== undefined) insert(verb);
            }}
          >
            <option value="">{t('insert')}</option>
            {VERBS.map((verb) => (
              <option key={verb} value={verb}>
                {verb}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className="program-lines">
        <ol aria-hidden="true">
          {lines.map((_, i) => (
            <li key={i} className={marked.has(i + 1) ? 'wrong' : undefined} />
          ))}
        </ol>
        <textarea
          ref={area}
          id={id}
          value={text}
          rows={Math.max(8, lines.length + 1)}
          wrap="off"
          spellCheck={false}
          aria-invalid={wrong.length > 0}
          {...(wrong.length > 0 && { 'aria-describedby': `${id}-wrong` })}
          onChange={({ target }) => onChange(target.value)}
        />
      </div>
      <ul id={`${id}-wrong`} className="program-wrong">
        {wrong.map(({ line, text: what }, i) => (
          <li key={`${line} ${i}`} className="field-error">
            {line === null ? (
              what
            ) : (
              <button type="button" className="as-text" onClick={() => goTo(line)}>
                {t('line', { line: String(line), text: what })}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};
