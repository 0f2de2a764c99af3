/** Snapshots, `snapshot.<hex zxid>`, as they stand on disk [FileSnap, SnapStream]. */
import type { Zxid } from '../../view/zxid.ts';
import type { Acl } from '../records/acl.ts';
import type { StatPersisted } from '../records/stat.ts';
import type { Bytes, SessionId } from '../records/values.ts';
import { adler32 } from './adler32.ts';
import { BadFile } from './bad-file.ts';
import { JuteReader } from './jute-reader.ts';
import { JuteWriter } from './jute-writer.ts';
import { DIGEST_VERSION, readAcls, writeAcls } from './txn-codec.ts';
import { readHeader } from './txn-log.ts';
import type { FileHeader } from './txn-log.ts';

const MAGIC = 'ZKSN';
const VERSION = 2;
const STAT_BYTES = 60;
/** Stands behind the last node, and behind each checksum. */
const END = '/';

export interface SnapshotSession {
  readonly session: SessionId;
  /** ms */
  readonly timeout: number;
}

export interface SnapshotAcl {
  readonly number: number;
  readonly acl: readonly Acl[];
}

export interface SnapshotNode {
  /** `''` for the root. */
  readonly path: string;
  readonly data: Bytes | null;
  /** Number of its ACL; −1: open to everybody. */
  readonly acl: number;
  readonly stat: StatPersisted;
}

/** All that stands in a snapshot, in its order. */
export interface Snapshot {
  readonly header: FileHeader;
  readonly sessions: readonly SnapshotSession[];
  readonly acls: readonly SnapshotAcl[];
  readonly nodes: readonly SnapshotNode[];
  /** Where each node begins, as many as there are nodes; and where the first checksum stands. */
  readonly offsets: readonly number[];
  readonly checksumOffset: number;
  /** Of the last transaction when it was written; null in files of before 3.6. */
  readonly digest: { readonly zxid: Zxid; readonly digest: number } | null;
}

/** What of a snapshot is to be written. */
export type SnapshotContent = Omit<Snapshot, 'header' | 'offsets' | 'checksumOffset'>;

/**
 * @param tell hears of each session, entry of an ACL and node where it begins, before it is read
 * @throws BadFile where the file is broken; a real server then takes an older one
 */
export function readSnapshot(
  bytes: Uint8Array,
  tell: (offset: number) => void = () => {},
): Snapshot {
  const reader = new JuteReader(bytes);
  const header = readHeader(reader, MAGIC, 'snapshot');
  const begins = (): void => tell(reader.offset);
  const sessions = reader.vector(() => {
    begins();
    return { session: reader.session(), timeout: reader.int() };
  }, 12);
  const acls = reader.vector(() => {
    begins();
    return { number: reader.long(), acl: readAcls(reader, begins) };
  }, 12);
  const nodes: SnapshotNode[] = [];
  const offsets: number[] = [];
  for (;;) {
    const offset = reader.offset;
    const path = reader.text();
    if (path === END) break;
    offsets.push(offset);
    tell(offset);
    nodes.push({ path, data: reader.buffer(), acl: reader.long(), stat: readStat(reader) });
  }
  const checksumOffset = reader.offset;
  checkSeal(reader);
  const content = { header, sessions, acls, nodes, offsets, checksumOffset };
  if (reader.rest === 0) return { ...content, digest: null };
  const zxid = reader.zxid();
  reader.int();
  const digest = reader.long();
  checkSeal(reader);
  if (reader.rest > 0) {
    throw new BadFile('too-long', reader.offset, `${reader.rest} bytes behind the snapshot`);
  }
  return { ...content, digest: { zxid, digest } };
}

export function writeSnapshot({ sessions, acls, nodes, digest }: SnapshotContent): Uint8Array {
  const writer = new JuteWriter();
  writer.raw(MAGIC);
  writer.int(VERSION);
  writer.long(-1);
  writer.vector(sessions, ({ session, timeout }) => {
    writer.session(session);
    writer.int(timeout);
  });
  writer.vector(acls, ({ number, acl }) => {
    writer.long(number);
    writeAcls(writer, acl);
  });
  for (const { path, data, acl, stat } of nodes) {
    writer.text(path);
    writer.buffer(data);
    writer.long(acl);
    writeStat(writer, stat);
  }
  writer.text(END);
  seal(writer);
  if (digest !== null) {
    writer.zxid(digest.zxid);
    writer.int(DIGEST_VERSION);
    writer.long(digest.digest);
    seal(writer);
  }
  return writer.done();
}

/** Each checksum is of everything before it, earlier checksums included. */
function seal(writer: JuteWriter): void {
  writer.long(adler32(writer.done()));
  writer.text(END);
}

function checkSeal(reader: JuteReader): void {
  const at = reader.offset;
  const found = adler32(reader.bytes, 0, at);
  const checksum = reader.long();
  if (checksum !== found) {
    const [stands, gives] = [checksum, found].map((value) => `0x${value.toString(16)}`);
    throw new BadFile('bad-checksum', at, `checksum ${stands}, but the file's bytes give ${gives}`);
  }
  const end = reader.offset;
  if (reader.text() !== END) throw new BadFile('bad-checksum', end, 'no / behind the checksum');
}

function readStat(reader: JuteReader): StatPersisted {
  if (reader.rest < STAT_BYTES) {
    throw new BadFile('truncated', reader.offset, `a stat takes ${STAT_BYTES} bytes`);
  }
  const czxid = reader.zxid();
  const mzxid = reader.zxid();
  const ctime = reader.long();
  const mtime = reader.long();
  const version = reader.int();
  const cversion = reader.int();
  const aversion = reader.int();
  const owner = reader.session();
  const pzxid = reader.zxid();
  return { czxid, mzxid, pzxid, ctime, mtime, version, cversion, aversion, owner };
}

function writeStat(writer: JuteWriter, stat: StatPersisted): void {
  writer.zxid(stat.czxid);
  writer.zxid(stat.mzxid);
  writer.long(stat.ctime);
  writer.long(stat.mtime);
  writer.int(stat.version);
  writer.int(stat.cversion);
  writer.int(stat.aversion);
  writer.session(stat.owner);
  writer.zxid(stat.pzxid);
}
