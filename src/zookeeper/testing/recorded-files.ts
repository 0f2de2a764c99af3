/** The recorded files of a real server, and what its own tools say of them, for tests. */
import type { RecordedArgs } from '../records/recorded.ts';

export interface RecordedRecord {
  readonly offset: number;
  readonly crc: string;
  readonly len: number;
  readonly session: string;
  readonly cxid: number;
  readonly zxid: string;
  readonly time: number;
  readonly type: number;
  readonly typeName: string;
  /** Behind the header: body and digest. */
  readonly bodyHex: string;
}

export interface RecordedNode {
  readonly path: string;
  readonly cZxid: string;
  readonly ctime: string;
  readonly mZxid: string;
  readonly mtime: string;
  readonly pZxid: string;
  readonly cversion: string;
  readonly dataVersion: string;
  readonly aclVersion: string;
  readonly ephemeralOwner: string;
  /** Base64 */
  readonly data: string;
}

export interface RecordedLog {
  readonly file: string;
  readonly kind: 'txnlog';
  readonly header: { readonly fileLength: number; readonly firstUnused: number };
  readonly records: readonly RecordedRecord[];
}

export interface RecordedSnapshot {
  readonly file: string;
  readonly kind: 'snapshot';
  readonly length: number;
  readonly nodes: readonly RecordedNode[];
  readonly sessions: readonly { readonly session: string; readonly timeout: number }[];
}

/** `listing.json` */
export interface Listing {
  readonly operations: readonly (readonly [
    client: string,
    op: string,
    args: RecordedArgs,
    result: Record<string, unknown>,
  ])[];
  readonly files: readonly [RecordedLog, RecordedSnapshot, RecordedSnapshot];
}
