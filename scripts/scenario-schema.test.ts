import { readFileSync, writeFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import { expect, it } from 'vitest';
import { interventionSchema, latencySchema } from '../src/scenarios/schema-interventions.ts';
import { recipeProgram } from '../src/scenarios/recipes/schema-program.ts';
import { anyCondition, scenarioSchema } from '../src/scenarios/schema-whole.ts';

const published = new URL('../public/scenario.schema.json', import.meta.url);

/** The JSON Schema of scenario files, for editors and other tools. */
function generated() {
  const schema = toJsonSchema(scenarioSchema, {
    definitions: {
      latency: latencySchema,
      intervention: interventionSchema,
      condition: anyCondition,
      program: recipeProgram,
    },
  });
  return { ...schema, title: 'Zooscope scenario', oneOf: (schema.oneOf ?? []).map(naming) };
}

/** A file may name its schema. */
const naming = (model: ReturnType<typeof toJsonSchema> | boolean) =>
  typeof model === 'boolean'
    ? model
    : { ...model, properties: { $schema: { type: 'string' }, ...model.properties } };

it('the published schema is the one that files are checked with (UPDATE_SCHEMA=1 writes it)', () => {
  if (process.env['UPDATE_SCHEMA'] === '1') {
    writeFileSync(published, `${JSON.stringify(generated(), null, 2)}\n`);
  }
  expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(generated())),
  );
});
