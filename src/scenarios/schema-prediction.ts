import * as v from 'valibot';
import type { Condition, FactAsked } from '../view/condition.ts';
import type { VeiledField } from '../view/prediction.ts';
import { map, ms, name, pid, whole } from './schema-primitives.ts';
import { veiledSchema } from './schema-veil.ts';

/** A value of a fact or of what is done to a process. */
export const scalar = v.union([v.number(), v.string(), v.boolean(), v.null()]);

export const factAsked = v.strictObject({
  rule: name,
  pid: v.exactOptional(pid),
  data: v.exactOptional(map(name, scalar)),
  times: v.exactOptional(whole),
  betweenMs: v.exactOptional(v.tuple([ms, ms])),
}) satisfies v.GenericSchema<FactAsked>;

/** A question with its options, each with a condition of this schema. @param veiled fields that it may veil */
export const predictionSchema = (
  condition: v.GenericSchema<Condition>,
  veiled: readonly VeiledField['field'][],
) =>
  v.strictObject({
    answer: v.exactOptional(name),
    options: v.pipe(
      v.array(
        v.strictObject({
          id: name,
          if: condition,
          misconception: v.exactOptional(name),
          refutedBy: v.exactOptional(factAsked),
        }),
      ),
      v.minLength(2),
      v.maxLength(8),
    ),
    veil: v.exactOptional(v.array(veiledSchema(veiled))),
    about: v.exactOptional(
      v.strictObject({
        message: v.strictObject({ from: pid, to: pid, kind: v.exactOptional(name) }),
      }),
    ),
  });
