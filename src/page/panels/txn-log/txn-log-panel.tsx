import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Pid } from '../../../view/time.ts';
import type { LogEntryView } from '../../../view/zookeeper-ask.ts';
import { useAsk } from '../../sim/use-answers.ts';
import { Button } from '../../widgets/button.tsx';
import { LogCells } from './log-cells.tsx';
import { LogSearch } from './log-search.tsx';
import { RecordView } from './record-view.tsx';
import { SnapshotNote } from './snapshot-note.tsx';
import './txn-log.css';

interface TxnLogPanelProps {
  server: Pid;
  /** What a client is called. */
  nameOf: (pid: Pid) => string;
  /** Goes to the step that applied a transaction; null where there is no run. */
  onSeek: ((step: number) => void) | null;
  /** Opens the log of a real server. */
  onOpenFiles?: () => void;
}

/** The transaction log in cells, with its snapshots; a cell opens to its record. */
export const TxnLogPanel = ({ server, nameOf, onSeek, onOpenFiles }: TxnLogPanelProps) => {
  const t = useTranslations('txnLog');
  const files = useTranslations('openedFiles');
  const ask = useAsk();
  const [open, setOpen] = useState<LogEntryView | null>(null);
  const [length, setLength] = useState(0);
  const active = open?.place ?? null;

  const jump = async (entry: LogEntryView): Promise<void> => {
    if (entry.kind !== 'txn' || onSeek === null) return;
    const answer = await ask({ ask: 'txn', server, index: entry.txn.index });
    const step = answer?.txn?.step ?? null;
    if (step !== null) onSeek(step);
  };
  return (
    <div className="txn-log-room">
      <div className={open === null ? 'txn-log' : 'txn-log with-record'}>
        <section className="log-part" aria-label={t('name')}>
          <div className="row log-head">
            <LogSearch server={server} active={active} length={length} onFound={setOpen} />
            {onOpenFiles !== undefined && open === null && (
              <Button kind="quiet" onPress={onOpenFiles}>
                {files('open')}
              </Button>
            )}
          </div>
          <LogCells
            server={server}
            active={active}
            onOpen={setOpen}
            onLength={setLength}
            onJump={(entry) => void jump(entry)}
          />
        </section>
        {open?.kind === 'txn' && (
          <RecordView
            server={server}
            index={open.txn.index}
            nameOf={nameOf}
            onSeek={onSeek}
            onClose={() => setOpen(null)}
          />
        )}
        {open?.kind === 'snapshot' && (
          <SnapshotNote zxid={open.zxid} durable={open.durable} onClose={() => setOpen(null)} />
        )}
      </div>
    </div>
  );
};
