import { SCENARIO_VERSION } from '../view/scenario.ts';

type Raw = Readonly<Record<string, unknown>>;

/**
 * What turns a file of version n into one of version n + 1. A new version adds its line here and a
 * file of the version before to `old/`, which a test opens for ever.
 */
export const migrations: Readonly<Record<number, (file: Raw) => Raw>> = {};

/** A file as the newest version would have written it. */
export function migrate(file: Raw, version: number): Raw {
  let migrated = file;
  for (let from = version; from < SCENARIO_VERSION; from++) {
    migrated = { ...(migrations[from]?.(migrated) ?? migrated), version: from + 1 };
  }
  return migrated;
}
