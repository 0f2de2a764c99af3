/** Snapshots, `snapshot.<hex zxid>`, as they stand on disk [FileSnap, SnapStream]. */
import type { Zxid } from '../../view/zxid.ts';
import type { Acl } from '../records/acl.ts';
import type { StatPersisted } from '../records/stat.ts';
import type { Bytes, SessionId } from '../records/values.ts';
import { adler32 } from './adler32.ts';
import { JuteWriter } from './jute-writer.ts';
import { DIGEST_VERSION, writeAcls } from './txn-codec.ts';
import type { FileHeader } from './txn-log.ts';

export const MAGIC = 'ZKSN';
const VERSION = 2;
/** Stands behind the last node, and behind each checksum. */
export const END = '/';

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

/** What stands in a snapshot round its nodes. */
export type RoundNodes = Omit<Snapshot, 'nodes' | 'offsets'>;

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
