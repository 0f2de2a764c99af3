/** What stands on each server's disk before the run begins. */
import { SetupRefused } from '../kernel/setup-refused.ts';
import type { WorldSetup } from '../view/zookeeper-setup.ts';
import { OPEN_ACL } from '../zookeeper/tree/acl-cache.ts';
import { applyTxn } from '../zookeeper/tree/apply.ts';
import { emptyTree } from '../zookeeper/tree/data-tree.ts';
import { utf8Of } from '../zookeeper/records/utf8.ts';
import { NO_SESSION } from '../zookeeper/records/values.ts';
import { blankDisk } from '../zookeeper/server/disk.ts';
import type { Disk } from '../zookeeper/server/disk.ts';
import type { WorldConfig } from './config.ts';

/** The nodes of an earlier life were written a minute before the run. */
const BEFORE = 60_000;

/**
 * Nothing, or a snapshot of the nodes that a set-up wants to begin with, written one after another.
 * @throws SetupRefused when a node has no parent, or is there twice
 */
export function firstDisk({ tree: nodes }: WorldSetup, { clock }: WorldConfig): Disk {
  if (nodes === undefined || nodes.length === 0) return blankDisk;
  const time = clock - BEFORE;
  let tree = emptyTree;
  nodes.forEach(({ path, data = null, mode = 'persistent' }, index) => {
    const type = mode === 'container' ? 'createContainer' : 'create';
    const { tree: next, result } = applyTxn(tree, {
      session: NO_SESSION,
      cxid: 0,
      zxid: { epoch: 0, counter: index + 1 },
      time,
      body: {
        type,
        path,
        data: data === null ? null : utf8Of(data),
        acl: OPEN_ACL,
        ephemeral: false,
        parentCVersion: -1,
        ttl: 0,
      },
      digest: null,
    });
    if (result.err !== 'OK') throw new SetupRefused(`tree[${index}].path`, result.err);
    tree = next;
  });
  return { ...blankDisk, snapshots: [{ zxid: tree.lastZxid, tree }] };
}
