/** What the invariants of an ensemble remember of a run. */
import type { Edit } from '../kernel/edit.ts';
import { append, at, noPages, put } from '../kernel/pages.ts';
import type { Pages } from '../kernel/pages.ts';
import { withEntry } from '../kernel/with-entry.ts';
import { compareZxid, maxZxid, sameZxid, ZERO } from '../protocols/election/zxid.ts';
import { firstAfter } from '../protocols/zab/ledger.ts';
import type { Ledger, Stamped } from '../protocols/zab/ledger.ts';
import type { Pid } from '../view/time.ts';
import { zxidText } from '../view/zxid.ts';
import type { Zxid } from '../view/zxid.ts';
import type { Txn } from '../zookeeper/records/txns.ts';
import { indexOf, logLength, txnAt } from '../zookeeper/server/disk.ts';
import type { Disk } from '../zookeeper/server/disk.ts';
import type { Done } from '../zookeeper/server/done.ts';
import type { Server } from '../zookeeper/server/server.ts';
import type { DataTree } from '../zookeeper/tree/data-tree.ts';
import { ghostOf, noGhost, remember as rememberServers } from './ghost.ts';
import type { Ghost } from './ghost.ts';
import { doneIn, serverIn } from './member.ts';
import type { MemberChange, MemberWorld } from './member.ts';
import { nothingShown, rememberShown } from './quorum-shown.ts';
import type { Shown } from './quorum-shown.ts';

/** A transaction that has been delivered somewhere, with the tree that it left. */
export interface Delivered extends Stamped {
  readonly txn: Txn;
  /** Of the tree behind it; null: nobody has been seen with exactly that tree. */
  readonly digest: number | null;
}

export interface Established {
  readonly epoch: number;
  readonly leader: Pid;
  /** The last transaction of its history then. */
  readonly last: Zxid;
}

export interface QuorumGhost extends Ghost {
  /** All that was ever proposed, by epoch and counter. */
  readonly proposed: ReadonlyMap<number, Pages<Txn>>;
  /** Transactions whose digest is not sure, because the root was changing when they were prepared. */
  readonly unsure: ReadonlySet<string>;
  /** Two transactions were proposed with this zxid. */
  readonly doubled: Zxid | null;
  /** What was delivered, in the one order that there must be: the longest sequence of any server. */
  readonly delivered: Pages<Delivered>;
  readonly established: readonly Established[];
  /** The newest write that a client was told to have succeeded. */
  readonly acknowledged: Zxid | null;
  /** The newest one that a leader has committed, whether anybody has delivered it yet or not. */
  readonly committed: Zxid;
  readonly shown: Shown;
}

export const noQuorumGhost = (servers: readonly Pid[]): QuorumGhost => ({
  ...noGhost(servers),
  proposed: new Map(),
  unsure: new Set(),
  doubled: null,
  delivered: noPages,
  established: [],
  acknowledged: null,
  committed: ZERO,
  shown: nothingShown,
});

export const ledgerOf = (delivered: Pages<Delivered>): Ledger<Delivered> => ({
  length: delivered.length,
  at: (index) => at(delivered, index) as Delivered,
});

/** Where in what was delivered a zxid stands; -1: nowhere. */
export function placeOf(delivered: Pages<Delivered>, zxid: Zxid): number {
  const ledger = ledgerOf(delivered);
  const before = firstAfter(ledger, zxid) - 1;
  return before >= 0 && sameZxid(ledger.at(before).zxid, zxid) ? before : -1;
}

export const newest = (delivered: Pages<Delivered>): Delivered | null =>
  at(delivered, delivered.length - 1);

/** The last one that was delivered of an epoch before this one. */
export function newestBefore(delivered: Pages<Delivered>, epoch: number): Delivered | null {
  return at(delivered, firstAfter(ledgerOf(delivered), { epoch, counter: 0 }) - 1);
}

/** The same request of the same client with the same effect. */
export const isSameTxn = (a: Txn, b: Txn): boolean =>
  a === b ||
  (a.session === b.session &&
    a.cxid === b.cxid &&
    a.time === b.time &&
    sameZxid(a.zxid, b.zxid) &&
    a.body.type === b.body.type);

export function remember(
  ghost: QuorumGhost,
  world: MemberWorld<QuorumGhost>,
  change: MemberChange,
): QuorumGhost {
  const ofServers = rememberServers(ghost, world, change);
  const was = serverIn(change.before);
  const is = serverIn(change.after);
  if (is === null || is.peer === null) {
    const shown = rememberShown(ghost.shown, ghost, world, change);
    const isSame = ofServers === ghost && shown === ghost.shown;
    return isSame ? ghost : { ...ofServers, shown };
  }
  const begins = was !== null && was.peer?.phase !== 'BROADCAST' && is.peer.phase === 'BROADCAST';
  const decided = is.role?.kind === 'leader' ? is.role.lastCommitted : ZERO;
  const committed = maxZxid(ghost.committed, decided);
  const isNews = doneIn(change).some(isNoted) || begins || ghost.doubled !== null;
  if (!isNews && ofServers === ghost && committed === ghost.committed) {
    // Most steps do nothing that is remembered: no copy is made for them.
    const shown = rememberShown(ghost.shown, ghost, world, change);
    return shown === ghost.shown ? ghost : { ...ghost, shown };
  }
  // What it made of it is nobody else's yet.
  const next: Edit<QuorumGhost> = ofServers === ghost ? { ...ghost } : ofServers;
  next.doubled = null;
  for (const done of doneIn(change)) noteDone(next, is, done);
  next.committed = committed;
  if (begins) noteServing(next, world, was, is);
  next.shown = rememberShown(ghost.shown, next, world, change);
  return next;
}

const isNoted = ({ kind }: Done): boolean => kind === 'prepared' || kind === 'finished';

function noteDone(next: Edit<QuorumGhost>, is: Server, done: Done): void {
  if (done.kind === 'prepared' && done.job.txn !== null) {
    noteProposed(next, done.job.txn);
    if (ghostOf(next, is.pid).rootChanging)
      next.unsure = new Set(next.unsure).add(zxidText(done.job.txn.zxid));
  }
  if (done.kind !== 'finished' || done.job.txn === null) return;
  const { txn, connection } = done.job;
  noteDelivered(next, txn, is.tree.digest);
  const told = connection !== 0 && done.err === 'OK';
  if (told && (next.acknowledged === null || compareZxid(txn.zxid, next.acknowledged) > 0))
    next.acknowledged = txn.zxid;
}

function noteProposed(next: Edit<QuorumGhost>, txn: Txn): void {
  const { epoch, counter } = txn.zxid;
  const known = next.proposed.get(epoch) ?? noPages;
  const other = at(known, counter);
  if (other !== null && !isSameTxn(other, txn)) next.doubled = txn.zxid;
  next.proposed = withEntry(next.proposed, epoch, put(known, counter, txn));
}

function noteDelivered(next: Edit<QuorumGhost>, txn: Txn, digest: number): void {
  const { zxid } = txn;
  const last = newest(next.delivered);
  if (last === null || compareZxid(zxid, last.zxid) > 0) {
    next.delivered = append(next.delivered, { zxid, txn, digest });
    return;
  }
  const place = placeOf(next.delivered, zxid);
  const known = at(next.delivered, place);
  if (known !== null && known.digest === null)
    next.delivered = put(next.delivered, place, { ...known, digest });
}

/**
 * A leader's history is committed when it is established: all that stands in its log. Of what is older
 * than a tree that it was sent, its log knows nothing, or what became of nothing: the logs of others do.
 */
function noteServing(
  next: Edit<QuorumGhost>,
  world: MemberWorld<QuorumGhost>,
  was: Server,
  is: Server,
): void {
  const { disk, tree } = was;
  if (is.role?.kind !== 'leader') {
    // What was committed when it was sent a tree, it applied to that, maybe before anybody else.
    if (compareZxid(tree.lastZxid, next.committed) <= 0) noteSaved(next, tree);
    return;
  }
  const last = newest(next.delivered)?.zxid ?? { epoch: 0, counter: 0 };
  const sent = newestSent(disk);
  const history = new Map<string, Txn>();
  if (sent !== null && compareZxid(sent, last) > 0) {
    for (const other of world.processes) {
      const txns = behind(other.disk, last);
      const place = txns.findIndex(({ zxid }) => sameZxid(zxid, sent));
      for (const txn of txns.slice(0, place + 1)) history.set(zxidText(txn.zxid), txn);
    }
  }
  for (const txn of behind(disk, sent === null ? last : maxZxid(sent, last)))
    history.set(zxidText(txn.zxid), txn);
  for (const txn of [...history.values()].toSorted((a, b) => compareZxid(a.zxid, b.zxid))) {
    const isLast = sameZxid(txn.zxid, tree.lastZxid);
    const digest = isLast ? tree.digest : null;
    next.delivered = append(next.delivered, { zxid: txn.zxid, txn, digest });
  }
  noteSaved(next, tree);
  const epoch = is.tree.lastZxid.epoch;
  next.established = [...next.established, { epoch, leader: is.pid, last: tree.lastZxid }];
}

/**
 * What is in a tree and nobody has delivered one by one: of an established leader, what it has of a SNAP
 * alone, which a leader before it gave out and never came to be established. All that was proposed up to there.
 */
function noteSaved(next: Edit<QuorumGhost>, { lastZxid, digest }: DataTree): void {
  const { epoch, counter } = lastZxid;
  const last = newest(next.delivered)?.zxid ?? { epoch: 0, counter: 0 };
  for (let each = last.epoch === epoch ? last.counter + 1 : 1; each <= counter; each++) {
    const zxid = { epoch, counter: each };
    const txn = at(next.proposed.get(epoch) ?? noPages, each);
    if (txn === null || compareZxid(zxid, last) <= 0) continue;
    const of = each === counter ? digest : null;
    next.delivered = append(next.delivered, { zxid, txn, digest: of });
  }
}

/** The newest tree on a disk that does not come of its own log; null: none. */
export function newestSent(disk: Disk): Zxid | null {
  const sent = disk.snapshots.filter(({ zxid }) => {
    const logged = txnAt(disk, indexOf(disk, zxid));
    return compareZxid(zxid, ZERO) > 0 && (logged === null || !sameZxid(logged.zxid, zxid));
  });
  return sent.map(({ zxid }) => zxid).reduce<Zxid | null>((a, b) => maxZxid(a ?? b, b), null);
}

/** What a log has behind a zxid. */
function behind(disk: Disk, zxid: Zxid): Txn[] {
  const txns: Txn[] = [];
  for (let index = indexOf(disk, zxid); index < logLength(disk); index++) {
    const txn = txnAt(disk, index);
    if (txn !== null && compareZxid(txn.zxid, zxid) > 0) txns.push(txn);
  }
  return txns;
}
