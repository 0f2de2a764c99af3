import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { Frame } from '../../../view/frame.ts';
import type { ZooKeeperClientView, ZooKeeperDetail } from '../../../view/zookeeper.ts';
import { useSize } from '../../browser/use-size.ts';
import { Button } from '../../widgets/button.tsx';
import { Console, useLabel } from './console.tsx';
import type { ConsoleActs } from './console.tsx';
import './console.css';

/** A console that is narrower than this wraps every line, CSS px. */
const LEAST_WIDTH = 340;
/** One that is lower than this shows too little, CSS px. */
const LEAST_HEIGHT = 110;

interface ConsolesProps {
  frame: Frame<ZooKeeperDetail>;
  /** The client whose console is shown, or that comes first. */
  chosen: number | null;
  sideBySide: boolean;
  /** To be looked at: as many below each other as there is room for, without their tools. */
  plain?: boolean;
  onChoose: (pid: number) => void;
  onSideBySide: (sideBySide: boolean) => void;
  acts: ConsoleActs;
}

/** The clients' consoles: one at a time, or as many side by side as there is room for. */
export const Consoles = (props: ConsolesProps) => {
  const { frame, chosen, acts, plain = false } = props;
  const place = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(place);
  const { clients } = frame.detail;
  const fit = Math.max(1, Math.floor(width / LEAST_WIDTH));
  const first = Math.max(
    0,
    clients.findIndex(({ pid }) => pid === chosen),
  );
  const shown = plain ? Math.max(1, Math.floor(height / LEAST_HEIGHT)) : props.sideBySide ? fit : 1;
  const columns = Math.min(shown, clients.length);
  // The chosen one is among them, and all are full.
  const from = Math.max(0, Math.min(first, clients.length - columns));
  return (
    <div className="consoles">
      {!plain && <ConsoleBar {...props} shown={clients[first]?.pid ?? 0} fit={fit} />}
      <div className={plain ? 'console-rows' : 'console-columns'} ref={place}>
        {clients.slice(from, from + columns).map((client) => {
          const process = frame.processes.find(({ pid }) => pid === client.pid);
          return process === undefined ? null : (
            <Console key={client.pid} client={client} process={process} acts={acts} plain={plain} />
          );
        })}
      </div>
    </div>
  );
};

/** Who there is, and what can be done about it. */
const ConsoleBar = (props: ConsolesProps & { shown: number; fit: number }) => {
  const { frame, shown, acts } = props;
  const t = useTranslations('console');
  const { clients, spare } = frame.detail;
  const [next] = spare;
  const open = async (pid: number): Promise<void> => {
    await acts.start(pid);
    props.onChoose(pid);
  };
  return (
    <div className="console-bar" role="group" aria-label={t('clients')}>
      {clients.map((client) => (
        <Chip
          key={client.pid}
          client={client}
          chosen={client.pid === shown}
          onChoose={props.onChoose}
        />
      ))}
      <Button
        kind="icon"
        aria-label={t('open')}
        title={t('open')}
        disabledReason={next === undefined ? t('noMore') : null}
        onPress={() => next !== undefined && void open(next)}
      >
        +
      </Button>
      {clients.length > 1 && (
        <Button
          kind="icon"
          aria-label={t('sideBySide')}
          aria-pressed={props.sideBySide}
          title={t('sideBySide')}
          disabledReason={props.fit < 2 && !props.sideBySide ? t('narrow') : null}
          onPress={() => props.onSideBySide(!props.sideBySide)}
        >
          <svg width="16" height="14" viewBox="0 0 16 14" aria-hidden>
            <path d="M1 1h14v12H1zM8 1v12" fill="none" stroke="currentColor" strokeWidth="1.5" />
          </svg>
        </Button>
      )}
    </div>
  );
};

const Chip = (props: {
  client: ZooKeeperClientView;
  chosen: boolean;
  onChoose: (pid: number) => void;
}) => {
  const { client, chosen, onChoose } = props;
  return (
    <button
      type="button"
      className="console-chip"
      aria-label={useLabel(client)}
      aria-pressed={chosen}
      onClick={() => onChoose(client.pid)}
    >
      {client.name}
    </button>
  );
};
