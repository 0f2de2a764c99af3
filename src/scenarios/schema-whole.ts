import * as v from 'valibot';
import type { ProtocolForm } from './form.ts';
import { forms } from './forms.ts';
import { conditionSchemas } from './schema-condition.ts';
import { scenarioOf } from './schema.ts';

/** The forms of all protocols together, as they are published: each file is checked with that of its own. */

const conditions = conditionSchemas(
  Object.assign({}, ...forms.map((form) => form.conditions)) as ProtocolForm['conditions'],
);

/** Every kind of condition, of whatever protocol. */
export const anyCondition = conditions.any;

type ScenariosOf<F> = {
  -readonly [K in keyof F]: F[K] extends {
    readonly model: infer M extends string;
    readonly setup: infer S extends v.GenericSchema;
    readonly someSetup: infer P extends v.GenericSchema;
  }
    ? ReturnType<typeof scenarioOf<M, S, P>>
    : never;
};

export const scenarioSchema = v.variant(
  'model',
  forms.map((form) => scenarioOf(form as never, conditions.one)) as unknown as ScenariosOf<
    typeof forms
  >,
);
