/** What the invariants remember of a run. */
import { append, noPages } from '../kernel/pages.ts';
import type { Pages } from '../kernel/pages.ts';
import { compareZxid } from '../protocols/election/zxid.ts';
import type { Pid } from '../view/time.ts';
import type { Zxid } from '../view/zxid.ts';
import { parentOf } from '../zookeeper/records/paths.ts';
import type { Done } from '../zookeeper/server/done.ts';
import type { Server } from '../zookeeper/server/server.ts';
import { cnxnOf } from '../zookeeper/server/server.ts';
import { nodeAt } from '../zookeeper/tree/data-tree.ts';
import { clientIn, doneIn, serverIn } from './member.ts';
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

export interface Ghost {
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
  readonly due: ReadonlyMap<number, Due>;
  /** The greatest sequence number given below each parent; a parent made anew begins anew. */
  readonly sequences: ReadonlyMap<string, number>;
  /** A sequence number that was not greater than one before it. */
  readonly reused: { readonly path: string; readonly before: number } | null;
  /**
   * Prep knows the root by two names that do not meet, so what it says of the tree's digest may be
   * wrong from a change of `/` itself until no transaction is under way any more; as in ZooKeeper.
   */
  readonly rootChanging: boolean;
  /** What became of watches, from the start of the run. */
  readonly watchMoments: WatchMoments;
  /** Which step applied which transaction, in their order. */
  readonly appliedAt: Pages<AppliedAt>;
  /** The server as it was when it was killed, until it is started again. */
  readonly killed: Server | null;
  /** For whom each session was opened. */
  readonly openers: ReadonlyMap<string, Pid>;
  /** Transactions applied, and watch events sent, since the start. */
  readonly writes: number;
  readonly events: number;
  /** Messages that servers took or sent since the start, pings left out. */
  readonly messages: number;
}

const nothing = { prepared: null, finished: -1, rootChanging: false };

export const noGhost: Ghost = {
  ...nothing,
  before: nothing,
  acknowledged: null,
  applied: null,
  due: new Map(),
  sequences: new Map(),
  reused: null,
  watchMoments: noMoments,
  killed: null,
  openers: new Map(),
  appliedAt: noPages,
  writes: 0,
  events: 0,
  messages: 0,
};

type Edit<T> = { -readonly [K in keyof T]: T[K] };

export function remember(ghost: Ghost, world: MemberWorld<Ghost>, change: MemberChange): Ghost {
  const before = serverIn(change.before);
  const after = serverIn(change.after);
  if (after !== null) {
    if (before === null) return { ...ghost, killed: null };
    return change.did.length === 0 ? ghost : afterServer(ghost, before, after, change, world);
  }
  if (before !== null)
    return { ...ghost, ...nothing, before: nothing, due: new Map(), killed: before };
  if (
    change.after === null &&
    change.diskAfter !== change.diskBefore &&
    change.diskAfter.snapshots.length === 0
  ) {
    // The disk was lost by hand: whatever was promised is void.
    const { writes, events, messages } = ghost;
    return { ...noGhost, writes, events, messages };
  }
  return afterClient(ghost, change);
}

/** A client has heard of events: they are due no more. */
function afterClient(ghost: Ghost, change: MemberChange): Ghost {
  const was = clientIn(change.before);
  const is = clientIn(change.after);
  const heard = is?.handle?.heard ?? 0;
  if (is === null || is.connection === 0 || heard === (was?.handle?.heard ?? 0)) return ghost;
  const due = ghost.due.get(is.connection);
  if (due === undefined) return ghost;
  const rest = { before: heard, zxids: due.zxids.slice(heard - due.before) };
  return { ...ghost, due: new Map(ghost.due).set(is.connection, rest) };
}

function afterServer(
  ghost: Ghost,
  was: Server,
  is: Server,
  change: MemberChange,
  at: MemberWorld<Ghost>,
): Ghost {
  const next: Edit<Ghost> = { ...ghost };
  const { prepared, finished, rootChanging } = ghost;
  next.before = { prepared, finished, rootChanging };
  next.reused = null;
  const done = doneIn(change);
  next.messages += messagesOf(was, is, done);
  for (const each of done) {
    switch (each.kind) {
      case 'prepared':
        if (each.job.txn === null) break;
        next.prepared = each.job.txn.zxid;
        next.rootChanging ||= is.outstanding.records.some(({ path }) => path === '/');
        break;
      case 'dropped': {
        const due = new Map(ghost.due);
        if (due.delete(each.cnxn.id)) next.due = due;
        next.watchMoments = noteMoments(next.watchMoments, was, is, each, at);
        break;
      }
      case 'finished':
        next.watchMoments = noteMoments(next.watchMoments, was, is, each, at);
        noteFinished(next, was, is, each, at);
        break;
      default:
    }
  }
  return next;
}

type Finished = Done & { readonly kind: 'finished' };

function noteFinished(
  next: Edit<Ghost>,
  was: Server,
  is: Server,
  done: Finished,
  at: MemberWorld<Ghost>,
): void {
  const { job, err, fired, zxid } = done;
  next.finished = job.number;
  next.rootChanging &&= [is.sync, is.unflushed, is.final].some((jobs) =>
    jobs.some(({ txn }) => txn !== null),
  );
  if (fired.length > 0) {
    const due = new Map(next.due);
    for (const { connection } of fired) {
      const known = due.get(connection) ?? { before: 0, zxids: [] };
      due.set(connection, { before: known.before, zxids: [...known.zxids, zxid] });
    }
    next.due = due;
    next.events += fired.length;
  }
  if (job.txn === null) return;
  if (job.txn.body.type === 'createSession') {
    const opener = cnxnOf(is, job.connection)?.peer;
    if (opener !== undefined) next.openers = new Map(next.openers).set(job.session, opener);
  }
  next.writes++;
  next.applied = { zxid: job.txn.zxid, digest: is.tree.digest };
  next.appliedAt = append(next.appliedAt, { zxid: job.txn.zxid, step: at.step });
  if (err === 'OK' && job.connection !== 0 && isLater(job.txn.zxid, next.acknowledged)) {
    next.acknowledged = job.txn.zxid;
  }
  noteSequence(next, is, done);
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

/** A sequential node was made: its number must be greater than all before it. */
function noteSequence(ghost: Edit<Ghost>, { tree }: Server, { job }: Finished): void {
  const { request, txn } = job;
  if (request.op !== 'create' || !request.mode.endsWith('SEQUENTIAL')) return;
  if (txn === null || !('ephemeral' in txn.body)) return;
  const { path } = txn.body;
  const parent = parentOf(path);
  const number = Number(path.slice(-10));
  const czxid = nodeAt(tree, parent)?.czxid;
  const key = `${czxid?.epoch ?? 0}·${czxid?.counter ?? 0} ${parent}`;
  const before = ghost.sequences.get(key) ?? -1;
  if (number <= before) ghost.reused = { path, before };
  else ghost.sequences = new Map(ghost.sequences).set(key, number);
}
