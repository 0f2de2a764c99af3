/** The built-in recipes, by name: programs in the same language as a person's own. */
import type { RecipeProgram } from '../../view/recipe-program.ts';
import { keys } from './programs/keys.ts';
import { locks } from './programs/locks.ts';
import { masters } from './programs/masters.ts';
import { registry } from './programs/registry.ts';
import { rows } from './programs/rows.ts';
import { sharingPrograms } from './programs/sharing.ts';
import { workingPrograms } from './programs/working.ts';

const all: Readonly<Record<string, RecipeProgram>> = {
  ...locks,
  ...masters,
  ...sharingPrograms,
  ...workingPrograms,
  ...rows,
  ...keys,
  ...registry,
};

export const builtInNames: readonly string[] = Object.keys(all);

/** Undefined: there is none of this name. */
export const builtIn = (name: string): RecipeProgram | undefined =>
  Object.hasOwn(all, name) ? all[name] : undefined;
