import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Pid } from '../../../view/time.ts';
import type { TxnView } from '../../../view/zookeeper-ask.ts';
import { zxidHex, zxidText } from '../../../view/zxid.ts';
import { useAsked } from '../../sim/use-answers.ts';
import { Button } from '../../widgets/button.tsx';
import { FieldTable } from './field-table.tsx';
import { HexView } from './hex-view.tsx';

interface RecordViewProps {
  server: Pid;
  index: number;
  nameOf: (pid: Pid) => string;
  onSeek: ((step: number) => void) | null;
  onClose: () => void;
}

/** A transaction's record: where it stands, every field, every byte. */
export const RecordView = ({ server, index, nameOf, onSeek, onClose }: RecordViewProps) => {
  const t = useTranslations('txnLog');
  const answer = useAsked({ ask: 'txn', server, index });
  /** The field whose bytes are lit: what is pointed at, else what was pressed. */
  const [pointed, setPointed] = useState<number | null>(null);
  const [pressed, setPressed] = useState<number | null>(null);
  const txn = answer?.txn ?? null;
  const name = txn === null ? t('record') : t('recordName', { zxid: zxidText(txn.zxid) });
  const lit = pointed ?? pressed;
  const step = txn?.step ?? null;
  return (
    <section className="record" aria-label={name}>
      <header className="row record-head">
        {txn !== null && (
          <>
            <h3>
              {zxidText(txn.zxid)} <span className="mono">{`${txn.type} ${txn.path}`.trim()}</span>
            </h3>
            <p className="quiet-text record-where">
              <Where txn={txn} />
            </p>
          </>
        )}
        {onSeek !== null && (
          <Button
            kind="quiet"
            disabledReason={step === null ? t('noEvent') : null}
            onPress={() => {
              if (step !== null) onSeek(step);
            }}
          >
            {t('toEvent')}
          </Button>
        )}
        <Button kind="quiet" onPress={onClose}>
          {t('close')}
        </Button>
      </header>
      {answer !== null && txn === null && <p className="quiet-text">{t('gone')}</p>}
      {txn !== null && (
        <div className="record-body">
          <FieldTable
            fields={txn.fields}
            lit={lit}
            clientOf={(session) =>
              session === txn.session && txn.client !== null ? nameOf(txn.client) : ''
            }
            onPoint={setPointed}
            onPress={(field) => setPressed(field === pressed ? null : field)}
            note={
              txn.fields.length < txn.fieldCount
                ? t('cutFields', { shown: `${txn.fields.length}`, count: `${txn.fieldCount}` })
                : null
            }
          />
          <HexView
            bytes={txn.bytes}
            fields={txn.fields}
            length={txn.length}
            begins={txn.offset ?? 0}
            lit={lit}
            onPoint={setPointed}
          />
        </div>
      )}
    </section>
  );
};

/** `log.1, from byte 16, 57 bytes; zxid 0x1`. */
const Where = ({ txn }: { txn: TxnView }) => {
  const t = useTranslations('txnLog');
  const { file, offset, zxid } = txn;
  const said = { file, length: `${txn.length}`, hex: zxidHex(zxid) };
  return offset === null ? t('whereUncounted', said) : t('where', { ...said, offset: `${offset}` });
};
