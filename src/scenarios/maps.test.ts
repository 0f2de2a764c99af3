import * as v from 'valibot';
import { expect, it } from 'vitest';
import { loadText } from './load-text.ts';
import { LOST } from './schema-primitives.ts';
import { scenarioSchema } from './schema-whole.ts';

/** Every record in a schema, wherever it stands. */
function recordsIn(schema: object): v.GenericSchema[] {
  const seen = new Set<object>();
  const records: v.GenericSchema[] = [];
  const look = (part: unknown): void => {
    if (typeof part !== 'object' || part === null || seen.has(part)) return;
    seen.add(part);
    if ('type' in part && part.type === 'record') records.push(part as v.GenericSchema);
    // What is only made when it is needed.
    if ('getter' in part && typeof part.getter === 'function') look(part.getter(undefined));
    for (const [key, each] of Object.entries(part)) if (key !== '~standard') look(each);
  };
  look(schema);
  return records;
}

it('no map of a scenario loses a name in silence', () => {
  const records = recordsIn(scenarioSchema);
  expect(records.length).toBeGreaterThanOrEqual(7);
  for (const record of records) {
    for (const name of LOST) {
      // As the JSON of a file stands for it: a field of its own.
      const { issues } = v.safeParse(record, JSON.parse(`{"${name}":1}`));
      expect(issues?.map((issue) => [issue.expected, issue.path?.[0]?.key])).toContainEqual([
        'never',
        name,
      ]);
    }
    expect(v.safeParse(record, {}).success).toBe(true);
  }
});

it('of these names there are not more', () => {
  const all = v.record(v.string(), v.unknown());
  const names = [...Object.getOwnPropertyNames(Object.prototype), 'prototype'];
  const given = JSON.parse(JSON.stringify(Object.fromEntries(names.map((name) => [name, 1]))));
  const kept = Object.keys(v.parse(all, given));
  expect(names.filter((name) => !kept.includes(name)).toSorted()).toEqual(LOST.toSorted());
});

const good = {
  format: 'zooscope-scenario',
  version: 1,
  model: 'recipes',
  seed: 1,
  setup: { servers: [{ sid: 1 }], clients: [{ id: 101, program: 'lock', values: {} }] },
};
/** The problems of a file in which a name stands for `?`: `where code`. */
const problemsOf = (change: object, name: string): string[] => {
  const text = JSON.stringify({ ...good, ...change }).replace('"?"', JSON.stringify(name));
  return (loadText(text).problems ?? []).map(({ where, code }) => `${where} ${code}`);
};

it.each(LOST)('a map that has %s is refused, and its place is named', (name) => {
  const { setup } = good;
  const client = setup.clients[0];
  expect(
    problemsOf({ setup: { ...setup, programs: { '?': { steps: [{ end: true }] } } } }, name),
  ).toEqual([`setup.programs.${name} scenario-no-name`]);
  expect(
    problemsOf({ setup: { ...setup, clients: [{ ...client, values: { '?': 1 } }] } }, name),
  ).toEqual([`setup.clients[0].values.${name} scenario-no-name`]);
  expect(problemsOf({ setup: { ...setup, ensemble: { weights: { '?': 1 } } } }, name)).toEqual([
    `setup.ensemble.weights.${name} scenario-no-name`,
  ]);
  const act = { kind: 'input', pid: 1, name: 'x', data: { '?': 1 } };
  expect(problemsOf({ steps: [{ id: 'a', do: [act] }] }, name)).toEqual([
    `steps[0].do[0].data.${name} scenario-no-name`,
  ]);
  expect(
    problemsOf({ steps: [{ id: 'a', until: { fact: { rule: 'x', data: { '?': 1 } } } }] }, name),
  ).toEqual([`steps[0].until.fact.data.${name} scenario-no-name`]);
});
