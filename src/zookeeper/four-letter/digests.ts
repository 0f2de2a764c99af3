import { zxidHex } from '../../view/zxid.ts';
import { compareZxid } from '../../protocols/election/zxid.ts';
import { at } from '../../kernel/pages.ts';
import type { Server } from '../server/server.ts';

/** A digest is kept of every so many transactions, and at most so many of them [DataTree]. */
const INTERVAL = 128;
const MOST = 1024;

/** `80: 123456789` for each of the kept digests of the tree [DigestCommand]. */
export function digestLines({ disk, tree }: Server): readonly string[] {
  const lines: string[] = [];
  for (const { txns } of disk.files) {
    for (let i = 0; i < txns.length; i++) {
      const txn = at(txns, i);
      if (txn === null || txn.digest === null || txn.zxid.counter % INTERVAL !== 0) continue;
      if (compareZxid(txn.zxid, tree.lastZxid) > 0) continue;
      lines.push(`${zxidHex(txn.zxid).slice(2)}: ${txn.digest}`);
    }
  }
  return lines.slice(-MOST);
}
