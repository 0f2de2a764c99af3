import type { ClientDraft, ZooKeeperDraft } from './draft.ts';
import { serverDraft, USUAL_LIMITS } from './servers-draft.ts';
import type { ServerDraft } from './servers-draft.ts';

const client = (
  key: number,
  timeoutMs: string,
  lines: readonly string[] = [],
  names = '',
): ClientDraft => ({ key, timeoutMs, readOnly: false, lines, names });

/** What the two consoles of the lab's first run begin with. */
const ALPHA = ['create -e /app/members/alpha', 'ls -w /app/members'];
const BETA = ['get -w /config/db', 'create -e -s /app/members/m- beta'];

const draft = (more: Partial<ZooKeeperDraft> = {}): ZooKeeperDraft => ({
  servers: [serverDraft(1)],
  ...USUAL_LIMITS,
  localSessions: false,
  upgrading: false,
  readOnlyMode: false,
  clients: [client(0, '30000', ALPHA), client(1, '10000', BETA)],
  tree: 'small',
  leastMs: '2',
  mostMs: '4',
  diskMs: '5',
  stageMs: '1',
  tickTime: '2000',
  snapCount: '100000',
  seed: '1',
  broken: [],
  kept: {},
  keptSetup: {},
  spares: null,
  ...more,
});

const silent = (count: number, timeoutMs: string): readonly ClientDraft[] =>
  Array.from({ length: count }, (_, key) => client(key, timeoutMs));

/** Clients that are each at a server of their own. */
const at = (...sids: readonly number[]): readonly ClientDraft[] =>
  sids.map((sid, key) => client(key, '30000', [], String(sid)));

const members = (voters: number, observers = 0): readonly ServerDraft[] =>
  Array.from({ length: voters + observers }, (_, i) =>
    serverDraft(i + 1, { observer: i >= voters }),
  );

export const zookeeperPresets = {
  ensemble: () => draft({ servers: members(3), clients: at(1, 2) }),
  five: () => draft({ servers: members(5), clients: at(1, 2, 3) }),
  observers: () => draft({ servers: members(3, 2), clients: at(1, 4, 5) }),
  nine: () => draft({ servers: members(9), clients: silent(9, '30000') }),
  consoles: () => draft(),
  machine: () => draft({ leastMs: '0.3', mostMs: '0.9', diskMs: '2', stageMs: '0.1' }),
  'slow-disk': () => draft({ clients: silent(3, '30000'), diskMs: '200' }),
  'short-sessions': () => draft({ clients: silent(3, '4000') }),
  crowd: () => draft({ clients: silent(8, '30000') }),
  snapshots: () => draft({ snapCount: '8' }),
  unsafe: () => draft({ broken: ['reply-before-sync'], diskMs: '50' }),
} as const satisfies Readonly<Record<string, () => ZooKeeperDraft>>;

export type ZooKeeperPreset = keyof typeof zookeeperPresets;

/** One client more, that types nothing. */
export const addClient = (before: ZooKeeperDraft): ZooKeeperDraft => {
  const key = Math.max(-1, ...before.clients.map((one) => one.key)) + 1;
  return { ...before, clients: [...before.clients, client(key, '30000')] };
};
