/** What the lab shows of a run of an ensemble and no state holds any more; no invariant reads it. */
import type { Pages } from '../kernel/pages.ts';
import { at } from '../kernel/pages.ts';
import { compareZxid, maxZxid, sameZxid, ZERO } from '../protocols/election/zxid.ts';
import { firstAfter } from '../protocols/zab/ledger.ts';
import type { Stamped } from '../protocols/zab/ledger.ts';
import type { Pid } from '../view/time.ts';
import type { Zxid } from '../view/zxid.ts';
import type { Request } from '../zookeeper/records/requests.ts';
import { parentOf } from '../zookeeper/records/paths.ts';
import type { Txn, TxnBody } from '../zookeeper/records/txns.ts';
import type { SessionId } from '../zookeeper/records/values.ts';
import { indexOf, lastLogged, logLength, txnAt } from '../zookeeper/server/disk.ts';
import type { Disk } from '../zookeeper/server/disk.ts';
import type { Done } from '../zookeeper/server/done.ts';
import type { Server } from '../zookeeper/server/server.ts';
import { doneIn, serverIn } from './member.ts';
import type { MemberChange, MemberWorld } from './member.ts';

/** So much of what was taken from a log is remembered. */
const MOST_TAKEN = 8;

export interface ShownMember {
  /** Requests of clients answered, pings left out, and how many of them went by the leader. */
  readonly reads: number;
  readonly writes: number;
  readonly forwarded: number;
  /** The newest that it knew to be committed when its last role ended. */
  readonly committed: Zxid;
  /** Cut off its log, replaced or lost, oldest first. */
  readonly taken: readonly Txn[];
}

export const unknownMember: ShownMember = {
  reads: 0,
  writes: 0,
  forwarded: 0,
  committed: ZERO,
  taken: [],
};

/** A read that a server answered without a change that another one had delivered. */
export interface StaleRead {
  /** Of the answer. */
  readonly zxid: Zxid;
  readonly behind: Zxid;
}

export interface Shown {
  readonly members: ReadonlyMap<Pid, ShownMember>;
  /** The newest read of each session, if it was stale. */
  readonly stale: ReadonlyMap<SessionId, StaleRead>;
}

export const nothingShown: Shown = { members: new Map(), stale: new Map() };

export const shownOf = ({ members }: Shown, pid: Pid): ShownMember =>
  members.get(pid) ?? unknownMember;

const withMember = (shown: Shown, pid: Pid, change: Partial<ShownMember>): Shown => ({
  ...shown,
  members: new Map(shown.members).set(pid, { ...shownOf(shown, pid), ...change }),
});

/** In a role it knows what its leader has said. @returns null when nobody tells it */
export function committedOf({ peer, role, tree, committing }: Server): Zxid | null {
  if (peer?.phase !== 'BROADCAST') return null;
  const told = committing.committed[committing.committed.length - 1]?.txn?.zxid ?? ZERO;
  const decided = role?.kind === 'leader' ? role.lastCommitted : ZERO;
  return maxZxid(maxZxid(tree.lastZxid, told), decided);
}

interface History {
  /** What any server has delivered, in its order. */
  readonly delivered: Pages<Stamped & { readonly txn: Txn }>;
}

export function rememberShown(
  shown: Shown,
  history: History,
  world: MemberWorld<unknown>,
  change: MemberChange,
): Shown {
  const was = serverIn(change.before);
  const is = serverIn(change.after);
  if (is === null) return was === null ? ofDisk(shown, change) : ended(shown, was, change);
  let next = shown;
  for (const done of doneIn(change))
    if (done.kind === 'finished') next = answered(next, history, is, done);
  if (was === null) return next;
  const isOver = was.peer?.phase === 'BROADCAST' && is.peer?.phase !== 'BROADCAST';
  const committed = isOver ? committedOf(was) : null;
  if (committed !== null) next = withMember(next, is.pid, { committed });
  if (was.disk !== is.disk || was.role !== is.role) next = logged(next, history, world, was, is);
  return next;
}

/** It died: what its disk has not is lost. */
function ended(shown: Shown, was: Server, { diskAfter, pid }: MemberChange): Shown {
  const committed = committedOf(was) ?? shownOf(shown, pid).committed;
  return withMember(shown, pid, {
    committed,
    taken: newestOf([...shownOf(shown, pid).taken, ...behind(was.disk, lastLogged(diskAfter))]),
  });
}

/** A disk that was wiped by hand has nothing to be missed. */
function ofDisk(shown: Shown, { pid, diskBefore, diskAfter }: MemberChange): Shown {
  const wiped = diskBefore !== diskAfter && diskAfter.snapshots.length === 0;
  return wiped ? withMember(shown, pid, { committed: ZERO, taken: [] }) : shown;
}

const newestOf = (txns: readonly Txn[]): readonly Txn[] => txns.slice(-MOST_TAKEN);

/** What a log has behind a zxid; null: all of it. */
function behind(disk: Disk, zxid: Zxid | null): Txn[] {
  const txns: Txn[] = [];
  for (let index = logLength(disk) - 1; index >= 0 && txns.length < MOST_TAKEN; index--) {
    const txn = txnAt(disk, index);
    if (txn === null || (zxid !== null && compareZxid(txn.zxid, zxid) <= 0)) break;
    txns.unshift(txn);
  }
  return txns;
}

/** A leader has cut off or replaced its history, or it has logged again what it had lost. */
function logged(
  shown: Shown,
  { delivered }: History,
  world: MemberWorld<unknown>,
  was: Server,
  is: Server,
): Shown {
  const { taken } = shownOf(shown, is.pid);
  const sync = is.role?.kind === 'learner' ? is.role.sync : null;
  const before = was.role?.kind === 'learner' ? was.role.sync : null;
  if (sync !== before && sync !== null && sync !== 'DIFF') {
    const gone =
      sync === 'TRUNC'
        ? behind(was.disk, lastLogged(is.disk))
        : behind(was.disk, null).filter(
            ({ zxid }) => !isDelivered(delivered, zxid) && !isLed(world, is, zxid),
          );
    return gone.length === 0
      ? shown
      : withMember(shown, is.pid, { taken: newestOf([...taken, ...gone]) });
  }
  if (taken.length === 0 || was.disk === is.disk) return shown;
  const appended = behind(is.disk, lastLogged(was.disk));
  const kept = taken.filter(({ zxid }) => !appended.some((txn) => sameZxid(txn.zxid, zxid)));
  return kept.length === taken.length ? shown : withMember(shown, is.pid, { taken: kept });
}

const ledgerOf = <T extends Stamped>(pages: Pages<T>) => ({
  length: pages.length,
  at: (index: number) => at(pages, index) as T,
});

function isDelivered(delivered: History['delivered'], zxid: Zxid): boolean {
  const place = firstAfter(ledgerOf(delivered), zxid) - 1;
  const found = at(delivered, place);
  return found !== null && sameZxid(found.zxid, zxid);
}

/** Whether the log of its leader has it. */
function isLed({ processes }: MemberWorld<unknown>, { peer }: Server, zxid: Zxid): boolean {
  const leader = processes.find(({ pid }) => pid === peer?.following?.leader);
  const disk = serverIn(leader?.s)?.disk;
  const found = disk === undefined ? null : txnAt(disk, indexOf(disk, zxid));
  return found !== null && sameZxid(found.zxid, zxid);
}

type Finished = Extract<Done, { readonly kind: 'finished' }>;

function answered(shown: Shown, history: History, is: Server, { job }: Finished): Shown {
  const { connection, request, txn, session } = job;
  if (connection === 0 || request.op === 'ping') return shown;
  const { reads, writes, forwarded } = shownOf(shown, is.pid);
  const byLeader = is.role?.kind === 'learner' && (txn !== null || request.op === 'sync') ? 1 : 0;
  const next = withMember(shown, is.pid, {
    reads: txn === null ? reads + 1 : reads,
    writes: txn === null ? writes : writes + 1,
    forwarded: forwarded + byLeader,
  });
  const missing = txn === null ? missed(history, is, request) : null;
  if (missing === null && !next.stale.has(session)) return next;
  const stale = new Map(next.stale);
  if (missing === null) stale.delete(session);
  else stale.set(session, { zxid: is.tree.lastZxid, behind: missing });
  return { ...next, stale };
}

/** What reads one node. */
export const READS: ReadonlySet<string> = new Set([
  'getData',
  'exists',
  'getACL',
  'getChildren',
  'getChildren2',
]);

/** The newest change of what was read that is delivered elsewhere and not in this tree. */
function missed({ delivered }: History, { tree }: Server, request: Request): Zxid | null {
  if (!READS.has(request.op) || !('path' in request)) return null;
  const first = firstAfter(ledgerOf(delivered), tree.lastZxid);
  for (let index = delivered.length - 1; index >= first; index--) {
    const txn = at(delivered, index)?.txn;
    if (txn !== undefined && changes(txn.body, request.op, request.path)) return txn.zxid;
  }
  return null;
}

/** Whether this request reads something else after that transaction. */
function changes(body: TxnBody, op: string, path: string): boolean {
  if (body.type === 'multi') return body.txns.some((each) => changes(each, op, path));
  const ofChildren = op.startsWith('getChildren');
  const paths = body.type === 'closeSession' ? body.paths : 'path' in body ? [body.path] : [];
  return paths.some((each) => (ofChildren ? parentOf(each) : each) === path);
}
