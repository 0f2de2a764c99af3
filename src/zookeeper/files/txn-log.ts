/** Transaction logs, `log.<hex zxid>` [FileTxnLog, FilePadding]. */
import type { Txn } from '../records/txns.ts';
import { adler32 } from './adler32.ts';
import { BadFile } from './bad-file.ts';
import { JuteReader } from './jute-reader.ts';
import { JuteWriter } from './jute-writer.ts';
import { readTxn, writeTxn } from './txn-codec.ts';

const MAGIC = 'ZKLG';
const VERSION = 2;
/** Checksum and length in front of a transaction. */
const FRAME_BYTES = 12;
/** Behind each transaction: without it the record was not written to its end. */
const END_MARK = 0x42;
/** jute.maxbuffer and as much again; a server that is told to takes longer ones. */
const MOST_BYTES = 2 * 0xfffff;
/** The file is made longer when less than this is left of it. */
const PADDING_MARGIN = 4096;

/** One record, and where it stands. */
export interface LogRecord {
  /** Of its checksum, the first byte. */
  readonly offset: number;
  /** Of the transaction's own bytes, which begin 12 bytes behind `offset`. */
  readonly length: number;
  readonly checksum: number;
  readonly txn: Txn;
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

/** @throws BadFile when it is no log, or one of another version */
export const readLogHeader = (bytes: Uint8Array): FileHeader =>
  readHeader(new JuteReader(bytes), MAGIC, 'transaction log');

/**
 * The records of a log, one after the other, as they are asked for.
 * @throws BadFile where the file is broken; a real server then refuses to start
 */
export function* readTxnLog(bytes: Uint8Array): Generator<LogRecord, LogEnd> {
  const reader = new JuteReader(bytes);
  readHeader(reader, MAGIC, 'transaction log');
  for (;;) {
    const offset = reader.offset;
    if (reader.rest === 0) return { kind: 'end', offset };
    if (reader.rest < FRAME_BYTES) return { kind: 'partial', offset };
    const checksum = reader.long();
    const length = reader.int();
    if (length === 0) return { kind: 'padding', offset };
    if (length < 0 || length > MOST_BYTES) {
      // The real server's words, after which it exits [BinaryInputArchive.checkLength].
      throw new BadFile('bad-length', offset + 8, `Unreasonable length = ${length}`);
    }
    // A mark that is missing means that the server died while it wrote; nothing is lost but this.
    if (length + 1 > reader.rest || bytes[reader.offset + length] !== END_MARK) {
      return { kind: 'partial', offset };
    }
    const start = reader.offset;
    const found = adler32(bytes, start, start + length);
    if (found !== checksum) {
      throw new BadFile(
        'bad-checksum',
        offset,
        `checksum ${hex(checksum)}, but the record's bytes give ${hex(found)}`,
      );
    }
    const txn = readTxn(new JuteReader(bytes, start, start + length));
    reader.offset = start + length + 1;
    yield { offset, length, checksum, txn };
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
  writer.raw(MAGIC);
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

/** [FilePadding.calculateFileSizeWithPadding] */
export function paddedSize(position: number, size: number, preAllocSize: number): number {
  if (preAllocSize <= 0 || position + PADDING_MARGIN < size) return size;
  if (position <= size) return size + preAllocSize;
  const longer = position + preAllocSize;
  return longer - (longer % preAllocSize);
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
