import * as v from 'valibot';
import type { Condition } from '../view/condition.ts';
import { LIMITS } from '../view/limits.ts';
import type { VeiledField } from '../view/prediction.ts';
import type { Tries, Wait } from '../view/scenario.ts';
import { MOMENTS } from '../view/write-path.ts';
import { exhibitSchema } from './schema-exhibit.ts';
import { interventionSchema, latencySchema } from './schema-interventions.ts';
import { predictionSchema } from './schema-prediction.ts';
import { list, ms, name, pid, positive, whole } from './schema-primitives.ts';

/** A step, with conditions of this schema; `run`: what another run that it begins has of its own. */
const stepOf = <const R extends v.ObjectEntries>(
  condition: v.GenericSchema<Condition>,
  veiled: readonly VeiledField['field'][],
  run: R,
) => {
  const waitSchema = v.strictObject({
    kind: v.literal('wait'),
    until: condition,
  }) satisfies v.GenericSchema<Wait>;
  return v.strictObject({
    id: name,
    when: v.exactOptional(condition),
    do: v.exactOptional(list(v.variant('kind', [interventionSchema, waitSchema]))),
    until: v.exactOptional(condition),
    withinMs: v.exactOptional(ms),
    expect: v.exactOptional(list(expectationOf(condition))),
    predict: v.exactOptional(predictionSchema(condition, veiled)),
    focus: v.exactOptional(v.union([pid, v.strictObject({ znode: name })], '1 or {"znode": …}')),
    speed: v.exactOptional(v.pipe(v.number(), v.minValue(0.01), v.maxValue(1000))),
    exhibit: v.exactOptional(exhibitSchema),
    tries: v.exactOptional(triesOf(condition)),
    run: v.exactOptional(v.strictObject(run)),
  });
};

/** What the reader is to find by crashing servers at moments of a write. */
const triesOf = (condition: v.GenericSchema<Condition>) =>
  v.strictObject({
    goals: v.pipe(
      v.array(
        v.strictObject({
          id: name,
          if: condition,
          moments: v.pipe(v.array(v.picklist(MOMENTS)), v.minLength(1)),
        }),
      ),
      v.minLength(1),
      v.maxLength(4),
    ),
  }) satisfies v.GenericSchema<Tries>;

const expectationOf = (condition: v.GenericSchema<Condition>) =>
  v.strictObject({ text: name, that: condition });

/** What another run may have of its own. */
const runParts = {
  latency: v.exactOptional(latencySchema),
  links: v.exactOptional(
    list(v.strictObject({ from: pid, to: pid, latency: latencySchema }), LIMITS.namedAtOnce),
  ),
  diskLatency: v.exactOptional(latencySchema),
  breaks: v.exactOptional(list(name, LIMITS.namedAtOnce)),
};

/**
 * The form of a scenario file (`view/scenario.ts`) of this protocol, with conditions of this schema.
 * What a form cannot say — that every server named exists, that a log has no gap — is asked in `check.ts`.
 */
export const scenarioOf = <
  const M extends string,
  const S extends v.GenericSchema,
  const P extends v.GenericSchema,
>(
  form: {
    readonly model: M;
    readonly setup: S;
    readonly someSetup: P;
    readonly veiled: readonly VeiledField['field'][];
  },
  condition: v.GenericSchema<Condition>,
) =>
  v.strictObject({
    ...runParts,
    pace: v.exactOptional(v.pipe(v.number(), v.minValue(1), v.maxValue(1e12))),
    format: v.literal('zooscope-scenario'),
    version: positive,
    title: v.exactOptional(v.pipe(v.string(), v.maxLength(LIMITS.titleCharacters))),
    seed: v.pipe(v.number(), v.safeInteger()),
    expect: v.exactOptional(list(expectationOf(condition))),
    interventions: v.exactOptional(
      list(
        v.strictObject({
          step: v.exactOptional(whole),
          timeMs: ms,
          what: interventionSchema,
          goesOn: v.exactOptional(v.literal(true)),
        }),
      ),
    ),
    lesson: v.exactOptional(
      v.strictObject({
        id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
        group: name,
        level: v.picklist([1, 2, 3, 4]),
        minutes: v.pipe(v.number(), v.minValue(1), v.maxValue(600)),
      }),
    ),
    model: v.literal(form.model),
    setup: form.setup,
    steps: v.exactOptional(
      v.pipe(
        v.array(
          stepOf(condition, form.veiled, {
            ...runParts,
            setup: v.exactOptional(form.someSetup),
            from: v.exactOptional(condition),
          }),
        ),
        v.maxLength(LIMITS.lessonSteps),
      ),
    ),
  });
