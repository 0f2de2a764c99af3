/** Transaction logs, `log.<hex zxid>` [FileTxnLog, FilePadding]. */
import type { Txn } from '../records/txns.ts';
import { paddedSize } from '../server/sizes.ts';
import { adler32 } from './adler32.ts';
import { BadFile } from './bad-file.ts';
import { Incoming } from './incoming.ts';
import { bytesOf, JuteReader, MOST_BYTES, unreasonable } from './jute-reader.ts';
import type { Cut } from './jute-reader.ts';
import { JuteWriter } from './jute-writer.ts';
import { readTxn, writeTxn } from './txn-codec.ts';

export const LOG_MAGIC = 'ZKLG';
const VERSION = 2;
/** Checksum and length in front of a transaction. */
export const FRAME_BYTES = 12;
/** Behind each transaction: without it the record was not written to its end. */
const END_MARK = 0x42;

/** One record, and where it stands. */
export interface LogRecord {
  /** Of its checksum, the first byte. */
  readonly offset: number;
  /** Of the transaction's own bytes, which begin 12 bytes behind `offset`. */
  readonly length: number;
  readonly checksum: number;
  readonly txn: Txn;
  /** All of it: checksum, length, transaction, mark. */
  readonly bytes: Uint8Array;
}

/** How a log ends: at zeros, at its last byte, or in a record that was not written to its end. */
export interface LogEnd {
  readonly kind: 'padding' | 'end' | 'partial';
  readonly offset: number;
}

/** What both kinds of files begin with. */
export interface FileHeader {
  readonly version: number;
  /** 0 in a log, −1 in a snapshot, as every ZooKeeper writes them. */
  readonly dbid: number;
}

/** Magic, version and dbid. */
export const HEADER_BYTES = 16;

/** A log that comes in parts: what has been read of one is let go when the next comes. */
export class TxnLogReader {
  /** Null before enough of the file has come. */
  header: FileHeader | null = null;
  private readonly incoming = new Incoming();
  /** Bytes without which there is nothing to be read. */
  private needs = HEADER_BYTES;

  /** The part itself is not kept. */
  take(part: Uint8Array): void {
    this.incoming.take(part);
  }

  /**
   * The records that have come whole, one after the other, as they are asked for; the bytes of one hold
   * until the next part is taken.
   * @param whole nothing more comes
   * @returns how the log ends; null: it goes on in what has not come yet
   * @throws BadFile where the file is broken; a real server then refuses to start
   */
  *records(whole: boolean): Generator<LogRecord, LogEnd | null> {
    let bytes = this.incoming.waiting;
    if (!whole && bytes.length < this.needs) return null;
    if (this.header === null) {
      this.header = readHeader(new JuteReader(bytes), LOG_MAGIC, 'transaction log');
      bytes = this.pass(HEADER_BYTES);
    }
    const [begin, text] = [this.incoming.base, bytesOf(bytes)];
    for (;;) {
      const offset = this.incoming.base;
      if (bytes.length === 0) return whole ? { kind: 'end', offset } : null;
      const unfinished: LogEnd | null = whole ? { kind: 'partial', offset } : null;
      if (bytes.length < FRAME_BYTES) return unfinished;
      const frame = new JuteReader(bytes);
      const checksum = frame.long();
      const length = frame.int();
      if (length === 0) return { kind: 'padding', offset };
      if (length < 0 || length > MOST_BYTES) throw unreasonable(offset + 8, length);
      const end = FRAME_BYTES + length;
      if (end + 1 > bytes.length) {
        this.needs = end + 1;
        return unfinished;
      }
      // A mark that is missing means that the server died while it wrote; nothing is lost but this.
      if (bytes[end] !== END_MARK) return { kind: 'partial', offset };
      const found = adler32(bytes, FRAME_BYTES, end);
      if (found !== checksum) {
        throw new BadFile(
          'bad-checksum',
          offset,
          `checksum ${hex(checksum)}, but the record's bytes give ${hex(found)}`,
        );
      }
      const record = bytes.subarray(0, end + 1);
      const txn = txnIn(bytes.subarray(0, end), offset, { whole: text, ahead: offset - begin });
      bytes = this.pass(end + 1);
      yield { offset, length, checksum, txn, bytes: record };
    }
  }

  /** What comes behind so many bytes, of which nothing is needed any more. */
  private pass(count: number): Uint8Array {
    this.incoming.pass(count);
    this.needs = FRAME_BYTES;
    return this.incoming.waiting;
  }
}

/** @param frame checksum, length and transaction @param offset where in the file that begins */
function txnIn(frame: Uint8Array, offset: number, source: Cut): Txn {
  try {
    return readTxn(new JuteReader(frame, FRAME_BYTES, frame.length, { source }));
  } catch (error) {
    throw error instanceof BadFile ? error.behind(offset) : error;
  }
}

/** One record as bytes: checksum, length, transaction, mark. */
export function logRecord(txn: Txn): Uint8Array {
  const inner = new JuteWriter();
  writeTxn(inner, txn);
  const bytes = inner.done();
  const writer = new JuteWriter();
  writer.long(adler32(bytes));
  writer.int(bytes.length);
  writer.raw(bytes);
  writer.byte(END_MARK);
  return writer.done();
}

/**
 * A whole log.
 * @param preAllocSize bytes of zeros by which the file grows; 0: none
 */
export function writeTxnLog(txns: readonly Txn[], preAllocSize: number): Uint8Array {
  const writer = new JuteWriter();
  writer.raw(LOG_MAGIC);
  writer.int(VERSION);
  writer.long(0);
  let size = writer.size;
  for (const txn of txns) {
    size = paddedSize(writer.size, size, preAllocSize);
    writer.raw(logRecord(txn));
  }
  const bytes = new Uint8Array(Math.max(size, writer.size));
  bytes.set(writer.done());
  return bytes;
}

/** @throws BadFile when the file is of another kind or version */
export function readHeader(reader: JuteReader, magic: string, kind: string): FileHeader {
  const found = String.fromCharCode(...reader.bytes.subarray(0, magic.length));
  if (found !== magic) throw new BadFile('bad-magic', 0, `no ${kind}: it begins without ${magic}`);
  reader.offset = magic.length;
  const version = reader.int();
  if (version !== VERSION) {
    throw new BadFile(
      'bad-version',
      magic.length,
      `version ${version} of the format, not ${VERSION}`,
    );
  }
  return { version, dbid: reader.long() };
}

const hex = (value: number): string => `0x${value.toString(16)}`;
