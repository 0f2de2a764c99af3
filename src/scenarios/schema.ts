import * as v from 'valibot';
import type { Condition } from '../view/condition.ts';
import { MOST_SERVERS } from '../view/exhibit.ts';
import type { Exhibit } from '../view/exhibit.ts';
import type { Intervention, Latency } from '../view/intervention.ts';
import type { VeiledField } from '../view/scenario.ts';
import {
  epoch,
  many,
  ms,
  name,
  pid,
  positive,
  probability,
  sid,
  us,
  whole,
} from './schema-primitives.ts';
import { zookeeperConditions, zookeeperSetup } from './schema-zookeeper.ts';

export const latencySchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('fixed'), us }),
  v.strictObject({ kind: v.literal('uniform'), min: us, max: us }),
  v.strictObject({ kind: v.literal('normal'), mean: us, deviation: us, min: us }),
  v.strictObject({
    kind: v.literal('listed'),
    us: v.pipe(v.array(us), v.minLength(1), v.maxLength(many)),
  }),
]) satisfies v.GenericSchema<Latency>;

const onePid = <const K extends string>(kind: K) => v.strictObject({ kind: v.literal(kind), pid });
const oneMessage = <const K extends string>(kind: K) =>
  v.strictObject({ kind: v.literal(kind), message: whole });
const someLink = { from: v.exactOptional(pid), to: v.exactOptional(pid) };
const scalar = v.union([v.number(), v.string(), v.boolean(), v.null()]);

export const interventionSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('start'), pids: v.pipe(v.array(pid), v.minLength(1)) }),
  onePid('kill'),
  onePid('pause'),
  onePid('resume'),
  onePid('wipe'),
  v.strictObject({ kind: v.literal('cut'), from: pid, to: pid, oneWay: v.boolean() }),
  v.strictObject({ kind: v.literal('mend'), a: pid, b: pid }),
  v.strictObject({
    kind: v.literal('partition'),
    groups: v.pipe(v.array(v.array(pid)), v.minLength(2)),
    oneWay: v.boolean(),
  }),
  v.strictObject({ kind: v.literal('heal') }),
  v.strictObject({ kind: v.literal('reset'), a: pid, b: pid }),
  oneMessage('hold'),
  oneMessage('release'),
  oneMessage('deliver'),
  oneMessage('drop'),
  oneMessage('duplicate'),
  v.strictObject({ kind: v.literal('latency'), ...someLink, latency: v.nullable(latencySchema) }),
  v.strictObject({
    kind: v.literal('lossy'),
    ...someLink,
    loss: probability,
    duplication: probability,
  }),
  v.strictObject({ kind: v.literal('disk-latency'), pid, latency: v.nullable(latencySchema) }),
  v.strictObject({
    kind: v.literal('input'),
    pid,
    name,
    data: v.record(v.pipe(v.string(), v.maxLength(100)), scalar),
  }),
]) satisfies v.GenericSchema<Intervention>;

/** One kind of condition for each key; an object of conditions has exactly one of them. */
const conditionKinds = {
  state: v.strictObject({ state: v.strictObject({ pid, is: name }) }),
  leader: v.strictObject({
    leader: v.union([pid, v.picklist(['any', 'none'])], 'leader'),
  }),
  zxid: v.strictObject({ zxid: v.strictObject({ pid, atLeast: name }) }),
  vote: v.strictObject({ vote: v.strictObject({ pid, leader: pid }) }),
  epoch: v.strictObject({ epoch: v.strictObject({ pid, current: epoch }) }),
  serving: v.strictObject({ serving: pid }),
  notifications: v.strictObject({ notifications: whole }),
  chosen: v.strictObject({
    chosen: v.union(
      [
        v.picklist(['any', 'none']),
        v.strictObject({ value: name, ballot: v.exactOptional(positive) }),
      ],
      '"any", "none" or {"value": …}',
    ),
  }),
  prospect: v.strictObject({
    prospect: v.strictObject({
      value: name,
      is: v.picklist(['chosen', 'possible', 'impossible']),
    }),
  }),
  promised: v.strictObject({ promised: v.strictObject({ pid, ballot: whole }) }),
  accepted: v.strictObject({
    accepted: v.strictObject({ pid, ballot: whole, value: v.exactOptional(name) }),
  }),
  learned: v.strictObject({ learned: v.strictObject({ pid, value: v.exactOptional(name) }) }),
  ballot: v.strictObject({ ballot: v.strictObject({ pid, atLeast: positive }) }),
  messages: v.strictObject({ messages: whole }),
  rows: v.strictObject({ rows: whole }),
  livelock: v.strictObject({ livelock: v.boolean() }),
  ...zookeeperConditions,
  timeMs: v.strictObject({ timeMs: ms }),
  elapsedMs: v.strictObject({ elapsedMs: ms }),
  fact: v.strictObject({ fact: v.strictObject({ rule: name, pid: v.exactOptional(pid) }) }),
  quiet: v.strictObject({ quiet: v.literal(true) }),
  all: v.strictObject({ all: v.array(v.lazy(oneCondition)) }),
  any: v.strictObject({ any: v.array(v.lazy(oneCondition)) }),
  not: v.strictObject({ not: v.lazy(oneCondition) }),
};

const conditionKeys = Object.keys(conditionKinds);

/** Every kind of condition; the one to publish. `oneCondition` gives better messages. */
export const anyCondition: v.GenericSchema<Condition> = v.union(
  Object.values(conditionKinds),
  // What `problem.ts` says it must have.
  conditionKeys.join(', '),
);

/** The schema of the kind that the input names, so that a mistake in it is reported exactly. */
function oneCondition(input: unknown): v.GenericSchema<Condition> {
  if (typeof input !== 'object' || input === null) return anyCondition;
  for (const [key, schema] of Object.entries(conditionKinds)) {
    if (Object.hasOwn(input, key)) return schema;
  }
  return anyCondition;
}

const conditionSchema: v.GenericSchema<Condition> = v.lazy(oneCondition);

const expectation = v.strictObject({ text: name, that: conditionSchema });

const veiledField = v.picklist([
  'state',
  'vote',
  'round',
  'epoch',
  'zxid',
  'sid',
  'log',
  'tally',
  'comparison',
  'promised',
  'accepted',
  'proposes',
  'chosen',
]) satisfies v.GenericSchema<VeiledField['field']>;

const servers = v.array(sid);

const exhibit = v.variant('kind', [
  v.strictObject({
    kind: v.literal('majorities'),
    servers: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_SERVERS)),
    sets: v.exactOptional(v.strictObject({ a: servers, b: servers })),
  }),
]) satisfies v.GenericSchema<Exhibit>;

const step = v.strictObject({
  id: name,
  when: v.exactOptional(conditionSchema),
  do: v.exactOptional(v.array(interventionSchema)),
  until: v.exactOptional(conditionSchema),
  withinMs: v.exactOptional(ms),
  expect: v.exactOptional(v.array(expectation)),
  predict: v.exactOptional(
    v.strictObject({
      options: v.pipe(
        v.array(v.strictObject({ id: name, if: conditionSchema })),
        v.minLength(2),
        v.maxLength(8),
      ),
      veil: v.exactOptional(v.array(v.strictObject({ pid: v.nullable(pid), field: veiledField }))),
      about: v.exactOptional(
        v.strictObject({
          message: v.strictObject({ from: pid, to: pid, kind: v.exactOptional(name) }),
        }),
      ),
    }),
  ),
  focus: v.exactOptional(pid),
  speed: v.exactOptional(v.pipe(v.number(), v.minValue(0.01), v.maxValue(1000))),
  exhibit: v.exactOptional(exhibit),
});

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

const electionSetup = v.strictObject({
  profile: v.picklist(['golden', 'zookeeper-3.8']),
  tickTimeMs: v.exactOptional(positive),
  initLimit: v.exactOptional(positive),
  syncLimit: v.exactOptional(positive),
  finalizeWaitMs: v.exactOptional(ms),
  connectTimeoutMs: v.exactOptional(ms),
  servers: v.array(server),
  broken: v.exactOptional(v.array(name)),
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
  roles: v.pipe(v.array(v.picklist(['proposer', 'acceptor', 'learner'])), v.minLength(1)),
  value: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(20))),
  proposeMs: v.exactOptional(v.nullable(ms)),
  startMs: v.exactOptional(v.nullable(ms)),
  retry: v.exactOptional(v.variant('policy', pauses)),
});

const retry = v.variant('policy', [
  ...pauses,
  v.strictObject({ policy: v.literal('leader'), leaseMs: ms }),
]);

const paxosSetup = v.strictObject({
  processes: v.array(paxosProcess),
  refusal: v.exactOptional(v.picklist(['nack', 'silence'])),
  learning: v.exactOptional(v.picklist(['none', 'L1', 'L2', 'L3'])),
  distinguished: v.exactOptional(v.array(pid)),
  retry: v.exactOptional(retry),
  timeoutMs: v.exactOptional(v.nullable(ms)),
  delivery: v.exactOptional(v.picklist(['auto', 'by-hand'])),
  schedule: v.exactOptional(
    v.strictObject({
      rows: v.pipe(v.array(name), v.minLength(1), v.maxLength(many)),
      repeatFrom: v.exactOptional(whole),
      everyMs: v.exactOptional(v.pipe(v.number(), v.minValue(0.01), v.maxValue(1e6))),
    }),
  ),
  watch: v.exactOptional(v.array(name)),
  broken: v.exactOptional(v.array(name)),
});

/** What scenarios of every protocol have. */
const parts = {
  format: v.literal('zooscope-scenario'),
  version: positive,
  title: v.exactOptional(v.pipe(v.string(), v.maxLength(500))),
  seed: v.pipe(v.number(), v.safeInteger()),
  latency: v.exactOptional(latencySchema),
  links: v.exactOptional(v.array(v.strictObject({ from: pid, to: pid, latency: latencySchema }))),
  diskLatency: v.exactOptional(latencySchema),
  pace: v.exactOptional(v.pipe(v.number(), v.minValue(1), v.maxValue(1e12))),
  steps: v.exactOptional(v.pipe(v.array(step), v.maxLength(1000))),
  expect: v.exactOptional(v.array(expectation)),
  interventions: v.exactOptional(
    v.array(v.strictObject({ step: whole, timeMs: ms, what: interventionSchema })),
  ),
  lesson: v.exactOptional(
    v.strictObject({
      id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
      group: name,
      level: v.picklist([1, 2, 3, 4]),
      minutes: v.pipe(v.number(), v.minValue(1), v.maxValue(600)),
    }),
  ),
};

/**
 * The form of a scenario file (`view/scenario.ts`). What a form cannot say — that every server
 * named exists, that a log has no gap — is asked in `check.ts`.
 */
export const scenarioSchema = v.variant('model', [
  v.strictObject({ ...parts, model: v.literal('election'), setup: electionSetup }),
  v.strictObject({ ...parts, model: v.literal('paxos'), setup: paxosSetup }),
  v.strictObject({ ...parts, model: v.literal('zookeeper'), setup: zookeeperSetup }),
]);
