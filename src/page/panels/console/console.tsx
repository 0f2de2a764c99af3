import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { ProcessView } from '../../../view/frame.ts';
import type { ZooKeeperClientView } from '../../../view/zookeeper.ts';
import { Button } from '../../widgets/button.tsx';
import type { CommandLineHandle } from '../terminal/command-line.tsx';
import type { Completion } from '../terminal/completing.ts';
import type { LineHistory } from '../terminal/line-history.ts';
import { Terminal } from '../terminal/terminal.tsx';
import { ConsoleLog } from './console-log.tsx';
import type { UseConsole } from './console-log.tsx';

/** What a console may do, for a client. */
export interface ConsoleActs {
  /** Types a line; resolves when it has been carried out, or when time goes on by itself. */
  readonly type: (pid: number, line: string) => Promise<unknown>;
  readonly complete: (pid: number, line: string, cursor: number) => Promise<Completion | null>;
  readonly start: (pid: number) => Promise<unknown>;
  readonly close: (client: ZooKeeperClientView, process: ProcessView) => Promise<unknown>;
  readonly historyOf: (pid: number) => LineHistory;
  /** Keeps a question answered; a hook. */
  readonly useConsole: UseConsole;
}

/** The console of one client. */
export const Console = (props: {
  client: ZooKeeperClientView;
  process: ProcessView;
  acts: ConsoleActs;
  plain: boolean;
}) => {
  const { client, process, acts, plain } = props;
  const t = useTranslations('console');
  const field = useRef<CommandLineHandle>(null);
  const { pid, name, prompt, busy, program } = client;
  const label = useLabel(client);
  return (
    <section className="console" aria-label={label}>
      <div className="console-tools">
        <b aria-hidden>{name}</b>
        {!plain && (
          <Button
            kind="icon"
            aria-label={t('close', { console: label })}
            title={t('closeText', { name })}
            onPress={() => void acts.close(client, process)}
          >
            ×
          </Button>
        )}
      </div>
      <Terminal
        field={field}
        command={program === 'zkCli' ? t('command') : t('otherCommand', { program })}
        output={program === 'zkCli' ? t('output') : t('otherOutput', { program })}
        prompt={busy ? '' : prompt === '' ? '> ' : prompt}
        history={acts.historyOf(pid)}
        onLine={(line) => acts.type(pid, line)}
        onComplete={(line, cursor) => acts.complete(pid, line, cursor)}
        closed={<Closed {...props} />}
        isClosed={!isReading(client, process)}
      >
        <ConsoleLog
          client={client}
          onTake={(line) => field.current?.type(line)}
          useConsole={acts.useConsole}
        />
      </Terminal>
    </section>
  );
};

/** What the console of a client is called, whatever runs there; a hook. */
export const useLabel = ({
  program,
  name,
}: Pick<ZooKeeperClientView, 'program' | 'name'>): string =>
  useTranslations('console')('of', { program, name });

/** Whether what is typed reaches a program. */
const isReading = ({ ended }: ZooKeeperClientView, { liveness }: ProcessView): boolean =>
  liveness === 'up' && !ended;

const Closed = (props: {
  client: ZooKeeperClientView;
  process: ProcessView;
  acts: ConsoleActs;
}) => {
  const { client, process, acts } = props;
  const t = useTranslations('console');
  const label = useLabel(client);
  const { name, pid, ended } = client;
  const { liveness } = process;
  if (liveness === 'paused') return <p className="console-closed">{t('paused', { name })}</p>;
  return (
    <p className="console-closed">
      {ended && liveness === 'up' ? t('ended', { console: label }) : t('down', { name })}
      <Button onPress={() => void acts.start(pid)}>{t('start', { name })}</Button>
    </p>
  );
};
