import { SCENARIO_VERSION } from '../view/scenario.ts';

type Raw = Readonly<Record<string, unknown>>;

/**
 * What turns a file of version n into one of version n + 1. A new version adds its line here and a
 * file of the version before to `old/`, which a test opens for ever.
 */
export const migrations: Readonly<Record<number, (file: Raw) => Raw>> = {
  1: (file) => withCrashes(file) as Raw,
  2: (file) => (file['model'] === 'election' ? withoutSteps(file) : file),
};

/**
 * In version 1 whoever killed or stopped a process also took the unsynced writes from its disk; since
 * then that is the power's. What an old file did is said by its new name, so that its runs, their
 * digests and its lessons stay what they were.
 */
function withCrashes(file: Raw): Raw {
  const { steps, interventions } = file;
  return {
    ...file,
    ...(Array.isArray(steps) && { steps: steps.map((step) => inside(step, 'do', deeds)) }),
    ...(Array.isArray(interventions) && {
      interventions: interventions.map((done) => inside(done, 'what', crash)),
    }),
  };
}

/**
 * Since version 3 an election is played on servers with data: its steps have other numbers, and so have
 * its messages. What was done is done again when it was; what was done to a message is not, since nobody
 * can tell which one it would be.
 */
function withoutSteps(file: Raw): Raw {
  const { interventions } = file;
  if (!Array.isArray(interventions)) return file;
  return { ...file, interventions: interventions.filter(isOfNoMessage).map(withoutStep) };
}

const isOfNoMessage = (done: unknown): boolean =>
  !isRecord(done) || !isRecord(done['what']) || !Object.hasOwn(done['what'], 'message');

function withoutStep(done: unknown): unknown {
  if (!isRecord(done)) return done;
  const { step: _step, ...rest } = done;
  return rest;
}

/** A record with one of its fields changed; what has another form is left for the schema to refuse. */
function inside(value: unknown, key: string, change: (field: unknown) => unknown): unknown {
  if (!isRecord(value) || !Object.hasOwn(value, key)) return value;
  return { ...value, [key]: change(value[key]) };
}

const deeds = (done: unknown): unknown => (Array.isArray(done) ? done.map(crash) : done);

function crash(deed: unknown): unknown {
  if (!isRecord(deed) || (deed['kind'] !== 'kill' && deed['kind'] !== 'stop')) return deed;
  return { ...deed, kind: 'crash', inOrder: deed['kind'] === 'stop' };
}

const isRecord = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A file as the newest version would have written it. */
export function migrate(file: Raw, version: number): Raw {
  let migrated = file;
  for (let from = version; from < SCENARIO_VERSION; from++) {
    migrated = { ...(migrations[from]?.(migrated) ?? migrated), version: from + 1 };
  }
  return migrated;
}
