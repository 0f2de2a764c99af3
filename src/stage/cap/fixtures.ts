import type {
  CapClientView,
  CapCutView,
  CapDetail,
  CapRequestView,
  CapServerView,
  CapSideMeter,
  CapVerdictView,
} from '../../view/cap.ts';
import type { CapOpKind, CapOutcome, CapStore } from '../../view/cap-setup.ts';
import type { Frame, LinkView, MessageView, ProcessView } from '../../view/frame.ts';
import type { Micros, Pid } from '../../view/time.ts';

/** Frames of the experiment of the specification, as they would be, for drawings and their tests. */

const ZERO: Micros = 5_000_000;
/** Seconds since the experiment's t = 0 as virtual time. */
export const at = (seconds: number): Micros => ZERO + Math.round(seconds * 1_000_000);

const process = (pid: Pid, name: string, state: string): ProcessView => ({
  pid,
  name,
  liveness: 'up',
  dark: false,
  diskless: false,
  state,
  machineState: state,
});

const MINORITY = new Set<Pid>([1, 2, 101]);

const server = (pid: Pid, role: string, value: number, heardAt: Micros | null): CapServerView => ({
  pid,
  role,
  leads: role === 'LEADING' || role === 'PRIMARY',
  value,
  wrote: value,
  serves: role === 'LOOKING' ? 'none' : 'all',
  side: MINORITY.has(pid) ? 'minority' : 'majority',
  heardAt,
});

const client = (pid: Pid, name: string, home: Pid, state: string): CapClientView => ({
  pid,
  name,
  server: home,
  side: MINORITY.has(pid) ? 'minority' : 'majority',
  state,
  ephemeral: null,
  formerEphemeral: null,
  nextValue: 5,
});

const request = (
  number: number,
  kind: CapOpKind,
  when: number,
  outcome: CapOutcome,
  more: Partial<CapRequestView> = {},
): CapRequestView => {
  const minority = more.client !== 102;
  const over = outcome !== 'waiting' && outcome !== 'planned';
  return {
    number,
    client: 101,
    server: minority ? 2 : 4,
    kind,
    value: null,
    at: at(when),
    calledAt: outcome === 'planned' ? null : at(when),
    returnedAt: over ? at(when + (outcome === 'timeout' ? 5 : 0.02)) : null,
    error: outcome === 'error' ? 'ConnectionLoss' : '',
    before: [],
    outcome,
    readOnly: false,
    staleness: outcome === 'ok' && kind !== 'write' ? 0 : null,
    lost: null,
    tookEffect: false,
    side: minority ? 'minority' : 'majority',
    ...more,
  };
};

const BETA = { client: 102, server: 4, side: 'majority' } as const;

/** ZooKeeper at 18 s: one stale read, three refused, β served. */
export const zookeeperRequests: readonly CapRequestView[] = [
  request(1, 'write', -1, 'ok', { value: 1 }),
  request(2, 'write', 1, 'ok', { value: 2, ...BETA }),
  request(3, 'read', 2, 'ok', { value: 1, staleness: 1 }),
  request(4, 'write', 3, 'timeout', { value: 3 }),
  request(5, 'read', 15, 'error'),
  request(6, 'sync-read', 16, 'error'),
  request(7, 'write', 17, 'error', { value: 4 }),
  request(8, 'read', 18, 'ok', { value: 2, ...BETA, returnedAt: at(18) }),
  request(9, 'read', 60, 'planned', { at: null }),
  request(10, 'read', 61, 'planned', { at: null, ...BETA }),
];

/** Last writer wins after healing: everything was answered, and one write is lost. */
const lastWriterRequests: readonly CapRequestView[] = [
  request(1, 'write', -1, 'ok', { value: 1 }),
  request(2, 'write', 1, 'ok', { value: 2, ...BETA, lost: { at: at(61), by: 7 } }),
  request(3, 'read', 2, 'ok', { value: 1, staleness: 1 }),
  request(4, 'write', 3, 'ok', { value: 3 }),
  request(5, 'read', 15, 'ok', { value: 3 }),
  request(6, 'sync-read', 16, 'ok', { value: 3 }),
  request(7, 'write', 17, 'ok', { value: 4 }),
  request(8, 'read', 18, 'ok', { value: 2, staleness: 2, ...BETA }),
  request(9, 'read', 62, 'ok', { value: 4 }),
  request(10, 'read', 63, 'ok', { value: 4, ...BETA }),
];

const NO_METER: CapSideMeter = {
  issued: 0,
  answered: 0,
  reads: { issued: 0, answered: 0 },
  writes: { issued: 0, answered: 0 },
  stale: 0,
  mostStale: 0,
  meanStale: 0,
};

const verdict = (
  check: CapVerdictView['check'],
  holds: boolean | null,
  requests: readonly number[] = [],
): CapVerdictView => ({
  check,
  holds,
  witness:
    holds === false
      ? {
          requests,
          circle: requests.map((number, i) => ({ number, why: i === 0 ? 'time' : 'overwrites' })),
        }
      : null,
});

const CUT: CapCutView = {
  from: at(0),
  to: at(60),
  groups: [
    [1, 2],
    [3, 4, 5],
  ],
  oneWay: false,
  planned: true,
};

const detailOf = (store: CapStore, more: Partial<CapDetail>): CapDetail => ({
  store,
  zero: ZERO,
  servers: [
    server(1, 'LOOKING', 1, null),
    server(2, 'LOOKING', 1, null),
    server(3, 'FOLLOWING', 2, at(18)),
    server(4, 'FOLLOWING', 2, at(18)),
    server(5, 'LEADING', 2, null),
  ],
  clients: [client(101, 'α', 2, 'CONNECTING'), client(102, 'β', 4, 'CONNECTED')],
  requests: zookeeperRequests,
  requestsHidden: 0,
  cuts: [CUT],
  spans: [
    { pid: 1, role: 'FOLLOWING', from: at(-4), to: at(9.5) },
    { pid: 1, role: 'LOOKING', from: at(9.5), to: null },
    { pid: 2, role: 'FOLLOWING', from: at(-4), to: at(9.5) },
    { pid: 2, role: 'LOOKING', from: at(9.5), to: null },
    { pid: 3, role: 'FOLLOWING', from: at(-4), to: null },
    { pid: 4, role: 'FOLLOWING', from: at(-4), to: null },
    { pid: 5, role: 'LEADING', from: at(-4), to: null },
  ],
  elections: [],
  meters: {
    minority: {
      ...NO_METER,
      issued: 5,
      answered: 1,
      reads: { issued: 3, answered: 1 },
      writes: { issued: 2, answered: 0 },
      stale: 1,
      mostStale: 1,
      meanStale: 1,
    },
    majority: {
      ...NO_METER,
      issued: 2,
      answered: 2,
      reads: { issued: 1, answered: 1 },
      writes: { issued: 1, answered: 1 },
    },
    all: {
      ...NO_METER,
      issued: 7,
      answered: 3,
      reads: { issued: 4, answered: 2 },
      writes: { issued: 3, answered: 1 },
      stale: 1,
      mostStale: 1,
      meanStale: 0.5,
    },
    lost: 0,
    violations: 1,
    divergence: 2,
    latency: { reads: null, writes: { mean: 12_000, most: 12_000 } },
  },
  verdicts: [
    verdict('linearizable', false, [2, 3]),
    verdict('writes', true),
    verdict('sequential', true),
    verdict('monotonic', true),
    verdict('converged', null),
  ],
  promises: ['writes', 'sequential', 'monotonic'],
  ...more,
});

const bothWays = (a: Pid, b: Pid): readonly LinkView[] =>
  [
    [a, b],
    [b, a],
  ].map(([from = 0, to = 0]) => ({ from, to, cut: true, latency: null, loss: 0, duplication: 0 }));

export const frameOf = (
  detail: CapDetail,
  time: Micros,
  options: { readonly cut?: boolean; readonly messages?: readonly MessageView[] } = {},
): Frame<CapDetail> => {
  const groups = [
    [1, 2, 101],
    [3, 4, 5, 102],
  ] as const;
  const cut = options.cut ?? true;
  return {
    branch: 0,
    position: 912,
    length: 912,
    time,
    nextTime: null,
    nextInteresting: null,
    processes: [
      ...detail.servers.map(({ pid, role }) => process(pid, `S${pid}`, role)),
      ...detail.clients.map(({ pid, name, state }) => process(pid, name, state)),
    ],
    messages: options.messages ?? [],
    links: cut ? groups[0].flatMap((a) => groups[1].flatMap((b) => bothWays(a, b))) : [],
    partition: cut ? groups : [],
    invariants: [],
    violations: [],
    structure: 1,
    detail,
  };
};

/** 18 s: ZooKeeper, the cut still on. */
export const choosing = (): Frame<CapDetail> => frameOf(detailOf('zookeeper', {}), at(18));

/** 64 s: last writer wins, healed. */
export const healed = (): Frame<CapDetail> =>
  frameOf(
    detailOf('last-writer-wins', {
      requests: lastWriterRequests,
      servers: [1, 2, 3, 4, 5].map((pid) => ({ ...server(pid, 'PEER', 4, null), side: 'whole' })),
      clients: [client(101, 'α', 2, 'CONNECTED'), client(102, 'β', 4, 'CONNECTED')],
      spans: [1, 2, 3, 4, 5].map((pid) => ({ pid, role: 'PEER', from: at(-4), to: null })),
      verdicts: [
        verdict('linearizable', false, [2, 3]),
        verdict('writes', false, [2, 7]),
        verdict('sequential', false, [2, 8]),
        verdict('monotonic', true),
        verdict('converged', true),
      ],
    }),
    at(64),
    { cut: false },
  );

/** As many servers as there can be, and four clients, before anything is cut. */
export const crowd = (): Frame<CapDetail> => {
  const pids = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const one = detailOf('quorum', {});
  return frameOf(
    {
      ...one,
      servers: pids.map((pid) => server(pid, 'PEER', pid % 3, null)),
      clients: [
        client(101, 'α', 2, 'CONNECTED'),
        client(102, 'β', 4, 'CONNECTED'),
        client(103, 'γ', 2, 'CONNECTED'),
        client(104, 'δ', 9, 'CONNECTED'),
      ],
      spans: pids.map((pid) => ({ pid, role: 'PEER', from: at(-4), to: null })),
      cuts: [],
    },
    at(18),
    { cut: false },
  );
};
