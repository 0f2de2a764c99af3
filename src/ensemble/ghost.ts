/** What the invariants remember of a run. */
import type { Edit } from '../kernel/edit.ts';
import { append, noPages } from '../kernel/pages.ts';
import type { Pages } from '../kernel/pages.ts';
import { compareZxid } from '../protocols/election/zxid.ts';
import type { Pid } from '../view/time.ts';
import type { Zxid } from '../view/zxid.ts';
import type { Done } from '../zookeeper/server/done.ts';
import type { Server } from '../zookeeper/server/server.ts';
import { cnxnOf } from '../zookeeper/server/server.ts';
import { clientIn, doneIn, serverIn } from './member.ts';
import { noteSequence } from './sequence-numbers.ts';
import type { SequenceNumbers } from './sequence-numbers.ts';
import { noMoments, noteMoments } from './watch-moments.ts';
import type { WatchMoments } from './watch-moments.ts';
import type { MemberChange, MemberWorld } from './member.ts';

/** Events on their way through one connection. */
export interface Due {
  /** How many went before those that are listed. */
  readonly before: number;
  /** The change that each of them tells of. */
  readonly zxids: readonly Zxid[];
}

export interface AppliedAt {
  readonly zxid: Zxid;
  readonly step: number;
}

/** What is remembered of one server. */
export interface ServerGhost extends SequenceNumbers {
  readonly pid: Pid;
  /** The zxid prepared last in this life of the server; null: none yet. */
  readonly prepared: Zxid | null;
  /** The request finished last in this life. */
  readonly finished: number;
  /** Of these, those before the newest step: what the invariants compare with. */
  readonly before: {
    readonly prepared: Zxid | null;
    readonly finished: number;
    readonly rootChanging: boolean;
  };
  /** The newest write whose success was sent to its client. */
  readonly acknowledged: Zxid | null;
  /** The newest transaction applied, and the tree's digest then. */
  readonly applied: { readonly zxid: Zxid; readonly digest: number } | null;
  /**
   * Prep knows the root by two names that do not meet, so what it says of the tree's digest may be
   * wrong from a change of `/` itself until no transaction is under way any more; as in ZooKeeper.
   */
  readonly rootChanging: boolean;
  /** What became of its watches, from the start of the run. */
  readonly watchMoments: WatchMoments;
  /** Which step applied which transaction, in their order. */
  readonly appliedAt: Pages<AppliedAt>;
  /** The server as it was when it was killed, until it is started again. */
  readonly killed: Server | null;
}

export interface Ghost {
  readonly servers: readonly ServerGhost[];
  /** By the number of the connection. */
  readonly due: ReadonlyMap<number, Due>;
  /** For whom each session was opened. */
  readonly openers: ReadonlyMap<string, Pid>;
  /** Transactions applied, and watch events sent, since the start. */
  readonly writes: number;
  readonly events: number;
  /** Messages that servers took or sent since the start, pings left out. */
  readonly messages: number;
}

const nothing = { prepared: null, finished: -1, rootChanging: false };

/** Of a server that has not run yet, or that a run does not have. */
export const unknownServer = (pid: Pid): ServerGhost => ({
  pid,
  ...nothing,
  before: nothing,
  acknowledged: null,
  applied: null,
  sequences: new Map(),
  reused: null,
  watchMoments: noMoments,
  appliedAt: noPages,
  killed: null,
});

export const noGhost = (servers: readonly Pid[]): Ghost => ({
  servers: servers.map(unknownServer),
  due: new Map(),
  openers: new Map(),
  writes: 0,
  events: 0,
  messages: 0,
});

/** @throws RangeError when there is no such server */
export function ghostOf({ servers }: Ghost, pid: Pid): ServerGhost {
  for (const each of servers) if (each.pid === pid) return each;
  throw new RangeError(`no server ${pid}`);
}

/** A copy to be changed: each step that does anything makes one. */
const editServer = (of: ServerGhost): Edit<ServerGhost> => ({
  pid: of.pid,
  prepared: of.prepared,
  finished: of.finished,
  rootChanging: of.rootChanging,
  before: of.before,
  acknowledged: of.acknowledged,
  applied: of.applied,
  sequences: of.sequences,
  reused: of.reused,
  watchMoments: of.watchMoments,
  appliedAt: of.appliedAt,
  killed: of.killed,
});

const withServer = (
  { servers }: Ghost,
  pid: Pid,
  change: Partial<ServerGhost>,
): readonly ServerGhost[] =>
  servers.map((each) => (each.pid === pid ? { ...each, ...change } : each));

/** @returns the ghost itself, or a copy that is nobody's yet; what else a ghost remembers stays as it is */
export function remember<G extends Ghost>(
  ghost: G,
  world: MemberWorld<Ghost>,
  change: MemberChange,
): G {
  const before = serverIn(change.before);
  const after = serverIn(change.after);
  const { pid } = change;
  if (after !== null) {
    if (before === null) return { ...ghost, servers: withServer(ghost, pid, { killed: null }) };
    return change.did.length === 0 ? ghost : afterServer(ghost, before, after, change, world);
  }
  if (before !== null) {
    const ended = { ...nothing, before: nothing, killed: before };
    const due = new Map(ghost.due);
    for (const { id } of before.connections) due.delete(id);
    return { ...ghost, servers: withServer(ghost, pid, ended), due };
  }
  if (
    change.after === null &&
    change.diskAfter !== change.diskBefore &&
    change.diskAfter.snapshots.length === 0
  ) {
    // The disk was lost by hand: whatever was promised is void.
    return { ...ghost, servers: withServer(ghost, pid, unknownServer(pid)) };
  }
  return afterClient(ghost, change);
}

/** A client has heard of events: they are due no more. */
function afterClient<G extends Ghost>(ghost: G, change: MemberChange): G {
  const was = clientIn(change.before);
  const is = clientIn(change.after);
  const heard = is?.handle?.heard ?? 0;
  if (is === null || is.connection === 0 || heard === (was?.handle?.heard ?? 0)) return ghost;
  const due = ghost.due.get(is.connection);
  if (due === undefined) return ghost;
  const rest = { before: heard, zxids: due.zxids.slice(heard - due.before) };
  return { ...ghost, due: new Map(ghost.due).set(is.connection, rest) };
}

/** Whether a step that does nothing of note leaves it as it is. */
const isSettled = ({ before, prepared, finished, rootChanging, reused }: ServerGhost): boolean =>
  reused === null &&
  before.prepared === prepared &&
  before.finished === finished &&
  before.rootChanging === rootChanging;

const isNoted = ({ kind }: Done): boolean =>
  kind === 'prepared' || kind === 'dropped' || kind === 'finished';

function afterServer<G extends Ghost>(
  ghost: G,
  was: Server,
  is: Server,
  change: MemberChange,
  at: MemberWorld<Ghost>,
): G {
  const done = doneIn(change);
  const known = ghostOf(ghost, change.pid);
  const messages = messagesOf(was, is, done);
  if (isSettled(known) && !done.some(isNoted))
    return messages === 0 ? ghost : { ...ghost, messages: ghost.messages + messages };
  const copy = { ...ghost };
  const next: Edit<Ghost> = copy;
  const own = editServer(known);
  next.servers = ghost.servers.map((each) => (each.pid === change.pid ? own : each));
  const { prepared, finished, rootChanging } = own;
  own.before = { prepared, finished, rootChanging };
  own.reused = null;
  next.messages += messages;
  for (const each of done) {
    switch (each.kind) {
      case 'prepared':
        if (each.job.txn === null) break;
        own.prepared = each.job.txn.zxid;
        own.rootChanging ||= is.outstanding.records.some(({ path }) => path === '/');
        break;
      case 'dropped': {
        const due = new Map(ghost.due);
        if (due.delete(each.cnxn.id)) next.due = due;
        own.watchMoments = noteMoments(own.watchMoments, was, is, each, at);
        break;
      }
      case 'finished':
        own.watchMoments = noteMoments(own.watchMoments, was, is, each, at);
        noteFired(next, each);
        noteFinished(own, is, each);
        if (each.job.txn !== null) noteApplied(next, own, is, each, at.step);
        break;
      default:
    }
  }
  return copy;
}

type Finished = Done & { readonly kind: 'finished' };

function noteFinished(own: Edit<ServerGhost>, is: Server, { job }: Finished): void {
  own.finished = job.number;
  const { role } = is;
  const proposes =
    role?.kind === 'leader' && (role.outstanding.length > 0 || role.toBeApplied.length > 0);
  own.rootChanging &&=
    proposes ||
    [is.sync, is.unflushed, is.final].some((jobs) => jobs.some(({ txn }) => txn !== null));
}

/** Events are on their way. */
function noteFired(next: Edit<Ghost>, { fired, zxid }: Finished): void {
  if (fired.length === 0) return;
  const due = new Map(next.due);
  for (const { connection } of fired) {
    const known = due.get(connection) ?? { before: 0, zxids: [] };
    due.set(connection, { before: known.before, zxids: [...known.zxids, zxid] });
  }
  next.due = due;
  next.events += fired.length;
}

function noteApplied(
  next: Edit<Ghost>,
  own: Edit<ServerGhost>,
  is: Server,
  done: Finished,
  step: number,
): void {
  const { job, err } = done;
  if (job.txn === null) return;
  const { zxid, body } = job.txn;
  if (body.type === 'createSession') {
    const opener = cnxnOf(is, job.connection)?.peer;
    if (opener !== undefined) next.openers = new Map(next.openers).set(job.session, opener);
  }
  next.writes++;
  own.applied = { zxid, digest: is.tree.digest };
  own.appliedAt = append(own.appliedAt, { zxid, step });
  if (err === 'OK' && job.connection !== 0 && isLater(zxid, own.acknowledged)) {
    own.acknowledged = zxid;
  }
  noteSequence(own, is.tree, job);
}

/** What a step took and sent, as the server itself counts [ServerStats]; pings, and what resets the count, apart. */
function messagesOf(was: Server, is: Server, done: readonly Done[]): number {
  const apart = done.some(
    (each) =>
      each.kind === 'word' ||
      ((each.kind === 'queued' || each.kind === 'finished') && each.job.request.op === 'ping'),
  );
  if (apart) return 0;
  return is.stats.received + is.stats.sent - was.stats.received - was.stats.sent;
}

const isLater = (zxid: Zxid, than: Zxid | null): boolean =>
  than === null || compareZxid(zxid, than) > 0;
