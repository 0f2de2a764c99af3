import * as v from 'valibot';
import type { Condition } from '../view/condition.ts';
import type { Intervention, Latency } from '../view/intervention.ts';
import type { Wait } from '../view/scenario.ts';
import { LIMITS } from '../view/limits.ts';
import { list, ms, name, pid, positive, probability, us, whole } from './schema-primitives.ts';
import { exhibitSchema } from './schema-exhibit.ts';
import type { AllOf } from './form.ts';
import { forms } from './forms.ts';
import { factAsked, predictionSchema, scalar } from './schema-prediction.ts';

export const latencySchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('fixed'), us }),
  v.strictObject({ kind: v.literal('uniform'), min: us, max: us }),
  v.strictObject({ kind: v.literal('normal'), mean: us, deviation: us, min: us }),
  v.strictObject({
    kind: v.literal('listed'),
    us: v.pipe(v.array(us), v.minLength(1), v.maxLength(LIMITS.listItems)),
  }),
]) satisfies v.GenericSchema<Latency>;

/** Who or what one deed is done to. */
const namedAtOnce = <const S extends v.GenericSchema>(item: S) =>
  v.pipe(v.array(item), v.minLength(1), v.maxLength(LIMITS.namedAtOnce));
const onePid = <const K extends string>(kind: K) => v.strictObject({ kind: v.literal(kind), pid });
const someLinks = <K extends string>(kind: K) =>
  v.strictObject({
    kind: v.literal(kind),
    links: namedAtOnce(v.strictObject({ a: pid, b: pid })),
  });
const oneMessage = <const K extends string>(kind: K) =>
  v.strictObject({ kind: v.literal(kind), message: whole });
const oneTimer = <const K extends string>(kind: K) =>
  v.strictObject({ kind: v.literal(kind), pid, timer: name });
const someLink = { from: v.exactOptional(pid), to: v.exactOptional(pid) };

export const interventionSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('start'), pids: namedAtOnce(pid) }),
  onePid('kill'),
  onePid('power-off'),
  v.strictObject({ kind: v.literal('crash'), pid, inOrder: v.boolean() }),
  onePid('stop'),
  v.strictObject({
    kind: v.literal('configure'),
    pid,
    text: v.pipe(v.string(), v.maxLength(LIMITS.cfgCharacters)),
  }),
  onePid('pause'),
  onePid('resume'),
  onePid('wipe'),
  v.strictObject({ kind: v.literal('cut'), from: pid, to: pid, oneWay: v.boolean() }),
  v.strictObject({ kind: v.literal('mend'), a: pid, b: pid }),
  someLinks('cut-links'),
  someLinks('mend-links'),
  v.strictObject({
    kind: v.literal('partition'),
    groups: v.pipe(list(list(pid, LIMITS.namedAtOnce), LIMITS.namedAtOnce), v.minLength(2)),
    oneWay: v.boolean(),
  }),
  v.strictObject({ kind: v.literal('heal') }),
  v.strictObject({ kind: v.literal('reset'), a: pid, b: pid }),
  oneMessage('hold'),
  oneMessage('release'),
  oneMessage('deliver'),
  oneMessage('drop'),
  oneMessage('duplicate'),
  oneTimer('fire-timer'),
  oneTimer('hold-timer'),
  oneTimer('release-timer'),
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
  serving: v.strictObject({ serving: pid }),
  violated: v.strictObject({ violated: name }),
  messages: v.strictObject({ messages: whole }),
  ...(Object.assign({}, ...forms.map(({ conditions }) => conditions)) as AllOf<
    (typeof forms)[number]['conditions']
  >),
  timeMs: v.strictObject({ timeMs: ms }),
  elapsedMs: v.strictObject({ elapsedMs: ms }),
  fact: v.strictObject({ fact: factAsked }),
  majority: v.strictObject({
    majority: v.strictObject({ of: positive, is: positive, survives: whole, shared: positive }),
  }),
  quiet: v.strictObject({ quiet: v.literal(true) }),
  all: v.strictObject({ all: list(v.lazy(oneCondition)) }),
  any: v.strictObject({ any: list(v.lazy(oneCondition)) }),
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

const waitSchema = v.strictObject({
  kind: v.literal('wait'),
  until: conditionSchema,
}) satisfies v.GenericSchema<Wait>;

const expectation = v.strictObject({ text: name, that: conditionSchema });

const stepParts = {
  id: name,
  when: v.exactOptional(conditionSchema),
  do: v.exactOptional(list(v.variant('kind', [interventionSchema, waitSchema]))),
  until: v.exactOptional(conditionSchema),
  withinMs: v.exactOptional(ms),
  expect: v.exactOptional(list(expectation)),
  predict: v.exactOptional(predictionSchema(conditionSchema)),
  focus: v.exactOptional(v.union([pid, v.strictObject({ znode: name })], '1 or {"znode": …}')),
  speed: v.exactOptional(v.pipe(v.number(), v.minValue(0.01), v.maxValue(1000))),
  exhibit: v.exactOptional(exhibitSchema),
};

/** What another run may have of its own. */
const runParts = {
  latency: v.exactOptional(latencySchema),
  links: v.exactOptional(
    list(v.strictObject({ from: pid, to: pid, latency: latencySchema }), LIMITS.namedAtOnce),
  ),
  diskLatency: v.exactOptional(latencySchema),
  breaks: v.exactOptional(list(name, LIMITS.namedAtOnce)),
};

/** What scenarios of every protocol have. */
const parts = {
  ...runParts,
  pace: v.exactOptional(v.pipe(v.number(), v.minValue(1), v.maxValue(1e12))),
  format: v.literal('zooscope-scenario'),
  version: positive,
  title: v.exactOptional(v.pipe(v.string(), v.maxLength(500))),
  seed: v.pipe(v.number(), v.safeInteger()),
  expect: v.exactOptional(list(expectation)),
  interventions: v.exactOptional(
    list(v.strictObject({ step: whole, timeMs: ms, what: interventionSchema })),
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

/** Steps, of which some may begin another run with these parts of a set-up. */
const stepsWith = <const S extends v.GenericSchema>(someSetup: S) =>
  v.exactOptional(
    v.pipe(
      v.array(
        v.strictObject({
          ...stepParts,
          run: v.exactOptional(
            v.strictObject({
              ...runParts,
              setup: v.exactOptional(someSetup),
              from: v.exactOptional(conditionSchema),
            }),
          ),
        }),
      ),
      v.maxLength(1000),
    ),
  );

const scenarioOf = <
  const M extends string,
  const S extends v.GenericSchema,
  const P extends v.GenericSchema,
>(form: {
  readonly model: M;
  readonly setup: S;
  readonly someSetup: P;
}) =>
  v.strictObject({
    ...parts,
    model: v.literal(form.model),
    setup: form.setup,
    steps: stepsWith(form.someSetup),
  });

type ScenariosOf<F> = {
  -readonly [K in keyof F]: F[K] extends {
    readonly model: infer M extends string;
    readonly setup: infer S extends v.GenericSchema;
    readonly someSetup: infer P extends v.GenericSchema;
  }
    ? ReturnType<typeof scenarioOf<M, S, P>>
    : never;
};

/**
 * The form of a scenario file (`view/scenario.ts`). What a form cannot say — that every server
 * named exists, that a log has no gap — is asked in `check.ts`.
 */
export const scenarioSchema = v.variant(
  'model',
  forms.map((form) => scenarioOf(form as never)) as unknown as ScenariosOf<typeof forms>,
);
