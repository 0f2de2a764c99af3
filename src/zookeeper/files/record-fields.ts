/** The fields of a record in a transaction log, each with the bytes that it stands in. */
import type { RecordField } from '../../view/zookeeper-ask.ts';
import { zxidHex } from '../../view/zxid.ts';
import type { Zxid } from '../../view/zxid.ts';
import { textOf } from '../records/utf8.ts';
import type { JuteType } from './jute-reader.ts';
import { JuteReader } from './jute-reader.ts';
import { codeNamed, readTxn, typeNamed } from './txn-codec.ts';

/** Characters of a value that are shown. */
const LONGEST = 200;
/** Checksum and length. */
const FRAME_BYTES = 12;

/** What {@link JuteReader} hands on. */
type Value = string | number | boolean | null | Zxid;

/** A reader that notes what it reads. */
class NotingReader extends JuteReader {
  readonly fields: RecordField[];
  private readonly within: string[];

  constructor(
    bytes: Uint8Array,
    offset: number,
    end: number,
    fields: RecordField[] = [],
    within: string[] = [],
  ) {
    super(bytes, offset, end);
    this.fields = fields;
    this.within = within;
  }

  override part(length: number): JuteReader {
    const { bytes, offset, fields, within } = this;
    return new NotingReader(bytes, offset, offset + length, fields, within);
  }

  protected override note<T>(name: string, type: JuteType, from: number, value: T): T {
    if (name !== '') {
      const path = [...this.within, name].join('.');
      const text = cut(shown(name, value as Value));
      this.fields.push({ name: path, type, value: text, from, to: this.offset });
    }
    return value;
  }

  protected override enter(list: string, index: number): void {
    this.within.push(`${list}[${index}]`);
  }

  protected override leave(): void {
    this.within.pop();
  }
}

/**
 * All fields of a record, in the order of their bytes; offsets count from its first byte.
 * @param record checksum, length, transaction, end mark, as they stand in the file
 * @throws BadFile when it is broken
 */
export function recordFields(record: Uint8Array): readonly RecordField[] {
  const end = record.length - 1;
  const frame = new NotingReader(record, 0, record.length);
  frame.long('checksum');
  frame.int('length');
  readTxn(new NotingReader(record, FRAME_BYTES, end, frame.fields));
  frame.offset = end;
  frame.byte('mark');
  return frame.fields;
}

function shown(name: string, value: Value): string {
  if (value === null) return 'null';
  if (typeof value === 'object') return zxidHex(value);
  switch (name) {
    case 'checksum':
    case 'treeDigest':
    case 'mark':
      return `0x${value.toString(16)}`;
    case 'type':
      return `${value} ${typeNamed(Number(value)) ?? ''}`;
    case 'err':
      return `${value} ${codeNamed(Number(value)) ?? ''}`;
    case 'data':
      return textOf(`${value}`);
    default:
      return `${value}`;
  }
}

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
