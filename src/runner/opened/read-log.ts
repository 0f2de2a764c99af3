/** A transaction log, as far as it can be read. */
import { compareZxid } from '../../protocols/election/zxid.ts';
import type { FileProblemView, OpenedFile, OpenedLog } from '../../view/opened-files.ts';
import { BadFile, tooMany } from '../../zookeeper/files/bad-file.ts';
import { JuteWriter } from '../../zookeeper/files/jute-writer.ts';
import { writeTxn } from '../../zookeeper/files/txn-codec.ts';
import { FRAME_BYTES, logRecord, TxnLogReader } from '../../zookeeper/files/txn-log.ts';
import type { FileHeader, LogRecord } from '../../zookeeper/files/txn-log.ts';
import type { Acl } from '../../zookeeper/records/acl.ts';
import type { Txn, TxnBody } from '../../zookeeper/records/txns.ts';

export interface ReadLog {
  readonly name: string;
  readonly size: number;
  /** Bytes up to its zeros: a server makes a log grow by 64 MB of them at once. */
  readonly written: number;
  readonly header: FileHeader;
  readonly txns: readonly Txn[];
  /** What its transactions count as, of the records that may be opened. */
  readonly records: number;
  /** Where each record begins. */
  readonly offsets: readonly number[];
  /** Records of which other bytes would come when they were written again, by their places. */
  readonly unlike: ReadonlyMap<number, Uint8Array>;
  readonly end: OpenedLog['end'];
  readonly problem: FileProblemView | null;
}

/** A file of which nothing can be shown. */
export type ReadNothing = Extract<OpenedFile, { kind: 'nothing' }>;

export const problemOf = (error: unknown): FileProblemView => {
  if (!(error instanceof BadFile)) throw error;
  return { code: error.problem, offset: error.offset, text: error.message };
};

/**
 * What a transaction counts as: each part of a multi is a change of its own, and what a list of ACLs holds
 * the tree keeps.
 */
function recordsIn(body: TxnBody): number {
  if (body.type === 'multi')
    return Math.max(
      1,
      body.txns.reduce((sum, part) => sum + recordsIn(part), 0),
    );
  if ('acl' in body) return Math.max(1, body.acl.length);
  return 'paths' in body ? Math.max(1, body.paths.length) : 1;
}

/** One that has the session and the ACL of the one before holds the same, and not a copy of them. */
function sharing(txn: Txn, before: Txn | undefined): Txn {
  if (before === undefined) return txn;
  const session = txn.session === before.session ? before.session : txn.session;
  const [now, then] = [txn.body, before.body];
  const same = 'acl' in now && 'acl' in then && sameAcl(now.acl, then.acl);
  return { ...txn, session, body: same ? { ...now, acl: then.acl } : now };
}

const sameAcl = (a: readonly Acl[], b: readonly Acl[]): boolean =>
  a.length === b.length &&
  a.every(
    ({ scheme, id, perms }, at) =>
      scheme === b[at]?.scheme && id === b[at].id && perms === b[at].perms,
  );

/**
 * A log that comes in parts, read as they come: what it says is kept, and its bytes are let go, since
 * they can be written again. All records are read up to the first that is broken, or too many, which is
 * the log's problem.
 */
export class LogReading {
  private readonly name: string;
  private readonly most: number;
  private readonly reader = new TxnLogReader();
  /** One for all records: what each takes would add up to the file before it is collected. */
  private readonly writer = new JuteWriter();
  private readonly txns: Txn[] = [];
  private readonly offsets: number[] = [];
  private readonly unlike = new Map<number, Uint8Array>();
  private size = 0;
  /** Bytes in which there can be records: up to where it ends or is broken, once that is known. */
  written = 0;
  /** What the transactions so far count as. */
  records = 0;
  private end: OpenedLog['end'] = null;
  private problem: FileProblemView | null = null;

  /** @param most records */
  constructor(name: string, most: number) {
    this.name = name;
    this.most = most;
  }

  /** @param whole nothing more comes */
  take(part: Uint8Array, whole: boolean): void {
    this.size += part.length;
    if (this.isOver) return;
    this.written = this.size;
    this.reader.take(part);
    try {
      const found = this.reader.records(whole);
      for (;;) {
        const next = found.next();
        if (next.done === true) {
          this.end = next.value;
          this.written = next.value?.offset ?? this.size;
          return;
        }
        this.add(next.value);
      }
    } catch (error) {
      this.problem = problemOf(error);
      this.written = this.problem.offset;
    }
  }

  /** Whether what comes now is of no use. */
  get isOver(): boolean {
    return this.end !== null || this.problem !== null;
  }

  /** There is more of it, which need not be read. */
  skip(bytes: number): void {
    this.size += bytes;
  }

  private add({ offset, txn, bytes }: LogRecord): void {
    const before = this.txns.at(-1);
    if (before !== undefined && compareZxid(before.zxid, txn.zxid) >= 0) {
      throw new BadFile('zxid-order', offset, 'a zxid that is not greater than the one before');
    }
    const more = recordsIn(txn.body);
    if (this.records + more > this.most) throw tooMany(offset);
    this.records += more;
    if (!this.comesAgain(txn, bytes)) this.unlike.set(this.txns.length, bytes.slice());
    this.txns.push(sharing(txn, before));
    this.offsets.push(offset);
  }

  /** Whether a record, whose frame has been checked, has the bytes that it would have when written again. */
  private comesAgain(txn: Txn, record: Uint8Array): boolean {
    this.writer.clear();
    writeTxn(this.writer, txn);
    return sameBytes(this.writer.done(), record.subarray(FRAME_BYTES, -1));
  }

  /** What has been read, once nothing more comes. */
  get read(): ReadLog | ReadNothing {
    const { name, size, written, txns, records, offsets, unlike, end, problem } = this;
    const { header } = this.reader;
    return header === null
      ? { kind: 'nothing', name, size, problem: problem as FileProblemView }
      : { name, size, written, header, txns, records, offsets, unlike, end, problem };
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** The bytes of a record as they stand in the file. */
export const recordOf = ({ txns, unlike }: ReadLog, index: number): Uint8Array | null => {
  const txn = txns[index];
  return txn === undefined ? null : (unlike.get(index) ?? logRecord(txn));
};
