import type { Frame, MessageView, ProcessView } from '../../view/frame.ts';
import type { Pid } from '../../view/time.ts';
import type {
  ClientView,
  LineView,
  ListingView,
  NodeView,
  OutsideView,
  SceneView,
} from './scene.ts';

/** A frame of these processes, in which nothing else is told. */
export const frameOf = (
  scene: SceneView,
  messages: readonly MessageView[] = [],
  time = 20_000_000,
): Frame<SceneView> => ({
  branch: 0,
  position: 37,
  length: 40,
  time,
  nextTime: null,
  nextInteresting: null,
  processes: [
    process(1, 'S1', 'FOLLOWING'),
    process(2, 'S2', 'LEADING'),
    process(3, 'S3', 'FOLLOWING'),
    ...scene.clients.map(({ pid, name, liveness }) => ({
      ...process(pid, name, 'CONNECTED'),
      liveness,
    })),
    ...scene.outside
      .filter(({ pid }) => scene.clients.every((one) => one.pid !== pid))
      .map(({ pid, name }) => process(pid, name, 'READY')),
  ],
  messages,
  links: [],
  partition: [],
  invariants: [],
  violations: [],
  structure: 1,
  detail: scene,
});

const process = (pid: Pid, name: string, state: string): ProcessView => ({
  pid,
  name,
  liveness: 'up',
  dark: false,
  diskless: true,
  state,
  machineState: state,
});

export const flying = (
  id: number,
  from: Pid,
  to: Pid,
  shape: MessageView['shape'],
  label: string,
  part = 0.5,
): MessageView => ({
  id,
  from,
  to,
  kind: label,
  shape,
  claim: (from > 100 && from < 300 ? from : to) - 100,
  label,
  short: label,
  sentAt: 20_000_000 - part * 10_000,
  leftAt: 20_000_000 - part * 10_000,
  arrivesAt: 20_000_000 + (1 - part) * 10_000,
  status: 'flying',
  nature: 'tcp',
  routine: false,
  piled: 0,
});

export const client = (number: number, more: Partial<ClientView> = {}): ClientView => ({
  pid: 100 + number,
  name: `C${number}`,
  liveness: 'up',
  program: 'queue',
  line: null,
  over: false,
  results: [],
  waits: '',
  does: '',
  expired: false,
  server: ((number - 1) % 3) + 1,
  session: { touchedAt: 18_000_000, expiresAt: 30_000_000, timeout: 10_000 },
  believes: [],
  holds: [],
  wake: 'none',
  list: [],
  next: '',
  ...more,
});

export const node = (
  number: number,
  owner: Pid | null,
  more: Partial<NodeView> = {},
): NodeView => ({
  path: `/ParentLock/Lock-${String(number).padStart(10, '0')}`,
  name: `Lock-${number}`,
  ephemeral: true,
  sequential: true,
  owner,
  data: '',
  watchers: [],
  deletedAt: null,
  ...more,
});

export const line = (code: string, rest: string): LineView => ({
  label: '',
  code,
  rest,
  note: '',
  broken: '',
});

const queueProgram: ListingView = {
  name: 'queue',
  words: false,
  asks: true,
  lines: [
    line('create', 'Lock-: czxid'),
    line('getChildren', ': smallest?'),
    line('exists', 'before, watch'),
    line('NodeDeleted', ': back to 2'),
    line('', 'yes: write to the storage'),
    line('delete', 'own'),
  ],
};

const storage: OutsideView = {
  kind: 'storage',
  pid: 301,
  name: 'S',
  fencing: true,
  value: 'B',
  writer: 102,
  token: '1·21',
  greatest: '1·21',
  refused: 1,
  last: { by: 101, value: 'A', token: '1·20', ok: false },
};

/** Two believe, one holds: the run of the mock-up. */
export const twoOwners = (): SceneView => ({
  root: '/ParentLock',
  programs: [queueProgram],
  clients: [
    client(1, {
      liveness: 'paused',
      believes: ['lock'],
      line: 4,
      results: ['1·20', 'yes', '', '', 'A, 20 s: refused', ''],
    }),
    client(2, {
      believes: ['lock'],
      holds: ['lock'],
      line: 4,
      results: ['1·21', 'no, then yes', 'Lock-0', 'at 12 s', 'B, 13 s: stored', ''],
    }),
    ...[3, 4, 5].map((number) =>
      client(number, {
        line: 3,
        waits: 'wait',
        results: [`1·${19 + number}`, 'no', `Lock-${number - 2}`, '', '', ''],
      }),
    ),
  ],
  nodes: [
    node(0, 101, { deletedAt: 12_000_000 }),
    node(1, 102, { watchers: [{ pid: 103, what: 'data' }] }),
    node(2, 103, { watchers: [{ pid: 104, what: 'data' }] }),
    node(3, 104, { watchers: [{ pid: 105, what: 'data' }] }),
    node(4, 105),
  ],
  rootWatchers: [],
  calls: { answered: 0, failed: 0, reads: 0 },
  outside: [storage],
});

/** So many in the queue, the first holds. */
export const queueOf = (count: number, outside: readonly OutsideView[] = []): SceneView => ({
  root: '/ParentLock',
  programs: [queueProgram],
  clients: Array.from({ length: count }, (_, i) =>
    client(i + 1, {
      line: i === 0 ? 4 : 3,
      waits: i === 0 ? '' : `Lock-${i - 1}`,
      believes: i === 0 ? ['lock'] : [],
      holds: i === 0 ? ['lock'] : [],
      results: [`1·${20 + i}`, i === 0 ? 'yes' : 'no', i === 0 ? '' : `Lock-${i - 1}`],
    }),
  ),
  nodes: Array.from({ length: count }, (_, i) =>
    node(i, 101 + i, { watchers: i + 1 < count ? [{ pid: 102 + i, what: 'data' }] : [] }),
  ),
  rootWatchers: [],
  calls: { answered: 0, failed: 0, reads: 0 },
  outside,
});

/** One node, and everybody else watches it; `gone`: it has just been deleted, and they are told. */
export const herdOf = (count: number, gone: boolean): SceneView => ({
  root: '/exclusive_lock',
  programs: [queueProgram],
  clients: Array.from({ length: count }, (_, i) =>
    client(i + 1, {
      line: i === 0 ? 5 : 3,
      waits: i === 0 ? '' : 'lock',
      believes: i === 0 && !gone ? ['lock'] : [],
      holds: i === 0 && !gone ? ['lock'] : [],
      wake: gone && i > 0 ? 'woken' : 'none',
    }),
  ),
  nodes: [
    {
      ...node(0, 101),
      path: '/exclusive_lock/lock',
      name: 'lock',
      sequential: false,
      deletedAt: gone ? 20_000_000 : null,
      watchers: gone
        ? []
        : Array.from({ length: count - 1 }, (_, i) => ({ pid: 102 + i, what: 'data' as const })),
    },
  ],
  rootWatchers: [],
  calls: { answered: 0, failed: 0, reads: 0 },
  outside: [],
});

/** The events of a burst, each some way on its way. */
export const burst = (count: number): readonly MessageView[] =>
  Array.from({ length: count - 1 }, (_, i) =>
    flying(i + 1, (i % 3) + 1, 102 + i, 'watch-event', '', 0.35 + ((i * 37) % 60) / 100),
  );
