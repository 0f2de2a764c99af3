/**
 * Whether the page keeps its pace with an ensemble at work: nine servers and twenty clients that write
 * a thousand times a second of virtual time, which goes by nearly as a clock does, in the built page in
 * a real browser. Judged as the duel is.
 */
import { SCENARIO_VERSION } from '../src/view/scenario.ts';
import type { Scenario } from '../src/view/scenario.ts';
import { OPEN_ACL } from '../src/zookeeper/tree/acl-cache.ts';
import { rowsOf } from './duel.ts';
import type { Measured } from './duel.ts';
import { inPage } from './in-page.ts';
import type { Row } from './row.ts';

export const name = 'busy ensemble in the page';

const SERVERS = 9;
const CLIENTS = 20;
const PER_SECOND = 1000;
/** A file does no more than 10 000 things; it is more than is measured. */
const WRITES = 9900;
/** By then all are connected, and a little later each has its node. */
const FROM_MS = 2500;
const WRITE_MS = 3000;

const call = (request: object): string => JSON.stringify({ kind: 'request', request });

const types = (client: number, timeMs: number, request: object) => ({
  timeMs,
  what: {
    kind: 'input',
    pid: 101 + client,
    name: 'LINE',
    data: { text: call({ path: `/n${client}`, ...request }) },
  } as const,
});

/** At 50× nine tenths of a second of virtual time take a second. */
export const busy: Scenario<'zookeeper'> = {
  format: 'zooscope-scenario',
  version: SCENARIO_VERSION,
  model: 'zookeeper',
  seed: 1,
  setup: {
    servers: Array.from({ length: SERVERS }, (_, index) => ({ sid: index + 1 })),
    ensemble: {},
    clients: Array.from({ length: CLIENTS }, (_, index) => ({
      id: 101 + index,
      program: 'api',
      timeoutMs: 10_000,
      startMs: 1000,
    })),
    stageMs: 0.01,
  },
  latency: { kind: 'uniform', min: 2000, max: 4000 },
  diskLatency: { kind: 'uniform', min: 500, max: 1500 },
  pace: 18_000,
  interventions: [
    ...Array.from({ length: CLIENTS }, (_, client) =>
      types(client, FROM_MS, { op: 'create', data: '', acl: OPEN_ACL, mode: 'PERSISTENT' }),
    ),
    ...Array.from({ length: WRITES }, (_, write) =>
      types(write % CLIENTS, WRITE_MS + (write * 1000) / PER_SECOND, {
        op: 'setData',
        data: `${write}`,
        version: -1,
      }),
    ),
  ],
};

/** Without a browser there is nothing to measure, and it says so. */
export function run(): { rows: Row[] } {
  const way = [{ kind: 'wait', until: { timeMs: WRITE_MS + 100 } }];
  const input = { lab: 'zookeeper', scenario: busy, speed: '50×', way };
  const result = inPage<Measured>(name, 'duel-page', input);
  return { rows: result === null ? [] : rowsOf(result) };
}
