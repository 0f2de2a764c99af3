/** What servers hold of a transaction, and who decides what is committed. */
import { at } from '../../../kernel/pages.ts';
import { compareZxid, sameZxid, ZERO } from '../../../protocols/election/zxid.ts';
import type { Ghost } from '../../../ensemble/ghost.ts';
import { serverIn } from '../../../ensemble/member.ts';
import type { MemberProcess, MemberWorld } from '../../../ensemble/member.ts';
import { placeOf } from '../../../ensemble/quorum-ghost.ts';
import type { QuorumGhost } from '../../../ensemble/quorum-ghost.ts';
import type { Pid } from '../../../view/time.ts';
import type { Held, WriteName } from '../../../view/write-path.ts';
import type { Zxid } from '../../../view/zxid.ts';
import { treeOnDisk } from '../../../zookeeper/quorum/histories.ts';
import { indexOf, newestSnapshot, txnAt } from '../../../zookeeper/server/disk.ts';
import type { Disk } from '../../../zookeeper/server/disk.ts';

export type PathWorld = MemberWorld<Ghost>;

/** A transaction by its place and its name: two leaders may give one zxid to two writes. */
export interface Sought extends WriteName {
  readonly zxid: Zxid;
}

const isIt = (one: Sought | null, { zxid, session, cxid }: Sought): boolean =>
  one !== null && sameZxid(one.zxid, zxid) && one.session === session && one.cxid === cxid;

/** Whether it stands in the log, though it may never be read again. */
export const isInLog = (disk: Disk, sought: Sought): boolean =>
  isIt(txnAt(disk, indexOf(disk, sought.zxid)), sought);

/** Whether some server has delivered it; null where a server stands alone: nobody else decides. */
function isDelivered({ ghost }: PathWorld, sought: Sought): boolean | null {
  if (!('delivered' in ghost)) return null;
  const { delivered } = ghost as QuorumGhost;
  return isIt(at(delivered, placeOf(delivered, sought.zxid))?.txn ?? null, sought);
}

/**
 * Whether a disk has it: in the log, or in the snapshot that the log goes on from. Below a snapshot
 * that a leader sent, the log may hold what was dropped, and never reads it again.
 */
function isOn(world: PathWorld, disk: Disk, sought: Sought): boolean {
  const snapshot = newestSnapshot(disk)?.zxid ?? ZERO;
  const logged = isInLog(disk, sought);
  if (compareZxid(sought.zxid, snapshot) > 0) return logged;
  return isDelivered(world, sought) ?? logged;
}

/** Of a transaction that the disk holds, whether its server knows that it is committed. */
function knows(world: PathWorld, { s }: MemberProcess, sought: Sought): boolean {
  const server = serverIn(s);
  if (server === null) return false;
  const { role, tree, peer } = server;
  const { zxid } = sought;
  if (role?.kind === 'leader' && compareZxid(role.lastCommitted, zxid) >= 0) {
    if (zxid.epoch === (peer?.leading?.epoch ?? 0)) return true;
  }
  return compareZxid(tree.lastZxid, zxid) >= 0 && isDelivered(world, sought) !== false;
}

/** It has been told of it, and will write it unless it dies. */
function isInMemory({ s }: MemberProcess, sought: Sought): boolean {
  const server = serverIn(s);
  if (server === null) return false;
  const { role, sync, unflushed } = server;
  const told = role?.kind === 'learner' ? [...role.held, ...role.pending] : [];
  const queued = [...sync, ...unflushed].map(({ txn }) => txn);
  return [...told, ...queued].some((txn) => isIt(txn, sought));
}

export function heldBy(world: PathWorld, process: MemberProcess, sought: Sought | null): Held {
  if (sought === null) return 'nothing';
  if (!isOn(world, process.disk, sought)) return isInMemory(process, sought) ? 'memory' : 'nothing';
  return knows(world, process, sought) ? 'committed' : 'logged';
}

/** Whether that is on a disk. */
export const isLogged = (held: Held): boolean => held === 'logged' || held === 'committed';

/** Whether whoever takes a step has it committed: it leads and a quorum has it, or it stands alone. */
export function hasCommitted(world: PathWorld, process: MemberProcess, sought: Sought): boolean {
  const server = serverIn(process.s);
  if (server === null) return false;
  if (server.peer !== null && server.role?.kind !== 'leader') return false;
  return knows(world, process, sought);
}

/** Who leads and is established, of the newest epoch, or who stands alone; null: nobody. */
export function leaderIn({ processes }: PathWorld): Pid | null {
  let found: { readonly pid: Pid; readonly epoch: number } | null = null;
  for (const { pid, s, liveness } of processes) {
    const server = serverIn(s);
    if (server === null || liveness === 'crashed' || liveness === 'off') continue;
    const { peer } = server;
    const leads = peer === null || (peer.state === 'LEADING' && peer.phase === 'BROADCAST');
    const epoch = peer?.leading?.epoch ?? 0;
    if (leads && (found === null || epoch > found.epoch)) found = { pid, epoch };
  }
  return found?.pid ?? null;
}

/** The newest transaction of its history: of its tree, or of what its disk would give. */
export const lastOf = ({ s, disk }: MemberProcess): Zxid =>
  (serverIn(s)?.tree ?? treeOnDisk(disk)).lastZxid;
