/** A file of a server that comes in parts: what stands in it decides what it is, not its name. */
import { LOG_MAGIC } from '../../zookeeper/files/txn-log.ts';
import { LogReading } from './read-log.ts';
import type { ReadLog, ReadNothing } from './read-log.ts';
import { isSnapshot, SnapshotReading } from './read-snapshot.ts';
import type { ReadSnapshot } from './read-snapshot.ts';

/** What came of a file. */
export type Read = ReadLog | ReadSnapshot | ReadNothing;

/** Bytes that say what a file is. */
const HEAD = 4;
/** Bytes that are read at once of one that is here whole. */
const PART = 100_000;
const NOTHING = new Uint8Array(0);

/** What it counts as, of the records that may be opened. */
export const recordsOf = (one: Read): number => ('kind' in one ? 0 : one.records);

/** Bytes that it takes of those that may be read. */
export function takenBy(one: Read): number {
  if ('written' in one) return one.written;
  return 'content' in one ? one.size : 0;
}

/** Reads a file as it comes; the parts themselves are not kept. */
export class FileReading {
  private readonly begun: (head: Uint8Array) => LogReading | SnapshotReading;
  /** What has come as long as it does not say what the file is. */
  private head = NOTHING;
  private reading: LogReading | SnapshotReading | null = null;
  /** Whether it begins as a log does: behind what such a one says there may be zeros. */
  isLog = false;
  private came = 0;

  /**
   * @param most records that it may hold
   * @param size bytes of the file; Infinity when nobody knows
   */
  constructor(name: string, most: number, size: number) {
    this.begun = (head) =>
      isSnapshot(head) ? new SnapshotReading(name, most, size) : new LogReading(name, most);
  }

  take(part: Uint8Array): void {
    this.came += part.length;
    if (this.reading !== null) {
      this.reading.take(part, false);
      return;
    }
    const head = new Uint8Array(this.head.length + part.length);
    head.set(this.head);
    head.set(part, this.head.length);
    this.head = head;
    if (head.length >= HEAD) this.begin();
  }

  /** Bytes in which there can be something, as far as is known. */
  get written(): number {
    return this.isLog ? (this.reading?.written ?? 0) : this.came;
  }

  /** Whether what comes now is of no use. */
  get isOver(): boolean {
    return this.reading?.isOver ?? false;
  }

  /** There is more of it, which need not be read. */
  skip(bytes: number): void {
    this.came += bytes;
    this.reading?.skip(bytes);
  }

  /** What has been read, when nothing more comes. */
  get read(): Read {
    const reading = this.reading ?? this.begin();
    reading.take(NOTHING, true);
    return reading.read;
  }

  private begin(): LogReading | SnapshotReading {
    const reading = this.begun(this.head);
    this.isLog = String.fromCharCode(...this.head.subarray(0, HEAD)) === LOG_MAGIC;
    reading.take(this.head, false);
    this.head = NOTHING;
    this.reading = reading;
    return reading;
  }
}

/**
 * A file that is here whole.
 * @param tell hears how many bytes have been read
 */
export function readWhole(
  name: string,
  bytes: Uint8Array,
  most: number,
  tell: (done: number) => void = () => {},
): Read {
  const reading = new FileReading(name, most, bytes.length);
  for (let from = 0; from < bytes.length; from += PART) {
    const part = bytes.subarray(from, from + PART);
    reading.take(part);
    tell(from + part.length);
  }
  return reading.read;
}
