/** What ZooKeeper promises its clients, checked after every step that changed a process. */
import type { Invariant } from '../kernel/model.ts';
import { compareZxid } from '../protocols/election/zxid.ts';
import type { Micros } from '../view/time.ts';
import { zxidText } from '../view/zxid.ts';
import type { Disk } from '../zookeeper/server/disk.ts';
import { elapsed } from '../zookeeper/server/server.ts';
import type { Done } from '../zookeeper/server/done.ts';
import type { Server } from '../zookeeper/server/server.ts';
import { sessionOf } from '../zookeeper/sessions/tracker.ts';
import { nodeAt } from '../zookeeper/tree/data-tree.ts';
import { parentOf } from '../zookeeper/records/paths.ts';
import { get, keysOf } from '../zookeeper/tree/sorted-map.ts';
import { ghostOf } from './ghost.ts';
import type { Ghost, ServerGhost } from './ghost.ts';
import { clientIn, doneIn, newsIn, serverIn } from './member.ts';
import type { Member } from './member.ts';

type ZooKeeperInvariant = Invariant<Member, Disk, Ghost>;

/** What a step did, of one kind. */
type Of<K extends Done['kind']> = Extract<Done, { readonly kind: K }>;

/**
 * The rule about one kind of what a step of a server does: of all else that steps do, most of it, it makes
 * nothing. `was` and `is` are the server before and after the step.
 */
const onDone = <K extends Done['kind']>(
  name: string,
  kind: K,
  rule: (done: Of<K>, was: Server, is: Server, ghost: ServerGhost) => string | null,
): ZooKeeperInvariant => ({
  name,
  check: (world, change) => {
    for (const done of doneIn(change)) {
      if (done.kind !== kind) continue;
      const was = serverIn(change.before);
      const is = serverIn(change.after);
      if (was === null || is === null) return null;
      const broken = rule(done as Of<K>, was, is, ghostOf(world.ghost, change.pid));
      if (broken !== null) return broken;
    }
    return null;
  },
});

const zxidsIncrease = onDone('Zxids-Increase', 'prepared', ({ job }, _was, _is, ghost) => {
  if (job.txn === null) return null;
  const { zxid } = job.txn;
  const { prepared } = ghost.before;
  if (prepared === null || compareZxid(zxid, prepared) > 0) return null;
  return `transaction ${zxidText(zxid)} comes after ${zxidText(prepared)}`;
});

/** Prep has said what the tree's digest will be [DataTree.compareDigest]. */
const treeIsLog = onDone('Tree-Is-Log', 'finished', ({ job: { txn } }, _was, is, ghost) => {
  if (txn === null || ghost.rootChanging || ghost.before.rootChanging) return null;
  if (txn.digest === null || txn.digest === is.tree.digest) return null;
  return `after ${zxidText(txn.zxid)} the tree is not what the transaction was prepared for`;
});

/** What a start finds on the disk is what was applied, as far as it goes. */
const restartKeeps: ZooKeeperInvariant = {
  name: 'Restart-Keeps',
  check: ({ ghost }, { pid, before, after }) => {
    const is = serverIn(after);
    if (before !== null || is === null) return null;
    const { applied } = ghostOf(ghost, pid);
    if (applied === null) return null;
    const { zxid, digest } = applied;
    if (compareZxid(is.tree.lastZxid, zxid) !== 0 || is.tree.digest === digest) return null;
    return `the tree that was loaded is not the one that ${zxidText(zxid)} had left`;
  },
};

const acknowledgedKept: ZooKeeperInvariant = {
  name: 'Acknowledged-Kept',
  check: ({ ghost }, { pid, before, after }) => {
    const is = serverIn(after);
    if (before !== null || is === null) return null;
    const { acknowledged } = ghostOf(ghost, pid);
    if (acknowledged === null) return null;
    if (compareZxid(is.tree.lastZxid, acknowledged) >= 0) return null;
    return `${zxidText(acknowledged)} was acknowledged, but the disk ends with ${zxidText(is.tree.lastZxid)}`;
  },
};

const ephemeralsOwned = onDone('Ephemerals-Owned', 'finished', (_done, was, is) => {
  const { ephemerals, sessions } = is.tree;
  if (ephemerals === was.tree.ephemerals && sessions === was.tree.sessions) return null;
  const orphan = keysOf(ephemerals).find((session) => get(sessions, session) === undefined);
  if (orphan === undefined) return null;
  const [path = ''] = keysOf(get(ephemerals, orphan) ?? null);
  return `${path} belongs to session ${orphan}, which has ended`;
});

const requestsInOrder = onDone('Replies-In-Order', 'finished', ({ job }, _was, _is, ghost) => {
  const { number } = job;
  const { finished } = ghost.before;
  return number <= finished ? `request ${number} is finished after request ${finished}` : null;
});

/** Requests leave the pipeline as they came in, and so do the replies. */
const repliesInOrder: ZooKeeperInvariant = {
  name: 'Replies-In-Order',
  check: (world, change) => {
    const broken = requestsInOrder.check(world, change);
    if (broken !== null) return broken;
    const client = clientIn(change.after);
    if (client === null) return null;
    const odd = newsIn(change).some((each) => each.kind === 'state' && each.reason === 'disorder');
    return odd ? `client ${client.config.name} got a reply that is not the next one` : null;
  },
};

const watchBeforeRead: ZooKeeperInvariant = {
  name: 'Watch-Before-Read',
  check: ({ ghost }, change) => {
    const client = clientIn(change.after);
    const handle = client?.handle;
    if (!client || !handle || client.connection === 0) return null;
    const due = ghost.due.get(client.connection);
    const first = due?.zxids[0];
    if (first === undefined || compareZxid(handle.lastZxid, first) < 0) return null;
    // What it saw through an earlier connection it may have seen before the watch was set.
    if (newsIn(change).every(({ kind }) => kind !== 'result')) return null;
    return `client ${client.config.name} has read ${zxidText(handle.lastZxid)} before the event of ${zxidText(first)}`;
  },
};

const watchOnce = onDone('Watch-Once', 'finished', ({ job, fired }, _was, is) => {
  if (job.txn === null) return null;
  for (const { connection, event } of fired) {
    for (const table of [is.watches.data, is.watches.child]) {
      if (event.type === 'NodeChildrenChanged' && table === is.watches.data) continue;
      if (['NodeCreated', 'NodeDataChanged'].includes(event.type) && table === is.watches.child)
        continue;
      const mode = get(get(table.byPath, event.path) ?? null, connectionKey(connection));
      if (mode === 'STANDARD')
        return `the watch on ${event.path} has fired (${event.type}) and is still there`;
    }
  }
  return null;
});

const parentsCount = onDone('Parents-Count', 'finished', ({ job, err }, was, is) => {
  if (err !== 'OK' || job.txn === null) return null;
  const { body, zxid } = job.txn;
  const creates = 'ephemeral' in body;
  if (!creates && body.type !== 'delete') return null;
  const path = parentOf(body.path);
  const [before, after] = [nodeAt(was.tree, path), nodeAt(is.tree, path)];
  if (before === undefined || after === undefined) return `${body.path} has no parent`;
  if (compareZxid(after.pzxid, zxid) !== 0)
    return `pzxid of ${path || '/'} is not ${zxidText(zxid)}`;
  const grown = after.cversion - before.cversion;
  if (grown === (creates ? 1 : 0)) return null;
  return `the counter of ${path || '/'} has grown by ${grown}`;
});

/** Unless its client closes it, a session ends no earlier than its timeout after its last sign. */
const expiryNotBefore: ZooKeeperInvariant = {
  name: 'Expiry-Not-Before',
  check: ({ time }, change) => {
    const was = serverIn(change.before);
    const is = serverIn(change.after);
    if (was === null || is === null || was.sessions === is.sessions) return null;
    for (const { kind } of doneIn(change))
      if (kind !== 'prepared' && kind !== 'loaded') return endedEarly(was, is, time);
    return null;
  },
};

function endedEarly(was: Server, is: Server, time: Micros): string | null {
  for (const { id, closing } of is.sessions) {
    const known = sessionOf(was.sessions, id);
    if (!closing || known === undefined || known.closing) continue;
    const silence = elapsed(is, time) - known.touched;
    if (silence < known.timeout)
      return `session ${id} expires after ${silence} ms of silence; its timeout is ${known.timeout} ms`;
  }
  return null;
}

const sequenceGrows = onDone('Sequence-Grows', 'finished', (_done, _was, _is, { reused }) =>
  reused === null
    ? null
    : `${reused.path} was made after the number ${reused.before} had been given`,
);

/** As the table of watches orders connections. */
const connectionKey = (connection: number): string => String(connection).padStart(12, '0');

/** In the order in which they are told when a step breaks several: causes before what follows. */
export const invariants: readonly ZooKeeperInvariant[] = [
  zxidsIncrease,
  ephemeralsOwned,
  treeIsLog,
  restartKeeps,
  acknowledgedKept,
  repliesInOrder,
  watchBeforeRead,
  watchOnce,
  parentsCount,
  expiryNotBefore,
  sequenceGrows,
];
