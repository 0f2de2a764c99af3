import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { OutputLineView, ZooKeeperClientView } from '../../../view/zookeeper.ts';
import type { ZooKeeperAnswer, ZooKeeperQuestion } from '../../../view/zookeeper-ask.ts';
import { Button } from '../../widgets/button.tsx';
import { ConsoleLine } from './console-line.tsx';

/** So many lines are asked for at once, and shown at first. */
const BLOCK = 500;

type Question = Extract<ZooKeeperQuestion, { ask: 'console' }>;
/** Keeps a question answered; a hook. */
export type UseConsole = (
  question: Question,
) => Extract<ZooKeeperAnswer, { ask: 'console' }> | null;

interface ConsoleLogProps {
  client: ZooKeeperClientView;
  onTake: (line: string) => void;
  useConsole: UseConsole;
}

/**
 * What a client's program has printed. The newest lines come with every frame and are there at once;
 * older ones are asked for, block by block.
 */
export const ConsoleLog = ({ client, onTake, useConsole }: ConsoleLogProps) => {
  const t = useTranslations('console');
  const { lines, output } = client;
  // The newest block may have only just begun.
  const [blocks, setBlocks] = useState(2);
  const newest = lines - output.length;
  const firstBlock = Math.max(0, Math.ceil(newest / BLOCK) - blocks);
  const starts = Array.from(
    { length: Math.max(0, Math.ceil(newest / BLOCK) - firstBlock) },
    (_, index) => (firstBlock + index) * BLOCK,
  );
  return (
    <>
      {firstBlock > 0 && (
        <Button kind="quiet" className="terminal-earlier" onPress={() => setBlocks(blocks + 1)}>
          {t('earlier')}
        </Button>
      )}
      {starts.map((first) => (
        <Block
          key={first}
          question={{ ask: 'console', client: client.pid, first, most: BLOCK }}
          end={newest}
          onTake={onTake}
          useConsole={useConsole}
        />
      ))}
      <Lines first={newest} lines={output} onTake={onTake} />
    </>
  );
};

/** Lines of a block, as far as they are not the newest. */
const Block = (props: {
  question: Question;
  end: number;
  onTake: (line: string) => void;
  useConsole: UseConsole;
}) => {
  const { question, end, onTake, useConsole } = props;
  const known = useConsole(question);
  if (known === null) return null;
  return (
    <div className="terminal-block">
      <Lines
        first={known.first}
        lines={known.lines.slice(0, Math.max(0, end - known.first))}
        onTake={onTake}
      />
    </div>
  );
};

const Lines = (props: {
  first: number;
  lines: readonly OutputLineView[];
  onTake: (line: string) => void;
}) =>
  props.lines.map((line, index) => (
    <ConsoleLine key={props.first + index} line={line} onTake={props.onTake} />
  ));
