import type { Zxid } from '../../view/zxid.ts';
import { textOf } from '../records/utf8.ts';
import type { Bytes, SessionId } from '../records/values.ts';
import { BadFile } from './bad-file.ts';

/**
 * Reads the fields of jute records one behind the other [BinaryInputArchive].
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

  int(): number {
    return this.view.getInt32(this.take(4));
  }

  byte(): number {
    return this.view.getUint8(this.take(1));
  }

  boolean(): boolean {
    return this.byte() !== 0;
  }

  /** The two halves of eight bytes, unsigned: an epoch and a counter. */
  zxid(): Zxid {
    const at = this.take(8);
    return { epoch: this.view.getUint32(at), counter: this.view.getUint32(at + 4) };
  }

  /** Eight bytes as a number: exact up to 2^53, which no time and no checksum passes. */
  long(): number {
    const at = this.take(8);
    return this.view.getInt32(at) * 2 ** 32 + this.view.getUint32(at + 4);
  }

  session(): SessionId {
    const { epoch, counter } = this.zxid();
    const low = counter.toString(16);
    return epoch === 0 ? `0x${low}` : `0x${epoch.toString(16)}${low.padStart(8, '0')}`;
  }

  /** Length −1 is null. */
  buffer(): Bytes | null {
    const start = this.offset;
    const length = this.int();
    if (length === -1) return null;
    if (length < 0) throw new BadFile('bad-length', start, `a length of ${length}`);
    return bytesAt(this.bytes, this.take(length), length);
  }

  /** A null text is empty here: no record of ZooKeeper tells the two apart. */
  text(): string {
    return textOf(this.buffer() ?? '');
  }

  /** @param least bytes that an item takes at least, so that a wrong count is found at once */
  vector<T>(item: () => T, least: number): T[] {
    const start = this.offset;
    const count = this.int();
    if (count < -1 || count * least > this.rest) {
      throw new BadFile('bad-length', start, `a list of ${count} items`);
    }
    const items: T[] = [];
    for (let i = 0; i < count; i++) items.push(item());
    return items;
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
