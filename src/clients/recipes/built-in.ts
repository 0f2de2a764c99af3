/** The built-in recipes, by name: programs in the same language as a person's own. */
import type { RecipeProgram } from '../../view/recipe-program.ts';
import { leases } from './programs/leases.ts';
import { locks } from './programs/locks.ts';
import { masters } from './programs/masters.ts';
import { registry } from './programs/registry.ts';
import { sharingPrograms } from './programs/sharing.ts';
import { workingPrograms } from './programs/working.ts';

const all: Readonly<Record<string, RecipeProgram>> = {
  ...locks,
  ...masters,
  ...sharingPrograms,
  ...workingPrograms,
  ...leases,
  ...registry,
};

export const builtInNames: readonly string[] = Object.keys(all);

/** Undefined: there is none of this name. */
export const builtIn = (name: string): RecipeProgram | undefined =>
  Object.hasOwn(all, name) ? all[name] : undefined;
