import { memo } from 'react';
import { useTranslations } from 'use-intl';
import type { OutputLineView } from '../../../view/zookeeper.ts';
import { Button } from '../../widgets/button.tsx';
import { useLoose } from '../../words/use-words.ts';
import { splitPrompt } from './line-text.ts';

interface ConsoleLineProps {
  line: OutputLineView;
  onTake: (line: string) => void;
}

/** A line that zkCli printed, as it printed it; or a word of advice, which can be taken over. */
export const ConsoleLine = memo(
  ({ line, onTake }: ConsoleLineProps) => {
    const { stream, text } = line;
    if (stream === 'hint') return <Advice line={line} onTake={onTake} />;
    // What stands on standard error is no error: zkCli says there what it has created.
    const look = stream === 'watcher' ? ' terminal-watcher' : '';
    if (stream !== 'in') return <div className={`terminal-line${look}`}>{text}</div>;
    const { prompt, typed } = splitPrompt(text);
    return (
      <div className="terminal-line terminal-in">
        {prompt}
        <b>{typed}</b>
      </div>
    );
  },
  (a, b) =>
    a.line.text === b.line.text && a.line.stream === b.line.stream && a.line.code === b.line.code,
);

const Advice = ({ line: { code, text }, onTake }: ConsoleLineProps) => {
  const t = useTranslations('console');
  const advice = useLoose('zkcli');
  return (
    <div className="terminal-line terminal-hint">
      {advice(`hint.${code}`, { text })}{' '}
      {text !== '' && (
        <Button kind="quiet" onPress={() => onTake(text)}>
          {t('takeOver')}
        </Button>
      )}
    </div>
  );
};
