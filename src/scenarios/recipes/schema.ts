import * as v from 'valibot';
import { LIMITS } from '../../view/limits.ts';
import { latencySchema } from '../schema-interventions.ts';
import { list, map, ms, name, pid, positive, sid, some, whole } from '../schema-primitives.ts';
import { zookeeperConditions, zookeeperSetup } from '../zookeeper/schema.ts';
import { recipeProgram, values } from './schema-program.ts';

const pids = list(pid, LIMITS.namedAtOnce);

/** Conditions that only recipes understand, beside those of the servers that they run on. */
export const recipesConditions = {
  ...zookeeperConditions,
  believes: v.strictObject({ believes: v.strictObject({ what: name, pids }) }),
  holds: v.strictObject({ holds: v.strictObject({ what: name, pids }) }),
  atStep: v.strictObject({ atStep: v.strictObject({ pid, label: name }) }),
  program: v.strictObject({
    program: v.strictObject({ pid, is: v.picklist(['ended', 'failed']) }),
  }),
  value: v.strictObject({
    value: v.strictObject({ pid, name, is: v.pipe(v.string(), v.maxLength(LIMITS.recipeText)) }),
  }),
  clientMessages: v.strictObject({ clientMessages: whole }),
  messagesOf: v.strictObject({
    messagesOf: v.strictObject({ pid, op: v.exactOptional(name), are: whole }),
  }),
  woken: v.strictObject({ woken: v.strictObject({ pid: v.exactOptional(pid), times: whole }) }),
  granted: v.strictObject({ granted: v.strictObject({ what: name, pids }) }),
  waitsOn: v.strictObject({ waitsOn: v.strictObject({ pid, node: name }) }),
  released: v.strictObject({
    released: v.strictObject({ by: v.exactOptional(pid), woken: whole, forNothing: whole }),
  }),
  children: v.strictObject({
    children: v.strictObject({ path: name, are: list(name, LIMITS.namedAtOnce) }),
  }),
};

const { servers, ensemble, cfg, tree, clockMs, stageMs, watch, broken } = zookeeperSetup.entries;

const outsider = {
  id: v.pipe(v.number(), v.integer(), v.minValue(301), v.maxValue(399)),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(12)),
  startMs: v.exactOptional(v.nullable(ms)),
};

const outside = v.variant('kind', [
  v.strictObject({
    ...outsider,
    kind: v.literal('storage'),
    fencing: v.exactOptional(v.boolean()),
  }),
  v.strictObject({ ...outsider, kind: v.literal('table') }),
  v.strictObject({
    ...outsider,
    kind: v.literal('redis'),
    replicaOf: v.exactOptional(pid),
    failoverMs: v.exactOptional(positive),
  }),
]);

/** Servers, programs, and the clients that run them. */
export const recipesSetup = v.strictObject({
  servers,
  ensemble,
  cfg,
  tree,
  clockMs,
  stageMs,
  watch,
  broken,
  outside: v.exactOptional(list(outside, 20)),
  programs: v.exactOptional(map(name, recipeProgram)),
  clients: v.pipe(
    v.array(
      v.strictObject({
        id: v.pipe(v.number(), v.integer(), v.minValue(101), v.maxValue(299)),
        name: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(12))),
        program: name,
        values: v.exactOptional(values),
        thinkMs: v.exactOptional(ms),
        startMs: v.exactOptional(v.nullable(ms)),
        latency: v.exactOptional(latencySchema),
        timeoutMs: v.exactOptional(positive),
        servers: v.exactOptional(v.pipe(list(sid, LIMITS.namedAtOnce), v.minLength(1))),
        answers: v.exactOptional(v.strictObject({ takesMs: v.exactOptional(ms) })),
        spare: v.exactOptional(v.boolean()),
      }),
    ),
    v.minLength(1),
    v.maxLength(LIMITS.namedAtOnce),
  ),
});

export const someRecipesSetup = v.strictObject(some(recipesSetup.entries));
