/**
 * What an ensemble promises: the predicates of ZAB by their names in the specification (4.4), evaluated
 * after every step that changed a server, and what ZooKeeper promises its clients of each server.
 */
import { at, noPages } from '../kernel/pages.ts';
import type { Invariant } from '../kernel/model.ts';
import { compareZxid, sameZxid } from '../protocols/election/zxid.ts';
import { isQuorum } from '../protocols/election/quorum.ts';
import type { LearnerView, Server as Peer } from '../protocols/election/server.ts';
import type { Pid } from '../view/time.ts';
import { zxidText } from '../view/zxid.ts';
import type { Zxid } from '../view/zxid.ts';
import type { Txn } from '../zookeeper/records/txns.ts';
import { indexOf, lastLogged, logLength, newestSnapshot, txnAt } from '../zookeeper/server/disk.ts';
import type { Disk } from '../zookeeper/server/disk.ts';
import type { Server } from '../zookeeper/server/server.ts';
import { invariants as ofEachServer } from './invariants.ts';
import { doneIn, serverIn } from './member.ts';
import type { Member, MemberChange, MemberWorld } from './member.ts';
import { isSameTxn, newestBefore, placeOf } from './quorum-ghost.ts';
import type { QuorumGhost } from './quorum-ghost.ts';

type QuorumInvariant = Invariant<Member, Disk, QuorumGhost>;
type World = MemberWorld<QuorumGhost>;

/** The rule about a step of a member of an ensemble. */
const onMember = (
  name: string,
  rule: (was: Server, is: Server, world: World, change: MemberChange) => string | null,
): QuorumInvariant => ({
  name,
  check: (world, change) => {
    const was = serverIn(change.before);
    const is = serverIn(change.after);
    return was === null || is === null || is.peer === null ? null : rule(was, is, world, change);
  },
});

const NONE: readonly Txn[] = [];

/** The transactions that a step has applied, in order: most steps apply none. */
function appliedIn(change: MemberChange): readonly Txn[] {
  let applied: Txn[] | null = null;
  for (const done of doneIn(change)) {
    if (done.kind !== 'finished' || done.job.txn === null) continue;
    applied ??= [];
    applied.push(done.job.txn);
  }
  return applied ?? NONE;
}

const name = ({ pid }: Server): string => `S${pid}`;

const integrity = onMember('Z-Integrity', (_was, is, { ghost }, change) => {
  for (const txn of appliedIn(change)) {
    const proposed = at(ghost.proposed.get(txn.zxid.epoch) ?? noPages, txn.zxid.counter);
    if (proposed === null || !isSameTxn(proposed, txn))
      return `${name(is)} delivers ${zxidText(txn.zxid)}, which nobody has proposed like this`;
  }
  return null;
});

const unique = onMember('Z-Unique', (_was, is, { ghost }) =>
  ghost.doubled === null
    ? null
    : `${name(is)} proposes another transaction as ${zxidText(ghost.doubled)}`,
);

/** The next one behind what it had is the next one of all, and leaves the same tree. */
const totalOrder = onMember('Z-TotalOrder', (was, is, { ghost }, change) => {
  const { delivered } = ghost;
  const first = at(delivered, 0);
  const begins = was.peer?.phase !== 'BROADCAST' && is.peer?.phase === 'BROADCAST';
  let last = was.tree.lastZxid;
  if (begins && last.counter > 0 && first !== null && compareZxid(last, first.zxid) > 0) {
    if (placeOf(delivered, last) === -1)
      return `${name(is)} serves ${zxidText(last)}, which nobody else has delivered`;
  }
  for (const txn of appliedIn(change)) {
    const place = placeOf(delivered, txn.zxid);
    const known = at(delivered, place);
    if (known === null || !isSameTxn(known.txn, txn))
      return `${name(is)} delivers ${zxidText(txn.zxid)} where others have delivered something else`;
    const before = at(delivered, place - 1);
    if (before !== null && compareZxid(before.zxid, last) > 0)
      return `${name(is)} delivers ${zxidText(txn.zxid)} without ${zxidText(before.zxid)}`;
    if (known.digest !== null && known.digest !== is.tree.digest)
      return `after ${zxidText(txn.zxid)} the tree of ${name(is)} is not that of the others`;
    last = txn.zxid;
  }
  return null;
});

/** Whoever begins to serve has the tree that the others had at that transaction. */
const sameTree = onMember('Z-Agreement', (was, is, { ghost }) => {
  if (was.peer?.phase === 'BROADCAST' || is.peer?.phase !== 'BROADCAST') return null;
  const tree = is.role?.kind === 'leader' ? was.tree : is.tree;
  const known = at(ghost.delivered, placeOf(ghost.delivered, tree.lastZxid));
  if (known === null || known.digest === null || known.digest === tree.digest) return null;
  return `${name(is)} serves a tree that is not the one of ${zxidText(tree.lastZxid)}`;
});

const globalOrder = onMember('Z-GlobalPrimaryOrder', (was, is, _world, change) => {
  let last = was.tree.lastZxid;
  for (const { zxid } of appliedIn(change)) {
    if (compareZxid(zxid, last) <= 0)
      return `${name(is)} delivers ${zxidText(zxid)} after ${zxidText(last)}`;
    last = zxid;
  }
  return null;
});

/**
 * A leader that is established has everything that anybody has delivered of earlier epochs. It may come
 * late: acknowledged, then asleep while others went on to a later epoch.
 */
const primaryIntegrity = onMember('Z-PrimaryIntegrity', (was, is, { ghost }) => {
  if (!isEstablishing(was, is)) return null;
  const last = newestBefore(ghost.delivered, is.tree.lastZxid.epoch);
  if (last === null || compareZxid(last.zxid, was.tree.lastZxid) <= 0) return null;
  return `${name(is)} is established with ${zxidText(was.tree.lastZxid)}, and ${zxidText(last.zxid)} has been delivered`;
});

const isEstablishing = (was: Server, is: Server): boolean =>
  was.peer?.phase !== 'BROADCAST' && is.peer?.phase === 'BROADCAST' && is.role?.kind === 'leader';

/** Nothing that a client was told to have happened is missing in a later epoch. */
const durable = onMember('Z-Durable', (was, is, { ghost }) => {
  const { acknowledged } = ghost;
  if (!isEstablishing(was, is) || acknowledged === null) return null;
  if (acknowledged.epoch > is.tree.lastZxid.epoch) return null;
  if (compareZxid(was.tree.lastZxid, acknowledged) >= 0) return null;
  return `${name(is)} is established without ${zxidText(acknowledged)}, which a client was told to be done`;
});

/** An entry stands directly behind the one before it, or is the first of its epoch. */
const prefix = onMember('Z-Prefix', (was, is) => {
  if (was.disk === is.disk) return null;
  const length = logLength(is.disk);
  for (let index = Math.max(0, logLength(was.disk)); index < length; index++) {
    const entry = txnAt(is.disk, index)?.zxid;
    if (entry === undefined || entry.counter === 1) continue;
    const logged = txnAt(is.disk, index - 1)?.zxid;
    const saved = newestSnapshot(is.disk)?.zxid;
    const follows = (zxid: Zxid | undefined): boolean =>
      zxid !== undefined && zxid.epoch === entry.epoch && zxid.counter === entry.counter - 1;
    if (follows(logged) || follows(saved) || isCovered(saved, entry)) continue;
    return `${name(is)} logs ${zxidText(entry)} behind ${logged === undefined ? 'nothing' : zxidText(logged)}`;
  }
  return null;
});

const isCovered = (saved: Zxid | undefined, entry: Zxid): boolean =>
  saved !== undefined && compareZxid(saved, entry) >= 0;

/** Promises are kept: epochs never go back, and an older leader's proposals are not logged. */
const fence = onMember('Z-Fence', (was, is) => {
  if (was.disk === is.disk) return null;
  const { acceptedEpoch, currentEpoch } = is.disk;
  if ((acceptedEpoch ?? 0) < (was.disk.acceptedEpoch ?? 0))
    return `${name(is)} accepts an older epoch`;
  if ((currentEpoch ?? 0) < (was.disk.currentEpoch ?? 0))
    return `the epoch of ${name(is)} goes back`;
  if ((currentEpoch ?? 0) > (acceptedEpoch ?? 0))
    return `${name(is)} is in epoch ${currentEpoch}, and has accepted ${acceptedEpoch}`;
  const last = lastLogged(is.disk);
  const logs = logLength(is.disk) > logLength(was.disk) && is.peer?.phase === 'BROADCAST';
  // An observer logs the history that it was synchronised with only when it serves.
  const follows = was.peer?.phase === 'BROADCAST' && is.peer?.state !== 'OBSERVING';
  const old = logs && last !== null && follows;
  return old && last.epoch < (acceptedEpoch ?? 0)
    ? `${name(is)} logs ${zxidText(last)} although it has accepted epoch ${acceptedEpoch}`
    : null;
});

const oneLeader = onMember('Z-OneLeader', (was, is, { ghost }) => {
  const other = isEstablishing(was, is) ? otherLeader(ghost, is) : undefined;
  return other === undefined
    ? null
    : `S${other.leader} and ${name(is)} are established in epoch ${other.epoch}`;
});

const otherLeader = ({ established }: QuorumGhost, { pid, tree }: Server) =>
  established.find(({ epoch, leader }) => epoch === tree.lastZxid.epoch && leader !== pid);

const holdersOf = ({ processes }: World, leader: Server, zxid: Zxid): readonly Pid[] =>
  processes
    .filter(({ disk, pid }) => holds(disk, zxid) || isComingBack(leader, pid))
    .map(({ pid }) => pid);

/** At a commit a quorum has it on disk; or will have it again, see {@link comesAgain}. */
const commit = onMember('Z-Commit', (was, is, world) => {
  if (is.role?.kind !== 'leader' || is.peer === null || was.role?.kind !== 'leader') return null;
  const { lastCommitted } = is.role;
  if (compareZxid(lastCommitted, was.role.lastCommitted) <= 0 || lastCommitted.counter === 0)
    return null;
  const holders = holdersOf(world, is, lastCommitted);
  return isQuorum(is.peer.config, holders)
    ? null
    : `${name(is)} commits ${zxidText(lastCommitted)}, which only ${holders.length} of the voters have on disk`;
});

/** It left this leader with the entry in its log, and is being synchronised by it anew. */
const isComingBack = ({ peer }: Server, sid: number): boolean =>
  peer?.leading?.learners.some(
    (each) => each.sid === sid && each.stage === 'syncing' && sameEpoch(each, peer),
  ) === true;

const sameEpoch = ({ zxid }: LearnerView, { leading }: Peer): boolean =>
  zxid.epoch === leading?.epoch;

function holds(disk: Disk, zxid: Zxid): boolean {
  const logged = txnAt(disk, indexOf(disk, zxid));
  if (logged !== null && sameZxid(logged.zxid, zxid)) return true;
  // In a log that is out of order (a mutant's) it may still be the last one.
  const last = lastLogged(disk);
  if (last !== null && sameZxid(last, zxid)) return true;
  const saved = newestSnapshot(disk);
  return saved !== null && saved.zxid.epoch === zxid.epoch && compareZxid(saved.zxid, zxid) >= 0;
}

/**
 * A leader that has committed a transaction and not applied it yet tells who comes back with it to cut it
 * off, and sends it again behind that [LearnerHandler.syncFollower, Leader.startForwarding]: that is how the
 * real one decides, and the entry is gone from one disk for as long as the second packet takes.
 */
function comesAgain(world: World, is: Server, txn: Txn): boolean {
  const leader = world.processes.find(({ pid }) => pid === is.peer?.following?.leader);
  const s = serverIn(leader?.s ?? null);
  if (s?.role?.kind !== 'leader') return false;
  // Its followers may have logged what its own disk, a slow one, is still to be given.
  return (
    holds(s.disk, txn.zxid) ||
    s.sync.some((job) => job.txn !== null && sameZxid(job.txn.zxid, txn.zxid))
  );
}

const noUncommit = onMember('Z-NoUncommit', (was, is, world) => {
  const { ghost } = world;
  if (was.disk === is.disk) return null;
  const before = lastLogged(was.disk);
  const after = lastLogged(is.disk);
  if (before === null || (after !== null && compareZxid(after, before) >= 0)) return null;
  if (logLength(is.disk) >= logLength(was.disk)) return null;
  for (let index = logLength(was.disk) - 1; index >= 0; index--) {
    const txn = txnAt(was.disk, index);
    if (txn === null || (after !== null && compareZxid(txn.zxid, after) <= 0)) break;
    const known = at(ghost.delivered, placeOf(ghost.delivered, txn.zxid));
    if (known !== null && isSameTxn(known.txn, txn) && !comesAgain(world, is, txn))
      return `${name(is)} truncates ${zxidText(txn.zxid)}, which was committed`;
  }
  return null;
});

/** What each server promises by itself; what only holds of one that stands alone is left out. */
const ALONE: ReadonlySet<string> = new Set(['Acknowledged-Kept', 'Replies-In-Order']);

const ofServers = (ofEachServer as readonly QuorumInvariant[])
  .filter(({ name: of }) => !ALONE.has(of))
  .map((each) => (each.name === 'Tree-Is-Log' ? whereSure(each) : each));

/** Who applies a transaction need not be who prepared it and knows that its digest may be wrong. */
function whereSure(invariant: QuorumInvariant): QuorumInvariant {
  return {
    ...invariant,
    check: (world, change) => {
      const { unsure } = world.ghost;
      return unsure.size === 0 || isSure(unsure, change) ? invariant.check(world, change) : null;
    },
  };
}

const isSure = (unsure: QuorumGhost['unsure'], change: MemberChange): boolean =>
  appliedIn(change).every(({ zxid }) => !unsure.has(zxidText(zxid)));

/** In the order in which they are told when a step breaks several: causes before what follows. */
export const quorumInvariants: readonly QuorumInvariant[] = [
  fence,
  prefix,
  unique,
  commit,
  noUncommit,
  oneLeader,
  durable,
  primaryIntegrity,
  globalOrder,
  integrity,
  totalOrder,
  sameTree,
  ...ofServers,
];
