import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ProcessView } from '../../../view/frame.ts';
import { FOUR_LETTER_WORDS } from '../../../zoo-cfg/keys.ts';
import { readCfg } from '../../../zoo-cfg/read.ts';
import type { ZooKeeperServerView } from '../../../view/zookeeper.ts';
import { WordButton } from '../../widgets/word-button.tsx';
import type { CommandLineHandle } from '../terminal/command-line.tsx';
import type { LineHistory } from '../terminal/line-history.ts';
import { Terminal } from '../terminal/terminal.tsx';
import { shellCompletion, VERBS } from './shell-line.ts';
import type { Entry, Printed } from './transcript.ts';
import './zk-server.css';

interface ServerShellProps {
  server: ZooKeeperServerView;
  process: ProcessView;
  entries: readonly Entry[];
  history: LineHistory;
  onLine: (line: string) => Promise<unknown>;
}

const isVerb = (verb: string): verb is 'start' | 'status' | 'restart' | 'stop' | 'version' =>
  VERBS.includes(verb);

/** The machine of a server: `zkServer.sh` and four-letter words, typed or pressed. */
export const ServerShell = (props: ServerShellProps) => {
  const { server, process, entries, onLine } = props;
  const t = useTranslations('zkServer');
  const field = useRef<CommandLineHandle>(null);
  const [about, setAbout] = useState('');
  const refused = refusedWords(server);
  const aboutWord = (word: string): string => {
    const text = t(`word.${word as 'ruok'}`);
    return refused(word) ? `${text} ${t('refused', { word })}` : text;
  };
  return (
    <section className="server-shell" aria-label={t('name', { name: process.name })}>
      <div className="server-words">
        <Choices
          name={t('script')}
          words={VERBS}
          about={(verb) => (isVerb(verb) ? t(`verb.${verb}`) : '')}
          onAbout={setAbout}
          onChoose={(verb) => void onLine(`zkServer.sh ${verb}`)}
        />
        <Choices
          name={t('words')}
          words={FOUR_LETTER_WORDS}
          about={aboutWord}
          faint={refused}
          onAbout={setAbout}
          onChoose={(word) => void onLine(word)}
        />
        <p className="server-about">{about === '' ? t('hint') : about}</p>
      </div>
      <Terminal
        field={field}
        command={t('command')}
        output={t('output')}
        prompt="$ "
        history={props.history}
        onLine={onLine}
        onComplete={(line, cursor) =>
          Promise.resolve(shellCompletion(line, cursor, FOUR_LETTER_WORDS))
        }
      >
        {entries.map((entry) => (
          <Answered key={entry.number} entry={entry} />
        ))}
      </Terminal>
    </section>
  );
};

/** Which words the running server does not answer; none is marked while nobody can tell. */
function refusedWords({ cfg, cfgUnread }: ZooKeeperServerView): (word: string) => boolean {
  if (cfgUnread) return () => false;
  const list = readCfg(cfg).lines.get('4lw.commands.whitelist')?.value ?? '';
  const allowed = new Set(['srvr', ...list.split(',').map((word) => word.trim())]);
  return (word) => !allowed.has('*') && !allowed.has(word);
}

const Choices = (props: {
  name: string;
  words: readonly string[];
  about: (word: string) => string;
  faint?: (word: string) => boolean;
  onAbout: (text: string) => void;
  onChoose: (word: string) => void;
}) => (
  <div className="server-choices" role="group" aria-label={props.name}>
    {props.words.map((word) => (
      <WordButton
        key={word}
        faint={props.faint?.(word) === true}
        about={props.about(word)}
        onAbout={() => props.onAbout(props.about(word))}
        onPress={() => props.onChoose(word)}
      >
        {word}
      </WordButton>
    ))}
  </div>
);

const Answered = ({ entry: { line, output } }: { entry: Entry }) => (
  <>
    <div className="terminal-line terminal-in">
      {'$ '}
      <b>{line}</b>
    </div>
    {output.map((printed, index) => (
      // Lines never change places.
      <PrintedLine key={`${index} ${printed.stream}`} printed={printed} />
    ))}
  </>
);

const PrintedLine = ({ printed }: { printed: Printed }) => {
  const t = useTranslations('zkServer');
  if (printed.stream !== 'note') {
    return (
      <div className={`terminal-line${printed.stream === 'err' ? ' terminal-remark' : ''}`}>
        {printed.text}
      </div>
    );
  }
  const { code, what } = printed;
  return <div className="terminal-line terminal-hint">{t(code, { name: what, port: what })}</div>;
};
