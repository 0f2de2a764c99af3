import type { Zxid } from '../../view/zxid.ts';
import { textOf } from '../records/utf8.ts';
import type { Bytes, SessionId } from '../records/values.ts';
import { BadFile } from './bad-file.ts';

/** The types of jute, as far as ZooKeeper's records use them. */
export type JuteType =
  | 'int'
  | 'long'
  | 'byte'
  | 'boolean'
  | 'zxid'
  | 'session'
  | 'text'
  | 'buffer'
  | 'vector';

/**
 * Reads the fields of jute records one behind the other [BinaryInputArchive]. Whoever reads may name
 * the fields: this reader does not care, one that notes them does (`NotingReader`).
 * @throws BadFile, with the offset, when there is less than a field needs
 */
export class JuteReader {
  readonly bytes: Uint8Array;
  offset: number;
  readonly end: number;
  private readonly view: DataView;

  /** @param end the first byte that is not to be read */
  constructor(bytes: Uint8Array, offset = 0, end = bytes.length) {
    this.bytes = bytes;
    this.offset = offset;
    this.end = end;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get rest(): number {
    return this.end - this.offset;
  }

  int(name = ''): number {
    const at = this.take(4);
    return this.note(name, 'int', at, this.view.getInt32(at));
  }

  byte(name = ''): number {
    const at = this.take(1);
    return this.note(name, 'byte', at, this.view.getUint8(at));
  }

  boolean(name = ''): boolean {
    const at = this.offset;
    return this.note(name, 'boolean', at, this.byte() !== 0);
  }

  /** The two halves of eight bytes, unsigned: an epoch and a counter. */
  zxid(name = ''): Zxid {
    const at = this.take(8);
    const zxid = { epoch: this.view.getUint32(at), counter: this.view.getUint32(at + 4) };
    return this.note(name, 'zxid', at, zxid);
  }

  /** Eight bytes as a number: exact up to 2^53, which no time and no checksum passes. */
  long(name = ''): number {
    const at = this.take(8);
    const value = this.view.getInt32(at) * 2 ** 32 + this.view.getUint32(at + 4);
    return this.note(name, 'long', at, value);
  }

  session(name = ''): SessionId {
    const at = this.offset;
    const { epoch, counter } = this.zxid();
    const low = counter.toString(16);
    const id = epoch === 0 ? `0x${low}` : `0x${epoch.toString(16)}${low.padStart(8, '0')}`;
    return this.note(name, 'session', at, id);
  }

  /** Length −1 is null. */
  buffer(name = ''): Bytes | null {
    const start = this.offset;
    const length = this.int();
    if (length === -1) return this.note(name, 'buffer', start, null);
    if (length < 0) throw new BadFile('bad-length', start, `a length of ${length}`);
    return this.note(name, 'buffer', start, bytesAt(this.bytes, this.take(length), length));
  }

  /** A null text is empty here: no record of ZooKeeper tells the two apart. */
  text(name = ''): string {
    const start = this.offset;
    return this.note(name, 'text', start, textOf(this.buffer() ?? ''));
  }

  /** @param least bytes that an item takes at least, so that a wrong count is found at once */
  vector<T>(item: () => T, least: number, name = ''): T[] {
    const start = this.offset;
    const count = this.int();
    if (count < -1 || count * least > this.rest) {
      throw new BadFile('bad-length', start, `a list of ${count} items`);
    }
    this.note(name, 'vector', start, count);
    const items: T[] = [];
    for (let i = 0; i < count; i++) {
      this.enter(name, i);
      items.push(item());
      this.leave();
    }
    return items;
  }

  /** A reader of the same nature for the next bytes alone. */
  part(length: number): JuteReader {
    return new JuteReader(this.bytes, this.offset, this.offset + length);
  }

  /** Called with each field; `from`: its first byte, the last one is before `offset`. */
  protected note<T>(_name: string, _type: JuteType, _from: number, value: T): T {
    return value;
  }

  /** What is read next belongs to an item of a list. */
  protected enter(_list: string, _index: number): void {
    // Nobody listens.
  }

  protected leave(): void {
    // Nobody listens.
  }

  private take(count: number): number {
    const at = this.offset;
    if (count > this.rest) {
      throw new BadFile('truncated', at, `${count} bytes expected, ${this.rest} left`);
    }
    this.offset += count;
    return at;
  }
}

/** In pieces: a call takes only so many arguments. */
function bytesAt(bytes: Uint8Array, start: number, length: number): Bytes {
  let text = '';
  for (let at = start; at < start + length; at += PIECE) {
    text += String.fromCharCode(...bytes.subarray(at, Math.min(at + PIECE, start + length)));
  }
  return text;
}

const PIECE = 8192;
