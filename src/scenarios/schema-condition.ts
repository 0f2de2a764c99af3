import * as v from 'valibot';
import type { Condition } from '../view/condition.ts';
import type { ProtocolForm } from './form.ts';
import { factAsked } from './schema-prediction.ts';
import { epoch, list, ms, name, pid, positive, whole } from './schema-primitives.ts';

/** The schemas of a condition in a file whose protocols have these conditions besides the common ones. */
export interface ConditionSchemas {
  /** Every kind of condition; the one to publish. */
  readonly any: v.GenericSchema<Condition>;
  /** The kind that the input names, so that a mistake in it is reported exactly. */
  readonly one: v.GenericSchema<Condition>;
}

export function conditionSchemas(own: ProtocolForm['conditions']): ConditionSchemas {
  const one: v.GenericSchema<Condition> = v.lazy(named);
  /** One kind of condition for each key; an object of conditions has exactly one of them. */
  const kinds: Readonly<Record<string, v.GenericSchema<Condition>>> = {
    state: v.strictObject({ state: v.strictObject({ pid, is: name }) }),
    leader: v.strictObject({
      leader: v.union([pid, v.picklist(['any', 'none'])], 'leader'),
    }),
    zxid: v.strictObject({ zxid: v.strictObject({ pid, atLeast: name }) }),
    epoch: v.strictObject({ epoch: v.strictObject({ pid, current: epoch }) }),
    serving: v.strictObject({ serving: pid }),
    violated: v.strictObject({ violated: name }),
    messages: v.strictObject({ messages: whole }),
    ...own,
    timeMs: v.strictObject({ timeMs: ms }),
    elapsedMs: v.strictObject({ elapsedMs: ms }),
    fact: v.strictObject({ fact: factAsked }),
    majority: v.strictObject({
      majority: v.strictObject({ of: positive, is: positive, survives: whole, shared: positive }),
    }),
    quiet: v.strictObject({ quiet: v.literal(true) }),
    all: v.strictObject({ all: list(one) }),
    any: v.strictObject({ any: list(one) }),
    not: v.strictObject({ not: one }),
  };
  // As a message it is what `problem.ts` says it must have.
  const any: v.GenericSchema<Condition> = v.union(
    Object.values(kinds),
    Object.keys(kinds).join(', '),
  );
  return { any, one };

  function named(input: unknown): v.GenericSchema<Condition> {
    if (typeof input !== 'object' || input === null) return any;
    for (const [key, schema] of Object.entries(kinds)) {
      if (Object.hasOwn(input, key)) return schema;
    }
    return any;
  }
}
