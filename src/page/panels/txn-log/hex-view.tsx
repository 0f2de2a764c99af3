import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { RecordField } from '../../../view/zookeeper-ask.ts';
import { useSize } from '../../browser/use-size.ts';
import { hexLines } from './hex.ts';
import type { HexLine } from './hex.ts';

/** What 16 bytes with offset and characters take, px. */
const WIDE = 560;

/** The bytes of a record, those of the lit field marked. */
export const HexView = (props: {
  bytes: string;
  fields: readonly RecordField[];
  /** Of the whole record; more than there is to see of a long one. */
  length: number;
  /** Where in its file the record begins. */
  begins: number;
  lit: number | null;
  onPoint: (field: number | null) => void;
}) => {
  const t = useTranslations('txnLog');
  const place = useRef<HTMLDivElement>(null);
  const { width } = useSize(place);
  const lines = hexLines(props.bytes, props.fields, width >= WIDE ? 16 : 8);
  const shown = props.bytes.length / 2;
  return (
    <div ref={place} className="hex" onPointerLeave={() => props.onPoint(null)}>
      <p className="vh">{t('bytes')}</p>
      {lines.map((line) => (
        <Line key={line.offset} {...props} line={line} />
      ))}
      {shown < props.length && (
        <p className="quiet-text">{t('cut', { shown: `${shown}`, length: `${props.length}` })}</p>
      )}
    </div>
  );
};

const Line = (props: {
  line: HexLine;
  begins: number;
  lit: number | null;
  onPoint: (field: number | null) => void;
}) => {
  const { line, lit } = props;
  const runs = (what: 'hex' | 'text') =>
    line.runs.map((run, i) => (
      <span
        key={i}
        className={run.field === lit ? 'run lit' : 'run'}
        onPointerEnter={() => props.onPoint(run.field === -1 ? null : run.field)}
      >
        {run[what]}
      </span>
    ));
  return (
    <div className="hex-line">
      <span className="hex-offset">
        {(props.begins + line.offset).toString(16).padStart(6, '0')}
      </span>
      <span className="hex-bytes">{runs('hex')}</span>
      <span className="hex-text" aria-hidden="true">
        {runs('text')}
      </span>
    </div>
  );
};
