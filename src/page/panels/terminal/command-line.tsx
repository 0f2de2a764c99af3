import { useId, useImperativeHandle, useRef, useState } from 'react';
import type { ClipboardEvent, KeyboardEvent, Ref } from 'react';
import { useTranslations } from 'use-intl';
import { LIMITS } from '../../../view/limits.ts';
import { useLimited } from '../../widgets/use-limited.tsx';
import { completed } from './completing.ts';
import type { Completion } from './completing.ts';
import type { LineHistory } from './line-history.ts';
import { pasted } from './pasted.ts';

/** What others may do with the field. */
export interface CommandLineHandle {
  focus(): void;
  /** Puts a line there, to be looked at before it is run. */
  type(line: string): void;
}

export interface CommandLineProps {
  /** Its accessible name. */
  name: string;
  /** What stands before the cursor; '' while a command is under way. */
  prompt: string;
  history: LineHistory;
  onLine: (line: string) => Promise<unknown>;
  onComplete: (line: string, cursor: number) => Promise<Completion | null>;
  ref?: Ref<CommandLineHandle>;
}

/** A line that is being typed: history with Up and Down, completion with Tab, pasted lines run one by one. */
export const CommandLine = ({
  name,
  prompt,
  history,
  onLine,
  onComplete,
  ref,
}: CommandLineProps) => {
  const t = useTranslations('console');
  const help = useId();
  const input = useRef<HTMLInputElement>(null);
  const [line, setLine] = useState('');
  const [offers, setOffers] = useState<readonly string[]>([]);
  const limited = useLimited(LIMITS.lineCharacters, (text) => {
    setLine(text);
    setOffers([]);
  });
  /** Escape gives Tab back to the page, until something is typed. */
  const leaving = useRef(false);

  const show = (text: string, cursor = text.length): void => {
    setLine(text);
    // Once React has put it there.
    queueMicrotask(() => input.current?.setSelectionRange(cursor, cursor));
  };
  useImperativeHandle(ref, () => ({
    focus: () => input.current?.focus(),
    type: (text) => {
      show(text);
      input.current?.focus();
    },
  }));

  const run = async (lines: readonly string[], rest: string): Promise<void> => {
    setOffers([]);
    limited.complain(null);
    show(rest);
    for (const one of lines) {
      history.add(one);
      // One after the other, as somebody would type them.
      await onLine(one);
    }
  };

  const complete = async (): Promise<void> => {
    const at = input.current?.selectionStart ?? line.length;
    const found = await onComplete(line, at);
    // Whoever typed on in the meantime is not interrupted.
    if (found === null || input.current?.value !== line) return;
    const done = completed(line, at, found);
    setOffers(done.offers);
    show(done.line, done.cursor);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const { key, shiftKey, nativeEvent } = event;
    // A word that is being composed (Chinese, for one) has these keys for itself.
    if (nativeEvent.isComposing) return;
    const leaves = leaving.current;
    leaving.current = key === 'Escape' || key === 'Shift';
    if (key === 'Enter') void run([line], '');
    else if (key === 'ArrowUp') show(history.earlier(line));
    else if (key === 'ArrowDown') show(history.later(line));
    else if (key === 'Escape') setOffers([]);
    else if (key === 'Tab' && !shiftKey && line !== '' && !leaves) void complete();
    else return;
    event.preventDefault();
  };

  const onPaste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const { selectionStart, selectionEnd } = event.currentTarget;
    const text = event.clipboardData.getData('text');
    const before = line.slice(0, selectionStart ?? line.length);
    const found = pasted(text, before, line.slice(selectionEnd ?? line.length));
    if (found === null) return;
    event.preventDefault();
    if (found !== 'too-many') void run(found.lines, found.rest);
    else
      limited.complain(t('tooMany', { most: LIMITS.pastedLines, longest: LIMITS.lineCharacters }));
  };

  return (
    <>
      <div className="terminal-row">
        <span className="terminal-prompt">{prompt === '' ? `${t('underWay')} ` : prompt}</span>
        <input
          ref={input}
          aria-label={name}
          aria-describedby={help}
          value={line}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          onChange={(event) => limited.take(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        <span id={help} hidden>
          {t('help')}
        </span>
      </div>
      {limited.complaint}
      <p className="terminal-offers" role="status">
        {offers.map((word) => (
          <b key={word}>{word}</b>
        ))}
      </p>
    </>
  );
};
