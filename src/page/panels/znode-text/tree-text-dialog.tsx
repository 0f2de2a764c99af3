import { useEffect, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ProblemView } from '../../../view/command.ts';
import { LIMITS } from '../../../view/limits.ts';
import { firstBadByte } from '../../../view/utf8-text.ts';
import type { Pid } from '../../../view/time.ts';
import { download } from '../../share/download.ts';
import { dismissProblem } from '../../sim/actions.ts';
import { beginWork } from '../../sim/work.ts';
import { problemText } from '../../words/problem-text.ts';
import { useLoose } from '../../words/use-words.ts';
import { Button } from '../../widgets/button.tsx';
import { ChooseFiles } from '../../widgets/choose-files.tsx';
import { Dialog } from '../../widgets/dialog.tsx';
import { Progress } from '../../widgets/progress.tsx';
import { Notes } from './notes.tsx';
import { nodeOfProblem, openWithTree } from './open-tree.ts';
import type { ReadTree } from './read-tree.ts';
import { useReading } from './use-reading.ts';
import { writeTree } from './write-tree.ts';
import './znode-text.css';

/** More lines are not put into a text field, which would not bear them. */
const MOST_LINES = 2000;

/** The tree as a text that can be saved and changed, and a text as the tree of a new run. */
export const TreeTextDialog = (props: { server: Pid; onClose: () => void }) => {
  const { server, onClose } = props;
  const t = useTranslations('znodeText');
  const id = useId();
  const [written, setWritten] = useState(0);
  const [lines, setLines] = useState<readonly string[] | null>(null);
  const [reading, read] = useReading();
  /** A file that is too long for the text field. */
  const [file, setFile] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [problem, setProblem] = useState<ProblemView | null>(null);
  const [opening, setOpening] = useState(false);
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    const done = beginWork();
    let left = false;
    void writeTree(server, (count) => {
      if (!left) setWritten(count);
    })
      .then((all) => {
        if (left) return;
        setLines(all);
        if (all.length <= MOST_LINES) read(all.join('\n'));
      })
      .finally(done);
    return () => {
      left = true;
      done();
    };
  }, [server, read]);

  const change = (text: string, name: string | null): void => {
    setProblem(null);
    setTrouble(null);
    setFile(name);
    read(text);
  };
  const choose = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    if (chosen.size > LIMITS.treeTextBytes) {
      setTrouble(t('tooLarge', { name: chosen.name }));
      return;
    }
    const done = beginWork();
    const bytes = new Uint8Array(await chosen.arrayBuffer().finally(done));
    const bad = firstBadByte(bytes);
    if (bad !== null) {
      setTrouble(t('notUtf8', { name: chosen.name, offset: String(bad) }));
      return;
    }
    const text = new TextDecoder().decode(bytes);
    const long = text.split('\n', MOST_LINES + 2).length > MOST_LINES + 1;
    change(text, long ? chosen.name : null);
  };
  const whole = (): string => `${t('head')}\n${(lines ?? []).join('\n')}\n`;
  const save = (): void =>
    download('zooscope-tree.txt', new Blob([whole()], { type: 'text/plain' }));
  const copy = (): void => {
    void navigator.clipboard.writeText(whole()).then(() => setCopied(true));
  };
  const open = async ({ nodes }: ReadTree): Promise<void> => {
    setOpening(true);
    const found = await openWithTree(nodes);
    setOpening(false);
    if (found === null) return onClose();
    // It is told here, beside the text that it is about.
    dismissProblem();
    setProblem(found);
    return undefined;
  };

  const { tree } = reading;
  const why = (): 'reading' | 'nothing' | 'opening' | null => {
    if (tree === null) return 'reading';
    if (tree.nodes.length === 0 || tree.wrong > 0) return 'nothing';
    return opening ? 'opening' : null;
  };
  const reason = why();
  return (
    <Dialog
      title={t('title')}
      size="wide"
      onClose={onClose}
      actions={
        <Button
          kind="primary"
          disabledReason={reason === null ? null : t(reason)}
          onPress={() => {
            if (tree !== null) void open(tree);
          }}
        >
          {t('open', { count: tree?.nodes.length ?? 0 })}
        </Button>
      }
    >
      <p>{t('text')}</p>
      <div className="row">
        <Button
          onPress={save}
          disabledReason={lines === null ? t('writing', { count: written }) : null}
        >
          {t('save')}
        </Button>
        <Button
          onPress={copy}
          disabledReason={lines === null ? t('writing', { count: written }) : null}
        >
          {t(copied ? 'copied' : 'copy')}
        </Button>
        <ChooseFiles
          label={t('choose')}
          accept=".txt,text/plain"
          onFiles={([first]) => void choose(first)}
        />
      </div>
      {lines !== null && lines.length > MOST_LINES && file === null && (
        <p className="quiet-text">{t('long', { count: lines.length, most: MOST_LINES })}</p>
      )}
      {file === null ? (
        <>
          <label htmlFor={id}>{t('label')}</label>
          <textarea
            id={id}
            className="tree-text"
            rows={12}
            spellCheck={false}
            wrap="off"
            placeholder={'/app persistent "v1"\n/app/jobs container'}
            value={reading.text}
            onChange={(event) => change(event.target.value, null)}
          />
        </>
      ) : (
        <p>
          {t('file', { name: file, count: tree?.nodes.length ?? 0 })}{' '}
          <Button kind="quiet" onPress={() => change('', null)}>
            {t('forget')}
          </Button>
        </p>
      )}
      {tree === null && reading.of > MOST_LINES && (
        <Progress
          label={t('reading')}
          value={reading.read}
          max={reading.of}
          text={t('readSoFar', { read: reading.read, of: reading.of })}
        />
      )}
      {opening && <Progress label={t('opening')} value={0} text={t('opening')} />}
      {trouble !== null && (
        <p role="alert" className="field-error">
          {trouble}
        </p>
      )}
      {tree !== null && <Notes tree={tree} />}
      {problem !== null && tree !== null && <Refused problem={problem} tree={tree} />}
    </Dialog>
  );
};

/** Why the simulation does not take the tree, by the line that it is about. */
const Refused = ({ problem, tree }: { problem: ProblemView; tree: ReadTree }) => {
  const t = useTranslations('znodeText');
  const words = useLoose('problems');
  const node = nodeOfProblem(problem);
  const line = node === null ? undefined : tree.lines[node];
  const text = problemText(line === undefined ? problem : { ...problem, where: '' }, words);
  return (
    <p role="alert" className="field-error">
      {line === undefined ? text : t('line', { line: String(line), text })}
    </p>
  );
};
