import * as v from 'valibot';
import type { ProblemView } from '../view/command.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import { SCENARIO_VERSION } from '../view/scenario.ts';
import { tooDeep } from '../view/json-text.ts';
import { LIMITS } from '../view/limits.ts';
import { checkScenario } from './check.ts';
import type { ProtocolForm } from './form.ts';
import { loaders } from './load-protocol.ts';
import { migrate } from './migrate.ts';
import { problem, problemOfIssue } from './problem.ts';
import { conditionSchemas } from './schema-condition.ts';
import { scenarioOf } from './schema.ts';

/** A scenario that can be run, or everything that is wrong with it. */
export type Loaded =
  | { readonly scenario: ScenarioFile; readonly problems?: never }
  | { readonly problems: readonly ProblemView[]; readonly scenario?: never };

/**
 * Reads a scenario: the value that the JSON of a file stands for. Never throws.
 * @param form of the protocol that the value names as its model; null: it names none that there is
 */
export function loadAs(value: unknown, form: ProtocolForm | null): Loaded {
  const values = valuesIn(value);
  if (values === null) return { problems: [tooDeep('')] };
  const recognised = recognise(value);
  if (recognised.problems !== undefined) return recognised;
  // A large file may be wrong in a million places, each of which would be kept.
  const abortEarly = values > LIMITS.valuesCheckedWhole;
  const parsed = v.safeParse(schemaFor(form), recognised.file, { abortEarly });
  if (!parsed.success) return { problems: firstOf(parsed.issues.map(problemOfIssue)) };
  const scenario = parsed.output as unknown as ScenarioFile;
  const problems = form === null ? [] : checkScenario(scenario, form);
  return problems.length > 0 ? { problems: firstOf(problems) } : { scenario };
}

const firstOf = (problems: readonly ProblemView[]): readonly ProblemView[] =>
  problems.slice(0, LIMITS.problems);

/** The protocol that the value names as its model, if there is one of that name. */
export function modelNamed(value: unknown): ScenarioFile['model'] | null {
  if (typeof value !== 'object' || value === null || !('model' in value)) return null;
  return MODELS.find((model) => model === value.model) ?? null;
}

const MODELS = Object.keys(loaders) as readonly ScenarioFile['model'][];

const schemas = new Map<ProtocolForm | null, v.GenericSchema>();

/** A file of this protocol; of the others only the names are known, for what is said of a name that is none. */
function schemaFor(form: ProtocolForm | null): v.GenericSchema {
  const known = schemas.get(form);
  if (known !== undefined) return known;
  const made = v.variant(
    'model',
    MODELS.map((model) =>
      model === form?.model
        ? scenarioOf(form, conditionSchemas(form.conditions).one)
        : v.object({ model: v.literal(model) }),
    ),
  );
  schemas.set(form, made);
  return made;
}

/** Whether it is a scenario at all, of a version that can be read; brought to the newest version. */
function recognise(
  value: unknown,
): { readonly file: unknown; readonly problems?: never } | (Loaded & { scenario?: never }) {
  if (typeof value !== 'object' || value === null || !('format' in value)) {
    return foreign;
  }
  const { $schema: _schema, ...file } = value as Readonly<Record<string, unknown>>;
  if (file['format'] !== 'zooscope-scenario') return foreign;
  const { version } = file;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return {
      problems: [
        problem(
          'scenario-version',
          ['version'],
          `The version must be a whole number from 1 to ${SCENARIO_VERSION}. Write "version": ${SCENARIO_VERSION}.`,
          { newest: SCENARIO_VERSION },
        ),
      ],
    };
  }
  if (version > SCENARIO_VERSION) {
    return {
      problems: [
        problem(
          'scenario-newer',
          ['version'],
          `This file has version ${version}; this Zooscope reads up to version ${SCENARIO_VERSION}. Open it with a newer one.`,
          { version, newest: SCENARIO_VERSION },
        ),
      ],
    };
  }
  return { file: migrate(file, version) };
}

const foreign = {
  problems: [
    problem(
      'scenario-foreign',
      [],
      'This is no Zooscope scenario: it has no "format": "zooscope-scenario". Choose a file saved by Zooscope, or add it.',
    ),
  ],
};

/** How many values it consists of; null when it is nested too deep. No recursion: a value may be cyclic. */
function valuesIn(value: unknown): number | null {
  let level: unknown[] = [value];
  let values = 0;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > LIMITS.jsonDepth) return null;
    values += level.length;
    const next: unknown[] = [];
    for (const each of level) {
      if (typeof each !== 'object' || each === null) continue;
      // One by one: a call with as many arguments as a large tree has nodes exhausts the stack, too.
      for (const below of Object.values(each)) next.push(below);
    }
    level = next;
  }
  return values;
}
