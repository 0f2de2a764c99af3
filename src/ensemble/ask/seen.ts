/** What the members of an ensemble have, one beside the other: how far behind each is, and one node as each has it. */
import { compareZxid } from '../../protocols/election/zxid.ts';
import { firstAfter } from '../../protocols/zab/ledger.ts';
import type { ZooKeeperAnswer } from '../../view/zookeeper-ask.ts';
import { MOST_LACKING } from '../../view/zookeeper-seen.ts';
import type { SeenNode, SeenView } from '../../view/zookeeper-seen.ts';
import type { Txn } from '../../zookeeper/records/txns.ts';
import { textOf } from '../../zookeeper/records/utf8.ts';
import { logLength, txnAt } from '../../zookeeper/server/disk.ts';
import { statOf } from '../../zookeeper/tree/node.ts';
import type { Ghost } from '../ghost.ts';
import type { MemberWorld } from '../member.ts';
import { asked } from './asked.ts';
import type { Asked } from './asked.ts';
import { nodeOf } from './tree-rows.ts';

/** Bytes of data that are shown of a node. */
const MOST_BYTES = 60;

export function seen(world: MemberWorld<Ghost>, path: string | null): ZooKeeperAnswer {
  const servers = world.processes
    .filter(({ pid }) => world.ghost.servers.some((one) => one.pid === pid))
    .map(({ pid }) => ({ pid, has: asked(world, pid) }));
  const ahead = servers.reduce<Asked | null>(
    (most, { has }) =>
      most === null || compareZxid(has.tree.lastZxid, most.tree.lastZxid) > 0 ? has : most,
    null,
  );
  return {
    ask: 'seen',
    servers: servers.map(({ pid, has }): SeenView => {
      const lacking = ahead === null ? [] : between(has, ahead);
      return {
        server: pid,
        zxid: has.tree.lastZxid,
        behind: lacking.length,
        lacks: lacking.slice(0, MOST_LACKING).map(({ zxid, body }) => ({
          zxid,
          type: body.type,
          path: 'path' in body ? body.path : '',
        })),
        node: path === null ? null : nodeSeen(has, path),
      };
    }),
  };
}

/** What is in the tree that is ahead and above this one, as far as its log goes back. */
function between({ tree }: Asked, ahead: Asked): Txn[] {
  const disk = ahead.s?.disk ?? ahead.kept;
  const ledger = { length: logLength(disk), at: (index: number) => txnAt(disk, index) as Txn };
  const lacking: Txn[] = [];
  for (let index = firstAfter(ledger, tree.lastZxid); index < ledger.length; index++) {
    const txn = ledger.at(index);
    if (compareZxid(txn.zxid, ahead.tree.lastZxid) > 0) break;
    lacking.push(txn);
  }
  return lacking;
}

function nodeSeen(has: Asked, path: string): SeenNode | null {
  const node = nodeOf(has, path);
  if (node === undefined) return null;
  const { mzxid, version, numChildren, dataLength } = statOf(node);
  const data = node.data === null ? null : textOf(node.data.slice(0, MOST_BYTES));
  return { data, mzxid, version, numChildren, dataLength };
}
