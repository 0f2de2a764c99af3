import { at } from '../../kernel/pages.ts';
import { zxidHex } from '../../view/zxid.ts';
import { CODES } from '../../zookeeper/records/codes.ts';
import type { Txn, TxnBody } from '../../zookeeper/records/txns.ts';
import type { Disk } from '../../zookeeper/server/disk.ts';
import type { LoggedTxn, LogFiles } from './answers.ts';

/** A server's log files as recordings show them. */
export const logFilesOf = ({ files }: Disk): LogFiles =>
  files.map(({ name, txns }) => ({
    file: `log.${zxidHex(name).slice(2)}`,
    txns: Array.from({ length: txns.length }, (_, index) => loggedAs(at(txns, index) as Txn)),
  }));

const loggedAs = ({ zxid, body }: Txn): LoggedTxn => ({
  zxid: zxidHex(zxid),
  op: body.type,
  detail: detailOf(body),
});

/** What LogFormatter's line is cut down to. */
function detailOf(body: TxnBody): string {
  switch (body.type) {
    case 'createSession':
      return String(body.timeout);
    case 'error':
      return String(CODES[body.code]);
    case 'closeSession':
    case 'multi':
      return '';
    default:
      return body.path;
  }
}
