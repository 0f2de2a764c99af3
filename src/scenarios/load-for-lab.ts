import { notInLab } from './forms.ts';
import { load } from './load.ts';
import type { Loaded } from './load.ts';

/** Reads a scenario that is to be shown: one that only the command line can play is refused. Never throws. */
export function loadForLab(value: unknown): Loaded {
  const loaded = load(value);
  const missing = loaded.scenario === undefined ? null : notInLab(loaded.scenario);
  return missing === null ? loaded : { problems: [missing] };
}
