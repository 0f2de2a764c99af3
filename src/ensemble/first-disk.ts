/** What stands on each server's disk before the run begins. */
import { atOnce } from '../kernel/at-once.ts';
import { SetupRefused } from '../kernel/setup-refused.ts';
import type { WorldSetup } from '../view/zookeeper-setup.ts';
import { OPEN_ACL } from '../zookeeper/tree/acl-cache.ts';
import { applyTxn } from '../zookeeper/tree/apply.ts';
import { emptyTree } from '../zookeeper/tree/data-tree.ts';
import { utf8Of } from '../zookeeper/records/utf8.ts';
import { NO_SESSION } from '../zookeeper/records/values.ts';
import type { WallMs } from '../zookeeper/records/values.ts';
import { blankDisk } from '../zookeeper/server/disk.ts';
import type { Disk } from '../zookeeper/server/disk.ts';
import type { WorldConfig } from './config.ts';

/** The nodes of an earlier life were written a minute before the run. */
const BEFORE = 60_000;

/** So many nodes are written before whoever waits for them may look up: some milliseconds. */
const AT_ONCE = 512;

interface Written {
  readonly clock: WallMs;
  readonly disk: Disk;
}
/** Written once, however many worlds are made of a set-up: a hundred thousand nodes take a second. */
const known = new WeakMap<object, Written>();

/**
 * Nothing, or a snapshot of the nodes that a set-up wants to begin with, written one after another; no
 * step is taken between two of them, so 0 are told.
 * @throws SetupRefused when a node has no parent, or is there twice
 */
export function* writingFirstDisk(
  { tree: nodes = [] }: Pick<WorldSetup, 'tree'>,
  clock: WallMs,
): Generator<number, Disk, undefined> {
  if (nodes.length === 0) return blankDisk;
  const written = known.get(nodes);
  if (written?.clock === clock) return written.disk;
  const time = clock - BEFORE;
  let tree = emptyTree;
  for (const [index, { path, data = null, mode = 'persistent' }] of nodes.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) yield 0;
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
  }
  const disk = { ...blankDisk, snapshots: [{ zxid: tree.lastZxid, tree }] };
  known.set(nodes, { clock, disk });
  return disk;
}

/** The same at once. @throws SetupRefused */
export function firstDisk(setup: WorldSetup, { clock }: WorldConfig): Disk {
  return atOnce(writingFirstDisk(setup, clock));
}
