/** From a world of servers and clients to what the page draws. */
import { itemsOf } from '../kernel/long-list.ts';
import type { Pid } from '../view/time.ts';
import type {
  AskedView,
  JobView,
  LostView,
  OutputLineView,
  StageView,
  TxnCellView,
  ZooKeeperClientView,
  ZooKeeperDetail,
  ZooKeeperServerView,
} from '../view/zookeeper.ts';
import { compareZxid } from '../protocols/election/zxid.ts';
import type { TxnBody } from '../zookeeper/records/txns.ts';
import { indexOf, logLength, txnAt } from '../zookeeper/server/disk.ts';
import type { Disk } from '../zookeeper/server/disk.ts';
import { replayedOnce } from '../zookeeper/quorum/histories.ts';
import type { Server, Settings } from '../zookeeper/server/server.ts';
import type { Job } from '../zookeeper/server/job.ts';
import { inProcess } from '../zookeeper/server/server.ts';
import type { Session } from '../zookeeper/sessions/tracker.ts';
import { ephemeralCount, ephemeralsOf, znodeCount } from '../zookeeper/tree/data-tree.ts';
import { watchCount } from '../zookeeper/watches/watches.ts';
import type { Asked, Client } from '../clients/client.ts';
import { attached, serverOf } from './attached.ts';
import type { Attached } from './attached.ts';
import { holdersOf } from './ask/asked.ts';
import { surroundings } from '../clients/feed.ts';
import type { OutputLine } from '../clients/program.ts';
import { ghostOf } from './ghost.ts';
import type { Ghost } from './ghost.ts';
import { clientIn, serverIn } from './member.ts';
import type { MemberProcess, MemberWorld } from './member.ts';
import type { ZooKeeperModel } from './model.ts';
import type { WorldConfig } from './config.ts';

type ZooKeeperWorld = MemberWorld<Ghost>;

/** So much of a queue, of the log and of a console travels with every frame. */
const MOST_JOBS = 8;
const MOST_CELLS = 24;
const MOST_LINES = 60;

/** LOADING, STANDALONE or LOOKING, FOLLOWING, …; CONNECTING, CONNECTED, CLOSED, EXPIRED, … */
export function stateWord(
  model: ZooKeeperModel,
  { pid, s, leaves, liveness }: MemberProcess,
): string {
  if (s === null) return liveness === 'off' ? 'OFF' : 'CRASHED';
  const client = clientIn(s);
  if (client === null) {
    const [leaf] = leaves;
    // Its process is there before its machine has taken the first step.
    if (leaf === undefined) return 'LOADING';
    const peer = serverIn(s)?.peer ?? null;
    return peer?.state ?? model.machines(pid)[0]?.table.states[leaf]?.path ?? '';
  }
  if (client.handle?.expired === true) return 'EXPIRED';
  return client.handle?.state ?? 'NOT_CONNECTED';
}

function jobView(s: Server, { number, cxid, request, connection, txn }: Job): JobView {
  const named = txn !== null && 'path' in txn.body ? txn.body.path : null;
  return {
    number,
    cxid: connection === 0 ? null : cxid,
    op: request.op,
    path: named ?? ('path' in request ? request.path : ''),
    client: s.connections.find(({ id }) => id === connection)?.peer ?? 0,
    zxid: txn?.zxid ?? null,
    failed: txn?.body.type === 'error',
  };
}

function stagesOf(s: Server): StageView[] {
  const queues: readonly [StageView['stage'], readonly Job[]][] = [
    ['prep', s.prep],
    ['sync', s.sync],
    ['flush', s.unflushed],
    ['final', s.final],
  ];
  return queues.map(([stage, jobs]) => ({
    stage,
    count: jobs.length,
    jobs: jobs.slice(0, MOST_JOBS).map((job) => jobView(s, job)),
  }));
}

/** A stretch of the log; `kept` is what a crash would leave of it. */
export function logCells(
  disk: Disk,
  kept: Disk,
  applied: ZooKeeperServerView['zxid'],
  from: number,
  to: number,
): TxnCellView[] {
  const begins = new Set(disk.files.map(({ name }) => indexOf(disk, name)));
  const durable = keptTo(kept);
  const cells: TxnCellView[] = [];
  for (let index = Math.max(0, from); index < Math.min(to, logLength(disk)); index++) {
    const txn = txnAt(disk, index);
    if (txn === null) continue;
    const { zxid, body, session } = txn;
    cells.push({
      index,
      zxid,
      type: body.type,
      path: 'path' in body ? body.path : '',
      session,
      failed: hasFailed(body),
      durable: durable !== null && compareZxid(zxid, durable) <= 0,
      applied: compareZxid(zxid, applied) <= 0,
      beginsFile: begins.has(index),
    });
  }
  return cells;
}

/** It took a zxid and changed nothing: an error, or a multi, whose parts are all errors then. */
const hasFailed = (body: TxnBody): boolean =>
  body.type === 'error' ||
  (body.type === 'multi' && body.txns.some(({ type }) => type === 'error'));

const keptTo = (kept: Disk): ZooKeeperServerView['zxid'] | null =>
  txnAt(kept, logLength(kept) - 1)?.zxid ?? null;

function sessionViews(
  settings: Settings,
  s: Server,
  clients: ReadonlyMap<string, Pid>,
  { openers }: Ghost,
) {
  const virtual = (elapsed: number): number => (elapsed - settings.uptime) * 1000;
  return s.sessions.map(({ id, timeout, touched, expires, closing }: Session) => ({
    id,
    client: clients.get(id) ?? null,
    opener: openers.get(id) ?? null,
    timeout,
    touchedAt: virtual(touched),
    expiresAt: virtual(expires),
    connected: s.connections.some(({ session }) => session === id),
    closing,
    ephemerals: ephemeralsOf(s.tree, id).length,
  }));
}

function serverView(
  settings: Settings,
  { s: member, disk: kept, pid, cfg: written }: MemberProcess,
  clients: ReadonlyMap<string, Pid>,
  ghost: Ghost,
): ZooKeeperServerView {
  const s = serverIn(member);
  const disk = s?.disk ?? kept;
  const tree = s?.tree ?? replayedOnce(kept).tree;
  const length = logLength(disk);
  const { stats } = s ?? { stats: null };
  const answers = stats?.answers ?? 0;
  const { killed } = ghostOf(ghost, pid);
  const file = written ?? settings.cfgFile;
  const { cfg } = s?.settings ?? settings;
  return {
    pid,
    zxid: tree.lastZxid,
    prepared: s?.zxid ?? tree.lastZxid,
    received: stats?.received ?? 0,
    sent: stats?.sent ?? 0,
    latency: {
      least: stats?.leastLatency ?? 0,
      mean: answers === 0 ? 0 : (stats?.totalLatency ?? 0) / answers,
      most: stats?.mostLatency ?? 0,
    },
    connections: s?.connections.length ?? 0,
    outstanding: s === null ? 0 : inProcess(s),
    nodes: znodeCount(tree),
    ephemerals: ephemeralCount(tree),
    watches: s === null ? 0 : watchCount(s.watches),
    stages: s === null ? [] : stagesOf(s),
    logFiles: disk.files.length,
    logLength: length,
    log: logCells(disk, kept, tree.lastZxid, length - MOST_CELLS, length),
    snapshots: disk.snapshots.map(({ zxid }) => ({
      zxid,
      durable: kept.snapshots.some((each) => compareZxid(each.zxid, zxid) === 0),
    })),
    snapshotAfter: s === null ? 0 : Math.max(0, s.logging.limit + 1 - s.logging.count),
    sessions: s === null ? [] : sessionViews(settings, s, clients, ghost),
    lost: s === null && killed !== null ? lostView(killed, kept) : null,
    cfg: file,
    tickTime: cfg.tickTime,
    clientPort: cfg.clientPort,
    cfgUnread: s !== null && s.settings.cfgFile !== file,
  };
}

/** What a kill took from a server of which this is left. */
function lostView(killed: Server, kept: Disk): LostView {
  const [from, to] = [logLength(kept), logLength(killed.disk)];
  return {
    stages: stagesOf(killed),
    log: logCells(killed.disk, kept, killed.tree.lastZxid, from, to).slice(-MOST_CELLS),
  };
}

/** A line of the console. */
export const lineView = (line: OutputLine): OutputLineView => ({ code: '', ...line });

/** The handle's state, and the console. */
function clientView(
  config: WorldConfig,
  process: MemberProcess,
  servers: Attached,
  now: number,
): ZooKeeperClientView {
  const s = clientIn(process.s);
  const { name, program } = config.clients.get(process.pid) ?? { name: '', program: null };
  const handle = s?.handle ?? null;
  return {
    pid: process.pid,
    name,
    state: handle?.state ?? 'NOT_CONNECTED',
    expired: handle?.expired ?? false,
    server: serverOf(servers, s),
    session: handle?.session ?? '0x0',
    timeout: handle?.timeout ?? 0,
    lastZxid: handle?.lastZxid ?? { epoch: 0, counter: 0 },
    asked: askedView(s?.asked ?? null),
    pending: handle?.pending.length ?? 0,
    queued: handle?.outgoing.length ?? 0,
    watches: watchedPaths(s),
    program: program?.name ?? '',
    running: s === null ? [] : (program?.shown?.(s.program) ?? []),
    prompt: s === null ? '' : (program?.prompt?.(s.program, surroundings(s, now)) ?? ''),
    busy: s !== null && program?.busy?.(s.program) === true,
    ended: s?.wants === 'exit',
    lines: s?.outputCount ?? 0,
    output: s === null ? [] : itemsOf(s.output, s.output.longList - MOST_LINES).map(lineView),
  };
}

function askedView(asked: Asked | null): AskedView | null {
  if (asked === null) return null;
  const { op, path, at, result } = asked;
  return { op, path, at, answer: result };
}

function watchedPaths(s: Client | null): number {
  const paths = new Set<string>();
  for (const table of Object.values(s?.handle?.watches ?? {})) {
    for (const path of table.keys()) paths.add(path);
  }
  return paths.size;
}

/** ZooKeeper's part of a frame. */
export function zookeeperDetail(
  { config }: ZooKeeperModel,
  world: ZooKeeperWorld,
): ZooKeeperDetail {
  const clients = holdersOf(world);
  const attachments = attached(world);
  const servers: ZooKeeperServerView[] = [];
  const views: ZooKeeperClientView[] = [];
  const spare: Pid[] = [];
  for (const process of world.processes) {
    const settings = config.servers.get(process.pid);
    if (process.liveness === 'off' && config.spare.has(process.pid)) spare.push(process.pid);
    else if (settings === undefined)
      views.push(clientView(config, process, attachments, world.time));
    else servers.push(serverView(settings, process, clients, world.ghost));
  }
  return {
    servers,
    clients: views,
    spare,
    writes: world.ghost.writes,
    events: world.ghost.events,
  };
}
