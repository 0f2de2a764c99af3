/** The lessons of generals go by the golden traces, and what they claim depends on the algorithms' rules. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Mutant } from '../protocols/byzantine/mutants.ts';
import { Play } from '../protocols/byzantine/testing/play.ts';
import { byzantineForm } from './byzantine/form.ts';
import { lessonFile } from './lesson-file.ts';
import { partsOf } from './parts.ts';
import { wrongWithout } from './testing/without-rules.ts';

interface Trace {
  readonly name: string;
  readonly messages: readonly string[];
}

const traces: readonly Trace[] = ['oral', 'signed'].flatMap(
  (name) =>
    JSON.parse(
      readFileSync(`${import.meta.dirname}/../../fixtures/byzantine/${name}.json`, 'utf8'),
    ) as readonly Trace[],
);

/** The trace that each run of a lesson goes by. */
const runs: Readonly<Record<string, readonly string[]>> = {
  'three-generals': ['B-3L', 'B-3C', 'B-3C', 'B-3C', 'B-4L', 'B-4C'],
  'seven-generals': [
    'B-7LL',
    'B-7CL',
    'B-7x',
    'B-6x',
    'B-S3C',
    'B-S3L, forging',
    'B-S4, SM(1)',
    'B-S4, SM(2)',
  ],
};

it.each(Object.entries(runs))('%s goes by the golden traces', async (id, names) => {
  const file = await lessonFile(id);
  if (file === null) throw new Error(`no lesson ${id}`);
  const said = partsOf(file).map((part) => {
    if (part.file.model !== 'byzantine') throw new TypeError(`${id} has no generals`);
    return new Play(part.file.setup).ends().said.toSorted();
  });
  const golden = names.map((name) =>
    (traces.find((trace) => trace.name === name)?.messages ?? []).toSorted(),
  );
  expect(said).toEqual(golden);
});

describe('a lesson of generals notices', () => {
  it.each<[string, Mutant, string]>([
    ['three-generals', 'default-for-majority', 'four'],
    ['seven-generals', 'default-for-majority', 'obeyed'],
    ['three-generals', 'one-round-short', 'who-lies'],
    ['seven-generals', 'one-round-short', 'all-know'],
    ['seven-generals', 'believe-unsigned', 'refused'],
  ])('%s: the rule %s is broken', async (id, mutant, notices) => {
    expect(await wrongWithout(id, [], byzantineForm.invariants)).toEqual([]);
    expect(await wrongWithout(id, [mutant], byzantineForm.invariants)).toContain(notices);
  });
});
