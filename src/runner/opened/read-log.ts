/** A transaction log, as far as it can be read. */
import { compareZxid } from '../../protocols/election/zxid.ts';
import { LIMITS } from '../../view/limits.ts';
import type { FileProblemView, OpenedLog } from '../../view/opened-files.ts';
import { BadFile } from '../../zookeeper/files/bad-file.ts';
import { readLogHeader, readTxnLog } from '../../zookeeper/files/txn-log.ts';
import type { FileHeader } from '../../zookeeper/files/txn-log.ts';
import type { Acl } from '../../zookeeper/records/acl.ts';
import type { Txn } from '../../zookeeper/records/txns.ts';

/** A record behind the one before it: the first byte, and the first byte behind its end mark. */
interface RecordBounds {
  readonly from: number;
  readonly to: number;
}

export interface ReadLog {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly header: FileHeader;
  readonly txns: readonly Txn[];
  readonly bounds: readonly RecordBounds[];
  readonly end: OpenedLog['end'];
  readonly problem: FileProblemView | null;
}

/** Checksum and length before a transaction, and the mark behind it. */
const AROUND = 13;
/** Records between two words of progress. */
const SLICE = 500;

export const problemOf = (error: unknown): FileProblemView => {
  if (!(error instanceof BadFile)) throw error;
  return { code: error.problem, offset: error.offset, text: error.message };
};

/** @param offset of the first that is too many */
export const tooMany = (offset: number): BadFile =>
  new BadFile(
    'too-many',
    offset,
    `more than ${LIMITS.fileRecords} transactions and nodes; what follows is not read; open fewer or smaller files`,
  );

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
 * All records up to the first that is broken, or too many, which is the log's problem.
 * @param most records
 * @param tell hears how many bytes have been read
 * @throws BadFile when it is no log at all
 */
export function readLog(
  name: string,
  bytes: Uint8Array,
  most: number,
  tell: (done: number) => void,
): ReadLog {
  const header = readLogHeader(bytes);
  const txns: Txn[] = [];
  const bounds: RecordBounds[] = [];
  let end: OpenedLog['end'] = null;
  let problem: FileProblemView | null = null;
  try {
    const records = readTxnLog(bytes);
    for (;;) {
      const next = records.next();
      if (next.done === true) {
        end = next.value;
        break;
      }
      const { offset, length, txn } = next.value;
      const before = txns.at(-1);
      if (before !== undefined && compareZxid(before.zxid, txn.zxid) >= 0) {
        throw new BadFile('zxid-order', offset, 'a zxid that is not greater than the one before');
      }
      if (txns.length >= most) throw tooMany(offset);
      txns.push(sharing(txn, before));
      bounds.push({ from: offset, to: offset + length + AROUND });
      if (txns.length % SLICE === 0) tell(offset);
    }
  } catch (error) {
    problem = problemOf(error);
  }
  return { name, bytes, header, txns, bounds, end, problem };
}
