/** What stands on each server's disk before it first starts, as a set-up of the election says it. */
import { SetupRefused } from '../../kernel/setup-refused.ts';
import { pagesOf } from '../../kernel/pages.ts';
import { compareZxid, parseZxid, ZERO } from '../../protocols/election/zxid.ts';
import type { ElectionSetup } from '../../view/election-setup.ts';
import type { Pid } from '../../view/time.ts';
import type { Zxid } from '../../view/zxid.ts';
import type { Txn } from '../../zookeeper/records/txns.ts';
import { NO_SESSION } from '../../zookeeper/records/values.ts';
import type { WallMs } from '../../zookeeper/records/values.ts';
import { blankDisk } from '../../zookeeper/server/disk.ts';
import type { Disk, Snapshot } from '../../zookeeper/server/disk.ts';
import { applyTxn } from '../../zookeeper/tree/apply.ts';
import { emptyTree } from '../../zookeeper/tree/data-tree.ts';
import type { DataTree } from '../../zookeeper/tree/data-tree.ts';

/**
 * So many transactions of a long history stand in the log, the rest in a snapshot: more than a leader
 * remembers of what it has committed (500), and few enough to be made one by one.
 */
const MOST_LOGGED = 2000;

/** The transactions (epoch, from) … (epoch, to). */
interface Stretch {
  readonly epoch: number;
  readonly from: number;
  readonly to: number;
}

/** The n-th write of a history: what a server writes that nobody is connected to. */
const nth = (zxid: Zxid, version: number, time: WallMs): Txn => ({
  session: NO_SESSION,
  cxid: 0,
  zxid,
  time,
  body: { type: 'setData', path: '/', data: '', version },
  digest: null,
});

/** The tree behind the n-th write: each sets the same node, so the last one says all. */
const treeAfter = (zxid: Zxid, count: number, time: WallMs): DataTree =>
  count === 0 ? { ...emptyTree, lastZxid: zxid } : applyTxn(emptyTree, nth(zxid, count, time)).tree;

/** Reads `1·1-1·8 2·1`. @throws RangeError when it is not a log in ascending order */
function stretchesOf(source: string): Stretch[] {
  const stretches: Stretch[] = [];
  for (const part of source.split(/\s+/u).filter((piece) => piece !== '')) {
    const [from, to = from] = part.split('-').map(parseZxid);
    if (
      from === undefined ||
      to === undefined ||
      from.epoch !== to.epoch ||
      compareZxid(from, to) > 0
    )
      throw new RangeError(`not a range of one epoch: '${part}'`);
    const last = stretches.at(-1);
    if (last !== undefined && compareZxid({ epoch: last.epoch, counter: last.to }, from) >= 0)
      throw new RangeError(`not in ascending order: '${source}'`);
    stretches.push({ epoch: from.epoch, from: from.counter, to: to.counter });
  }
  return stretches;
}

/** A log of these transactions, and the snapshot that it begins behind. */
function historyOf(stretches: readonly Stretch[], time: WallMs): Pick<Disk, 'files' | 'snapshots'> {
  const count = stretches.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const txns: Txn[] = [];
  let saved: Snapshot = { zxid: ZERO, tree: emptyTree };
  let version = 0;
  for (const { epoch, from, to } of stretches) {
    const unlogged = Math.min(to - from + 1, Math.max(0, count - MOST_LOGGED - version));
    if (unlogged > 0) {
      version += unlogged;
      const zxid = { epoch, counter: from + unlogged - 1 };
      saved = { zxid, tree: treeAfter(zxid, version, time) };
    }
    for (let counter = from + unlogged; counter <= to; counter++) {
      version++;
      txns.push(nth({ epoch, counter }, version, time));
    }
  }
  const [first] = txns;
  const files = first === undefined ? [] : [{ name: first.zxid, txns: pagesOf(txns) }];
  return { files, snapshots: [saved] };
}

/**
 * @param time when all of it was written
 * @throws SetupRefused
 */
export function firstDisk(setup: ElectionSetup, sid: Pid, time: WallMs): Disk {
  const at = setup.servers.findIndex((each) => each.sid === sid);
  const server = setup.servers[at];
  if (server === undefined) throw new SetupRefused('servers', `no server ${sid}`);
  const { currentEpoch, acceptedEpoch, log: source, zxid } = server;
  const bare = currentEpoch === undefined && acceptedEpoch === undefined;
  if (bare && source === undefined && zxid === undefined) return blankDisk;
  try {
    const asked = zxid === undefined ? ZERO : parseZxid(zxid);
    const implied = asked.counter === 0 ? [] : [{ epoch: asked.epoch, from: 1, to: asked.counter }];
    const stretches = source === undefined ? implied : stretchesOf(source);
    const { files, snapshots } = historyOf(stretches, time);
    const isNewEpoch = source === undefined && asked.counter === 0 && asked.epoch > 0;
    const epoch = currentEpoch ?? acceptedEpoch ?? stretches.at(-1)?.epoch ?? asked.epoch;
    return {
      currentEpoch: epoch,
      acceptedEpoch: acceptedEpoch ?? epoch,
      files,
      snapshots: isNewEpoch
        ? [...snapshots, { zxid: asked, tree: treeAfter(asked, 0, time) }]
        : snapshots,
    };
  } catch (error) {
    throw new SetupRefused(`servers[${at}]`, (error as Error).message);
  }
}
