import type { Zxid } from '../../view/zxid.ts';
import { utf8Of } from '../records/utf8.ts';
import type { Bytes, SessionId } from '../records/values.ts';

/** Writes the fields of jute records one behind the other [BinaryOutputArchive]. */
export class JuteWriter {
  private bytes = new Uint8Array(256);
  private view = new DataView(this.bytes.buffer);
  private length = 0;

  get size(): number {
    return this.length;
  }

  int(value: number): void {
    const at = this.grow(4);
    this.view.setInt32(at, value);
  }

  byte(value: number): void {
    const at = this.grow(1);
    this.view.setUint8(at, value);
  }

  boolean(value: boolean): void {
    this.byte(value ? 1 : 0);
  }

  zxid({ epoch, counter }: Zxid): void {
    const at = this.grow(8);
    this.view.setUint32(at, epoch);
    this.view.setUint32(at + 4, counter);
  }

  long(value: number): void {
    const at = this.grow(8);
    this.view.setInt32(at, Math.floor(value / 2 ** 32));
    this.view.setUint32(at + 4, value % 2 ** 32);
  }

  session(session: SessionId): void {
    const digits = session.slice(2).padStart(16, '0');
    const half = (from: number): number => Number.parseInt(digits.slice(from, from + 8), 16);
    this.zxid({ epoch: half(0), counter: half(8) });
  }

  buffer(value: Bytes | null): void {
    this.int(value === null ? -1 : value.length);
    this.raw(value ?? '');
  }

  text(value: string): void {
    this.buffer(utf8Of(value));
  }

  /** Without a length. */
  raw(value: Bytes | Uint8Array): void {
    const at = this.grow(value.length);
    if (typeof value !== 'string') {
      this.bytes.set(value, at);
      return;
    }
    for (let i = 0; i < value.length; i++) this.bytes[at + i] = value.charCodeAt(i);
  }

  vector<T>(items: readonly T[], item: (value: T) => void): void {
    this.int(items.length);
    for (const value of items) item(value);
  }

  /** All that has been written, not copied: it holds until something is written. */
  done(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  /** Begins anew in the same memory: what was written before holds no longer. */
  clear(): void {
    this.length = 0;
  }

  /** Makes room and returns where it begins. */
  private grow(count: number): number {
    const at = this.length;
    this.length += count;
    if (this.length > this.bytes.length) {
      const larger = new Uint8Array(Math.max(this.length, this.bytes.length * 2));
      larger.set(this.bytes);
      this.bytes = larger;
      this.view = new DataView(larger.buffer);
    }
    return at;
  }
}
