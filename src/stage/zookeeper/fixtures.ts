import type { Frame, Liveness, MessageShape, MessageView } from '../../view/frame.ts';
import type {
  AskedView,
  JobView,
  SessionView,
  StageView,
  TxnCellView,
  ZooKeeperClientView,
  ZooKeeperDetail,
  ZooKeeperServerView,
} from '../../view/zookeeper.ts';
import type { Zxid } from '../../view/zxid.ts';

/** Frames of ZooKeeper runs for the drawings' tests and gallery, written as pictures. */

export type ZooKeeperFrame = Frame<ZooKeeperDetail>;

const NOW = 60_000_000;
const LATENCY = 3000;

const zxid = (counter: number): Zxid => ({ epoch: 0, counter });

const SERVER = 1;

const LIVENESS: Readonly<Record<string, Liveness>> = {
  CRASHED: 'crashed',
  PAUSED: 'paused',
  OFF: 'off',
};

interface Client {
  readonly view: ZooKeeperClientView;
  readonly liveness: Liveness;
  readonly session: SessionView | null;
}

/** `α CONNECTED 8.8/10 e2 asks create /app/x`: state, seconds left of its timeout, ephemerals. */
function client(picture: string, i: number): Client {
  const found = /^(\S+) ([A-Z_]+)(?: (\d+(?:\.\d+)?)\/(\d+))?(?: e(\d+))?(?: asks (.+))?$/.exec(
    picture,
  );
  if (found === null) throw new Error(`no client: ${picture}`);
  const [, name = '', state = '', left, timeout, ephemerals, asks] = found;
  const pid = 101 + i;
  const id = `0x10000000000000${i}`;
  const session: SessionView | null =
    left === undefined
      ? null
      : {
          id,
          client: pid,
          opener: pid,
          timeout: Number(timeout) * 1000,
          touchedAt: NOW - (Number(timeout) + 1 - Number(left)) * 1e6,
          expiresAt: NOW + Number(left) * 1e6,
          connected: state === 'CONNECTED',
          closing: false,
          ephemerals: Number(ephemerals ?? 0),
        };
  return {
    liveness: LIVENESS[state] ?? 'up',
    session,
    view: {
      pid,
      name,
      state: state === 'EXPIRED' ? 'CLOSED' : state,
      expired: state === 'EXPIRED',
      server: state === 'CONNECTED' ? SERVER : null,
      session: session === null ? '0x0' : id,
      timeout: session?.timeout ?? 0,
      knows: [1],
      lastZxid: zxid(5),
      pending: asks === undefined ? 0 : 1,
      queued: 0,
      watches: 0,
      program: 'zkcli',
      running: [],
      prompt: '',
      busy: false,
      ended: false,
      lines: 0,
      asked: askedOf(asks),
      output: [],
    },
  };
}

/** `create /app/x` waits; `create /app/x OK 0·7` is answered. */
function askedOf(picture: string | undefined): AskedView | null {
  if (picture === undefined) return null;
  const [op = '', path = '', err, at = ''] = picture.split(' ');
  const answer =
    err === undefined
      ? null
      : { err, zxid: zxid(Number(at.replace('0·', ''))), at: NOW - 6000, behind: null };
  return { op, path, at: NOW - 40_000, answer };
}

/** `7 create /app/x 0·9 of 101`, with `failed` at its end when its transaction is an error. */
function job(picture: string): JobView {
  const found = /^(\d+) (\S+)(?: (\/\S*))?(?: 0·(\d+))?(?: of (\d+))?( failed)?$/.exec(picture);
  if (found === null) throw new Error(`no request: ${picture}`);
  const [, number, op = '', path = '', counter, asker, failed] = found;
  return {
    number: Number(number),
    cxid: Number(number),
    op,
    path,
    client: Number(asker ?? 0),
    zxid: counter === undefined ? null : zxid(Number(counter)),
    failed: failed !== undefined,
  };
}

const stage = (name: StageView['stage'], jobs: readonly string[]): StageView => ({
  stage: name,
  count: jobs.length,
  jobs: jobs.slice(0, 8).map(job),
});

/** `3 |5 6! 7* 8?`: counters; `|` begins a file, `!` an error, `*` not applied, `?` only appended. */
const log = (picture: string): readonly TxnCellView[] =>
  picture
    .split(' ')
    .filter((word) => word !== '')
    .map((word, index) => ({
      index,
      zxid: zxid(Number(word.replaceAll(/[|!*?]/g, ''))),
      type: 'create',
      path: `/app/n${index}`,
      session: '0x0',
      failed: word.includes('!'),
      durable: !word.endsWith('?'),
      applied: !/[*?]$/.test(word),
      beginsFile: word.startsWith('|'),
    }));

interface World {
  readonly clients: readonly string[];
  readonly state?: string;
  readonly stages?: Partial<Record<StageView['stage'], readonly string[]>>;
  readonly log?: string;
  readonly snapshot?: number;
  readonly messages?: readonly MessageView[];
  readonly server?: Partial<ZooKeeperServerView>;
}

export const world = (
  { clients, state = 'STANDALONE', stages = {}, log: cells = '', ...rest }: World,
  more: Partial<Omit<ZooKeeperFrame, 'detail'>> = {},
): ZooKeeperFrame => {
  const read = clients.map(client);
  const drawn = log(cells);
  const newest = drawn.findLast(({ applied }) => applied)?.zxid ?? zxid(rest.snapshot ?? 0);
  const server: ZooKeeperServerView = {
    pid: SERVER,
    member: null,
    lost: null,
    cfg: '',
    cfgUnread: false,
    tickTime: 2000,
    clientPort: 2181,
    zxid: newest,
    prepared: drawn.at(-1)?.zxid ?? newest,
    received: 40,
    sent: 41,
    latency: { least: 0, mean: 1.2, most: 12 },
    connections: read.length,
    outstanding: 0,
    nodes: 12,
    ephemerals: 1,
    watches: 1,
    stages: (['prep', 'sync', 'flush', 'final'] as const).map((name) =>
      stage(name, stages[name] ?? []),
    ),
    logFiles: 1,
    logLength: drawn.length,
    log: drawn,
    snapshots: rest.snapshot === undefined ? [] : [{ zxid: zxid(rest.snapshot), durable: true }],
    snapshotAfter: 50_000,
    sessions: read.flatMap(({ session }) => (session === null ? [] : [session])),
    ...rest.server,
  };
  return {
    branch: 0,
    position: 80,
    length: 90,
    time: NOW,
    nextTime: NOW + 1000,
    nextInteresting: NOW + 1000,
    processes: [
      {
        pid: SERVER,
        name: 'S1',
        liveness: LIVENESS[state] ?? 'up',
        dark: false,
        diskless: false,
        state,
        machineState: state,
      },
      ...read.map(({ view, liveness }) => ({
        pid: view.pid,
        name: view.name,
        liveness,
        dark: false,
        diskless: true,
        state: view.expired ? 'EXPIRED' : view.state,
        machineState: '',
      })),
    ],
    messages: rest.messages ?? [],
    links: [],
    partition: [],
    invariants: ['Tree-Is-Log'],
    violations: [],
    structure: 1,
    ...more,
    detail: {
      ensemble: null,
      servers: [server],
      clients: read.map(({ view }) => view),
      spare: [],
      writes: 9,
      events: 1,
    },
  };
};

/** `101>1 request "create /app/x" create 40%`, or `held`: way, shape, labels, how far. */
export const travelling = (picture: string): readonly MessageView[] =>
  picture
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, id) => {
      const found = /^(\d+)>(\d+) (\S+) "(.*)" (\S+) (?:(held|lost)|(\d+)%)$/.exec(line);
      if (found === null) throw new Error(`no message: ${line}`);
      const [, from, to, shape, label = '', short = '', status, percent] = found;
      const sentAt = NOW - (Number(percent ?? 0) / 100) * LATENCY;
      return {
        id,
        from: Number(from),
        to: Number(to),
        kind: short,
        // The fixtures name existing shapes; a wrong one would draw nothing and be seen.
        shape: shape as MessageShape,
        claim: Math.max(Number(from), Number(to)) - 100,
        label,
        short,
        sentAt,
        leftAt: sentAt,
        arrivesAt: sentAt + LATENCY,
        status: status === 'held' ? 'held' : status === 'lost' ? 'lost' : 'flying',
        nature: 'tcp',
        routine: false,
        piled: 0,
      };
    });

/** α writes while β's read waits behind it; a watch event is on its way to β. */
export const writing = (): ZooKeeperFrame =>
  world({
    clients: [
      'α CONNECTED 30/30 e1 asks create /app/x',
      'β CONNECTED 7.4/10 asks getData /app/e OK 0·4',
    ],
    stages: {
      prep: ['12 setData /config of 102'],
      sync: ['11 getData /app/x of 102'],
      flush: ['9 create /app/x 0·6 of 101', '10 create /app/x 0·7 of 102 failed'],
      final: ['8 create /app/e 0·5 of 101'],
    },
    log: '|1 2 3! 4 5* 6? 7!?',
    snapshot: 1,
    messages: travelling(`
      101>1 request "setData /app/x" setData 45%
      1>102 ack "OK 0·4" OK 30%
      1>102 watch-event "NodeCreated /app/e" NodeCreated 60%`),
  });
