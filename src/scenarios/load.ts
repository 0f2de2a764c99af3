import * as v from 'valibot';
import type { ProblemView } from '../view/command.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import { SCENARIO_VERSION } from '../view/scenario.ts';
import { checkScenario } from './check.ts';
import { migrate } from './migrate.ts';
import { problem, problemOfIssue } from './problem.ts';
import { scenarioSchema } from './schema.ts';

/** A scenario that can be run, or everything that is wrong with it. */
export type Loaded =
  | { readonly scenario: ScenarioFile; readonly problems?: never }
  | { readonly problems: readonly ProblemView[]; readonly scenario?: never };

/** Longer texts are not even looked at. */
const MOST_CHARACTERS = 5 * 1024 * 1024;
/** No scenario is nested deeper; without a limit a hostile file would exhaust the stack. */
const DEEPEST = 64;
/** Who has more mistakes than this mends these first. */
const MOST_PROBLEMS = 50;

const refused = (code: string, text: string, data: ProblemView['data'] = {}): Loaded => ({
  problems: [problem(code, [], text, data)],
});

/** Reads a scenario file: its text, or the value that its JSON stands for. Never throws. */
export function load(input: unknown): Loaded {
  if (typeof input !== 'string') return loadValue(input);
  if (input.length > MOST_CHARACTERS) {
    const mb = (input.length / 1024 / 1024).toFixed(1);
    return refused(
      'scenario-large',
      `The file has ${mb} MB; at most 5 MB are read. A scenario has some kilobytes: choose another file.`,
      { size: mb, limit: 5 },
    );
  }
  try {
    return loadValue(JSON.parse(input));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return refused('scenario-not-json', `The file is not JSON: ${detail}. Mend it there.`, {
      detail,
    });
  }
}

function loadValue(value: unknown): Loaded {
  if (isTooDeep(value)) {
    return refused(
      'scenario-deep',
      `The file is nested deeper than ${DEEPEST} levels. Flatten it.`,
      {
        deepest: DEEPEST,
      },
    );
  }
  const recognised = recognise(value);
  if (recognised.problems !== undefined) return recognised;
  const parsed = v.safeParse(scenarioSchema, recognised.file);
  const problems = parsed.success
    ? checkScenario(parsed.output)
    : parsed.issues.map(problemOfIssue);
  if (problems.length > 0) return { problems: problems.slice(0, MOST_PROBLEMS) };
  return { scenario: parsed.output as ScenarioFile };
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
          `This file has version ${version}; this Zooscope reads up to version ${SCENARIO_VERSION}. Open it with a newer Zooscope.`,
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
      'This is not a Zooscope scenario: it has no "format": "zooscope-scenario". Choose a file saved by Zooscope, or add that line.',
    ),
  ],
};

/** Walks the value without recursion, so that no depth can exhaust the stack. */
function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true;
    const next: unknown[] = [];
    for (const each of level) {
      if (typeof each !== 'object' || each === null) continue;
      // One by one: a call with as many arguments as a large tree has nodes exhausts the stack, too.
      for (const below of Object.values(each)) next.push(below);
    }
    level = next;
  }
  return false;
}
