/** How a branch ends in which servers died at a moment of a write. */
import { compareZxid } from '../../../protocols/election/zxid.ts';
import { stateWord } from '../../../ensemble/project.ts';
import type { ZooKeeperModel } from '../../../ensemble/model.ts';
import type { MemberProcess } from '../../../ensemble/member.ts';
import type { Fact } from '../../../view/fact.ts';
import type { Pid } from '../../../view/time.ts';
import type {
  FutureCell,
  FutureEvent,
  FutureServer,
  FutureSync,
  FutureTxn,
  FutureView,
  WriteFate,
  WriteTold,
} from '../../../view/write-path.ts';
import type { Txn } from '../../../zookeeper/records/txns.ts';
import { logLength, txnAt } from '../../../zookeeper/server/disk.ts';
import type { Disk } from '../../../zookeeper/server/disk.ts';
import type { RunRead } from '../../protocol.ts';
import type { Sliced } from '../../slices.ts';
import { heldBy, isInLog, isLogged, lastOf, leaderIn } from './held.ts';
import type { PathWorld, Sought } from './held.ts';
import { areQuorum, membersOf } from './members.ts';
import type { Members } from './members.ts';
import { WritesSeen, isSame } from './writes-seen.ts';
import type { Seen } from './writes-seen.ts';

/** Columns before and behind the write's own, and how far back they are looked for in each log. */
const BEFORE = 1;
const BEHIND = 2;
const NEWEST = 12;

/** What is kept while the branch is read. */
interface Read {
  /** Each disk as it was when the branch began or, later, when its server was last synchronised. */
  readonly disks: Map<Pid, Disk>;
  readonly syncs: Map<Pid, FutureSync>;
  readonly events: FutureEvent[];
}

/**
 * @param run the branch that ends so
 * @param since the write on the branch that it left
 * @param position where it left, after the write had been read
 * @returns null where so many steps came since that it is not found any more
 */
export function* futureOf(run: RunRead, since: Seen, position: number): Sliced<FutureView | null> {
  const members = membersOf(run.file);
  const world = run.world as unknown as PathWorld;
  const seen = new WritesSeen(members, since.begun);
  yield* seen.readOn(run);
  const found = seen.find(since.asked);
  if (found === undefined) return null;
  const write = found.named ?? found.asked;
  const sought = write.zxid === null ? null : { ...write, zxid: write.zxid };
  const read = yield* readBranch(run, members, position);
  const own = sought === null ? null : { ...sought, type: write.op, path: write.path };
  const txns = columns(world, members, read, own);
  const ofServers = members.pids.flatMap((pid): FutureServer[] => {
    const process = world.processes.find((each) => each.pid === pid);
    return process === undefined ? [] : [serverAt(run, process, members, read, txns)];
  });
  return {
    branch: run.branch.id,
    length: run.branch.length,
    write,
    fate: fateOf(world, members, sought),
    ...toldOf(found),
    leader: leaderIn(world),
    txns,
    servers: ofServers,
    events: read.events,
  };
}

function toldOf({ lost, moments }: Seen): { readonly told: WriteTold; readonly err: string } {
  const reply = moments.find(({ kind }) => kind === 'reply');
  if (reply !== undefined) return { told: reply.err === 'OK' ? 'ok' : 'error', err: reply.err };
  return { told: lost === null ? 'waits' : 'lost', err: '' };
}

/** It is dropped when whoever leads has a history without it: nobody can bring it back. */
function fateOf(world: PathWorld, members: Members, sought: Sought | null): WriteFate {
  const leader = world.processes.find(({ pid }) => pid === leaderIn(world));
  if (leader === undefined) return 'unknown';
  if (sought === null) return 'dropped';
  const held = heldBy(world, leader, sought);
  if (held === 'nothing') return 'dropped';
  const holders = world.processes.filter(
    (process) => members.voters.includes(process.pid) && isLogged(heldBy(world, process, sought)),
  );
  const pids = holders.map(({ pid }) => pid);
  return held === 'committed' && areQuorum(world, members, pids) ? 'survives' : 'unknown';
}

function* readBranch(run: RunRead, { pids }: Members, position: number): Sliced<Read> {
  const read: Read = { disks: new Map(), syncs: new Map(), events: [] };
  const note = (kind: FutureEvent['kind'], step: number, fact: Fact, who: readonly Pid[]): void => {
    const last = read.events.at(-1);
    const together = last?.kind === kind && last.time === fact.time;
    if (together) read.events.pop();
    const all = together ? [...last.pids, ...who] : who;
    const position = together ? last.position : step + 1;
    read.events.push({ kind, position, time: fact.time, pids: all });
  };
  yield* run.walking(position, run.branch.length, ({ step, facts }, now) => {
    const { processes } = now as unknown as PathWorld;
    const diskOf = (pid: Pid): Disk | undefined => processes.find((each) => each.pid === pid)?.disk;
    if (read.disks.size === 0) {
      for (const { pid, disk } of processes) if (pids.includes(pid)) read.disks.set(pid, disk);
    }
    for (const fact of facts) {
      const { pid } = fact;
      if (pid === null) continue;
      if (fact.rule === 'crashed' || fact.rule === 'power-lost') note('died', step, fact, [pid]);
      else if (fact.rule === 'started' && pids.includes(pid)) note('returns', step, fact, [pid]);
      else if (fact.rule === 'leader-established') note('leads', step, fact, [pid]);
      else if (fact.rule === 'sync-decided') {
        const learner = Number(fact.data['learner']);
        const disk = diskOf(learner);
        if (disk !== undefined) read.disks.set(learner, disk);
        read.syncs.set(learner, syncOf(pid, fact));
      }
    }
  });
  return read;
}

const syncOf = (leader: Pid, { data }: Fact): FutureSync => ({
  leader,
  how: String(data['how']),
  zxid: String(data['zxid']),
  txns: Number(data['txns']),
  with: String(data['peerLast']),
});

/** What stands in logs around the write, and the write itself, in the order of zxids. */
function columns(
  world: PathWorld,
  { pids }: Members,
  { disks }: Read,
  own: FutureTxn | null,
): readonly FutureTxn[] {
  const found: FutureTxn[] = own === null ? [] : [own];
  const now = world.processes.filter(({ pid }) => pids.includes(pid)).map(({ disk }) => disk);
  for (const disk of [...now, ...disks.values()]) {
    const length = logLength(disk);
    for (let index = Math.max(0, length - NEWEST); index < length; index++) {
      const txn = txnAt(disk, index);
      if (txn !== null && !found.some((each) => isSameTxn(each, txn))) found.push(columnOf(txn));
    }
  }
  const inOrder = found.toSorted((a, b) => compareZxid(a.zxid, b.zxid));
  const at = own === null ? inOrder.length - 1 : inOrder.indexOf(own);
  return inOrder.slice(Math.max(0, at - BEFORE), at + BEHIND + 1);
}

const columnOf = ({ zxid, session, cxid, body }: Txn): FutureTxn => ({
  zxid,
  session,
  cxid,
  type: body.type,
  path: 'path' in body ? body.path : '',
});

const isSameTxn = (a: Sought, b: Sought): boolean =>
  isSame(a, b) && compareZxid(a.zxid, b.zxid) === 0;

function serverAt(
  { world }: RunRead,
  process: MemberProcess,
  { voters }: Members,
  { disks, syncs }: Read,
  txns: readonly FutureTxn[],
): FutureServer {
  const { pid, liveness, disk } = process;
  const then = disks.get(pid);
  const cellOf = (txn: FutureTxn): FutureCell => {
    const held = heldBy(world as unknown as PathWorld, process, txn);
    const was = then !== undefined && isInLog(then, txn);
    return held === 'nothing' && was ? 'cut' : held;
  };
  return {
    pid,
    observer: !voters.includes(pid),
    liveness,
    state: stateWord(world.model as unknown as ZooKeeperModel, process),
    epoch: disk.currentEpoch,
    last: lastOf(process),
    cells: txns.map(cellOf),
    sync: syncs.get(pid) ?? null,
  };
}
