/** The form of a scenario's set-up, for each protocol. */
import * as v from 'valibot';
import { LIMITS } from '../view/limits.ts';
import { epoch, list, ms, name, pid, positive, sid, whole } from './schema-primitives.ts';
import { zookeeperSetup } from './schema-zookeeper.ts';

const server = v.strictObject({
  sid,
  observer: v.exactOptional(v.boolean()),
  currentEpoch: v.exactOptional(epoch),
  acceptedEpoch: v.exactOptional(epoch),
  log: v.exactOptional(v.pipe(v.string(), v.maxLength(100_000))),
  zxid: v.exactOptional(name),
  round: v.exactOptional(whole),
  startMs: v.exactOptional(v.nullable(ms)),
});

export const electionSetup = v.strictObject({
  profile: v.picklist(['golden', 'zookeeper-3.8']),
  tickTimeMs: v.exactOptional(positive),
  initLimit: v.exactOptional(positive),
  syncLimit: v.exactOptional(positive),
  finalizeWaitMs: v.exactOptional(ms),
  connectTimeoutMs: v.exactOptional(ms),
  servers: list(server, LIMITS.namedAtOnce),
  broken: v.exactOptional(list(name, LIMITS.namedAtOnce)),
});

const pauses = [
  v.strictObject({ policy: v.literal('by-hand') }),
  v.strictObject({ policy: v.literal('immediate') }),
  v.strictObject({ policy: v.literal('fixed'), ms }),
  v.strictObject({ policy: v.literal('random'), ms }),
  v.strictObject({ policy: v.literal('exponential'), ms }),
] as const;

const paxosProcess = v.strictObject({
  id: sid,
  name: v.exactOptional(v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9]{0,7}$/))),
  roles: v.pipe(
    v.array(v.picklist(['proposer', 'acceptor', 'learner'])),
    v.minLength(1),
    v.maxLength(LIMITS.namedAtOnce),
  ),
  value: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(20))),
  proposeMs: v.exactOptional(v.nullable(ms)),
  startMs: v.exactOptional(v.nullable(ms)),
  retry: v.exactOptional(v.variant('policy', pauses)),
});

const retry = v.variant('policy', [
  ...pauses,
  v.strictObject({ policy: v.literal('leader'), leaseMs: ms }),
]);

export const paxosSetup = v.strictObject({
  processes: list(paxosProcess, LIMITS.namedAtOnce),
  refusal: v.exactOptional(v.picklist(['nack', 'silence'])),
  learning: v.exactOptional(v.picklist(['none', 'L1', 'L2', 'L3'])),
  distinguished: v.exactOptional(list(pid, LIMITS.namedAtOnce)),
  retry: v.exactOptional(retry),
  timeoutMs: v.exactOptional(v.nullable(ms)),
  delivery: v.exactOptional(v.picklist(['auto', 'by-hand'])),
  schedule: v.exactOptional(
    v.strictObject({
      rows: v.pipe(v.array(name), v.minLength(1), v.maxLength(LIMITS.listItems)),
      repeatFrom: v.exactOptional(whole),
      everyMs: v.exactOptional(v.pipe(v.number(), v.minValue(0.01), v.maxValue(1e6))),
    }),
  ),
  watch: v.exactOptional(list(name, LIMITS.namedAtOnce)),
  broken: v.exactOptional(list(name, LIMITS.namedAtOnce)),
});

/** The same fields, all of which may be missing. */
type Some<E extends v.ObjectEntries> = {
  readonly [K in keyof E]: E[K] extends { readonly type: 'exact_optional' }
    ? E[K]
    : v.ExactOptionalSchema<E[K] & v.GenericSchema, undefined>;
};

export function some<const E extends v.ObjectEntries>(entries: E): Some<E> {
  const all = Object.entries(entries).map(([key, field]) => [
    key,
    field.type === 'exact_optional' ? field : v.exactOptional(field as v.GenericSchema),
  ]);
  return Object.fromEntries(all) as Some<E>;
}

/** Parts of a set-up, as another run may change them. */
export const someElectionSetup = v.strictObject(some(electionSetup.entries));
export const somePaxosSetup = v.strictObject(some(paxosSetup.entries));
export const someZooKeeperSetup = v.strictObject(some(zookeeperSetup.entries));
