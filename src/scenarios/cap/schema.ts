import * as v from 'valibot';
import { CAP_STORES } from '../../view/cap-setup.ts';
import type { CapCheck, CapOpKind, CapOutcome } from '../../view/cap-setup.ts';
import { LIMITS } from '../../view/limits.ts';
import { latencySchema } from '../schema-interventions.ts';
import { list, ms, name, pid, positive, sid, some, whole } from '../schema-primitives.ts';
import { zookeeperConditions } from '../zookeeper/schema.ts';

const kinds: readonly CapOpKind[] = ['read', 'write', 'sync-read'];
const outcomes: readonly CapOutcome[] = ['planned', 'waiting', 'ok', 'error', 'timeout', 'unknown'];
const checks: readonly CapCheck[] = [
  'linearizable',
  'writes',
  'sequential',
  'monotonic',
  'converged',
];

/** Conditions that only the experiment understands, beside those of ZooKeeper's servers. */
export const capConditions = {
  ...zookeeperConditions,
  request: v.strictObject({
    request: v.strictObject({
      number: positive,
      is: v.exactOptional(v.picklist(outcomes)),
      value: v.exactOptional(whole),
      staleness: v.exactOptional(whole),
      lost: v.exactOptional(v.boolean()),
    }),
  }),
  register: v.strictObject({ register: v.strictObject({ pid, is: whole }) }),
  verdict: v.strictObject({
    verdict: v.strictObject({
      of: v.picklist(checks),
      is: v.boolean(),
      witness: v.exactOptional(list(positive, LIMITS.namedAtOnce)),
    }),
  }),
  sideAnswered: v.strictObject({
    sideAnswered: v.strictObject({
      side: v.picklist(['minority', 'majority']),
      of: whole,
      is: whole,
    }),
  }),
  staleReads: v.strictObject({ staleReads: whole }),
  lostWrites: v.strictObject({ lostWrites: whole }),
  divergence: v.strictObject({ divergence: whole }),
};

/** ms from the experiment's t = 0, which may be before it. */
const time = v.pipe(v.number(), v.minValue(-1e9), v.maxValue(1e9));
const group = v.pipe(list(sid, LIMITS.capServers), v.minLength(1));

/** Servers, clients, what these ask, and what is cut meanwhile. */
export const capSetup = v.strictObject({
  store: v.picklist(CAP_STORES),
  servers: v.exactOptional(
    v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.capServers)),
  ),
  leader: v.exactOptional(sid),
  clients: v.pipe(
    v.array(
      v.strictObject({
        id: v.pipe(v.number(), v.integer(), v.minValue(101), v.maxValue(299)),
        name: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(12))),
        server: sid,
      }),
    ),
    v.minLength(1),
    v.maxLength(LIMITS.namedAtOnce),
  ),
  workload: list(
    v.strictObject({
      client: pid,
      kind: v.picklist(kinds),
      value: v.exactOptional(positive),
      atMs: v.exactOptional(time),
      after: v.exactOptional(positive),
      patient: v.exactOptional(v.boolean()),
    }),
    LIMITS.capRequests,
  ),
  cuts: v.exactOptional(
    list(
      v.strictObject({
        fromMs: time,
        toMs: v.exactOptional(time),
        groups: v.pipe(list(group, LIMITS.capServers), v.minLength(2)),
        oneWay: v.exactOptional(v.boolean()),
      }),
      LIMITS.namedAtOnce,
    ),
  ),
  slow: v.exactOptional(
    list(
      v.strictObject({
        fromMs: time,
        toMs: v.exactOptional(time),
        from: pid,
        to: pid,
        latency: latencySchema,
      }),
      LIMITS.namedAtOnce,
    ),
  ),
  zeroMs: v.exactOptional(ms),
  timeoutMs: v.exactOptional(positive),
  sessionMs: v.exactOptional(positive),
  tickMs: v.exactOptional(positive),
  syncLimit: v.exactOptional(positive),
  quorum: v.exactOptional(v.strictObject({ read: positive, write: positive })),
  gossipMs: v.exactOptional(positive),
  watch: v.exactOptional(list(name, LIMITS.namedAtOnce)),
  broken: v.exactOptional(list(name, LIMITS.namedAtOnce)),
});

export const someCapSetup = v.strictObject(some(capSetup.entries));
