import type { Zxid } from '../../view/zxid.ts';
import { textOf } from '../records/utf8.ts';
import type { Bytes, SessionId } from '../records/values.ts';
import { BadFile } from './bad-file.ts';

/** jute.maxbuffer and as much again; a server that is told to takes longer ones. */
export const MOST_BYTES = 2 * 0xfffff;

/** The real server's words, after which it exits [BinaryInputArchive.checkLength]. */
export const unreasonable = (offset: number, length: number): BadFile =>
  new BadFile('bad-length', offset, `Unreasonable length = ${length}`);

/**
 * A string of which data is cut: many pieces of a long one take less memory than as many strings, which
 * are copied again and again before they come to stay.
 */
export interface Cut {
  readonly whole: Bytes;
  /** How many bytes it begins before those that are read. */
  readonly ahead: number;
}

/** What a reader is told of its bytes. */
interface About {
  /** How many are still to come behind the last one. */
  readonly more?: number;
  /** The same as a string. */
  readonly source?: Cut | null;
}

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
  private readonly more: number;
  private readonly source: Cut | null;
  private readonly view: DataView;

  /** @param end the first byte that is not to be read */
  constructor(
    bytes: Uint8Array,
    offset = 0,
    end = bytes.length,
    { more = 0, source = null }: About = {},
  ) {
    this.bytes = bytes;
    this.offset = offset;
    this.end = end;
    this.more = more;
    this.source = source;
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
    if (length > MOST_BYTES) throw unreasonable(start, length);
    const at = this.take(length);
    return this.note(name, 'buffer', start, this.bytesFrom(at, length));
  }

  /** A null text is empty here: no record of ZooKeeper tells the two apart. */
  text(name = ''): string {
    const start = this.offset;
    return this.note(name, 'text', start, textOf(this.buffer() ?? ''));
  }

  /**
   * How many items a list has.
   * @param least bytes that an item takes at least, so that a wrong count is found at once
   */
  count(least: number, name = ''): number {
    const start = this.offset;
    const count = this.int();
    if (count < -1 || count * least > this.rest + this.more) {
      throw new BadFile('bad-length', start, `a list of ${count} items`);
    }
    return this.note(name, 'vector', start, count);
  }

  vector<T>(item: () => T, least: number, name = ''): T[] {
    const count = this.count(least, name);
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
    const { bytes, offset, source } = this;
    return new JuteReader(bytes, offset, offset + length, { source });
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

  private bytesFrom(at: number, length: number): Bytes {
    if (this.source === null) return bytesOf(this.bytes.subarray(at, at + length));
    const { whole, ahead } = this.source;
    return whole.slice(ahead + at, ahead + at + length);
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
export function bytesOf(bytes: Uint8Array): Bytes {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE)
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return text;
}

const PIECE = 8192;
