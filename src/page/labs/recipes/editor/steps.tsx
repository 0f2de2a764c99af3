import { useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { VERBS } from '../../../../view/recipe-program.ts';
import type { Verb } from '../../../../view/recipe-program.ts';
import { Menu } from '../../../widgets/menu.tsx';
import { completionsAt } from './complete.ts';
import type { Completions } from './complete.ts';
import { TEMPLATES } from './step-text.ts';

/** What is wrong, at a line of the text or at none. */
export interface Wrong {
  readonly line: number | null;
  readonly text: string;
}

/** The lines, with their numbers, what is wrong with them, and something to begin a line with. */
export const Steps = (props: {
  text: string;
  /** At the program's beginning, as they are typed. */
  values: string;
  wrong: readonly Wrong[];
  onChange: (text: string) => void;
}) => {
  const t = useTranslations('recipes.editor');
  const { text, values, wrong, onChange } = props;
  const [offer, setOffer] = useState<Completions | null>(null);
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
  /** What could stand at the caret; where there is just one such thing, it is written at once. */
  const complete = (): void => {
    const found = completionsAt(text, area.current?.selectionStart ?? text.length, values);
    const [only, ...more] = found.entries;
    if (only !== undefined && more.length === 0) write(found, only.text);
    else setOffer(found);
  };
  const write = ({ from }: Completions, said: string): void => {
    const end = area.current?.selectionEnd ?? text.length;
    onChange(`${text.slice(0, from)}${said}${text.slice(end)}`);
    setOffer(null);
    // The caret stands behind it once React has written it.
    setTimeout(() => {
      area.current?.focus();
      area.current?.setSelectionRange(from + said.length, from + said.length);
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== ' ' || !event.ctrlKey) return;
    event.preventDefault();
    complete();
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
        <Menu
          className="btn"
          entries={
            offer === null || offer.entries.length === 0
              ? [{ id: 'none', label: t('nothingFits'), onPress: () => setOffer(null) }]
              : offer.entries.map(({ label, text: said }) => ({
                  id: label,
                  label,
                  onPress: () => write(offer, said),
                }))
          }
          isOpen={offer !== null}
          onOpenChange={(open) => {
            if (open) complete();
            else setOffer(null);
          }}
        >
          {t('complete')}
        </Menu>
      </div>
      <p className="quiet-text">{t('completeHow')}</p>
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
          onKeyDown={onKeyDown}
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
