import { useTranslations } from 'use-intl';
import type { RecordField } from '../../../view/zookeeper-ask.ts';
import { meaningOf, partOf, PARTS } from './fields.ts';
import type { Part } from './fields.ts';

interface FieldTableProps {
  fields: readonly RecordField[];
  /** The field whose bytes are lit. */
  lit: number | null;
  /** The client that has a session; '' when nobody has. */
  clientOf: (session: string) => string;
  onPoint: (field: number | null) => void;
  onPress: (field: number) => void;
  /** Said below them; null: nothing. */
  note: string | null;
}

/** The fields of a record by its parts; pointing at one lights its bytes. */
export const FieldTable = (props: FieldTableProps) => {
  const t = useTranslations('txnLog');
  return (
    <table className="fields" onPointerLeave={() => props.onPoint(null)}>
      <caption className="vh">{t('fields')}</caption>
      <thead>
        <tr className="vh">
          <th scope="col">{t('field')}</th>
          <th scope="col">{t('value')}</th>
          <th scope="col">{t('type')}</th>
        </tr>
      </thead>
      {PARTS.map((part) => (
        <FieldRows key={part} part={part} {...props} />
      ))}
      {props.note !== null && (
        <tfoot>
          <tr>
            <td colSpan={3} className="quiet-text">
              {props.note}
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
};

const FieldRows = (props: FieldTableProps & { part: Part }) => {
  const t = useTranslations('txnLog');
  const { part, fields, lit, clientOf } = props;
  const rows = fields.flatMap((field, index) => (partOf(field) === part ? [{ field, index }] : []));
  if (rows.length === 0) return null;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={3} className="field-part">
          {t(`part.${part}`)}
        </th>
      </tr>
      {rows.map(({ field, index }) => {
        const meaning = meaningOf(field, clientOf);
        return (
          <tr
            key={index}
            className={index === lit ? 'lit' : undefined}
            onPointerEnter={() => props.onPoint(index)}
          >
            <th scope="row">
              <button
                type="button"
                aria-pressed={index === lit}
                title={t('bytesOf', { from: `${field.from}`, to: `${field.to - 1}` })}
                onClick={() => props.onPress(index)}
                onFocus={() => props.onPoint(index)}
                onBlur={() => props.onPoint(null)}
              >
                {field.name}
              </button>
            </th>
            <td className="mono">
              {field.value}
              {meaning !== '' && <span className="meaning"> {meaning}</span>}
            </td>
            <td className="field-type">{t(`juteType.${juteType(field.type)}`)}</td>
          </tr>
        );
      })}
    </tbody>
  );
};

const JUTE = [
  'int',
  'long',
  'byte',
  'boolean',
  'zxid',
  'session',
  'text',
  'buffer',
  'vector',
] as const;

const juteType = (type: string): (typeof JUTE)[number] =>
  JUTE.find((one) => one === type) ?? 'long';
