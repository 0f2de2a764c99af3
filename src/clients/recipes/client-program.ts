/** A program of steps as what runs in a client. */
import type { Program } from '../program.ts';
import { ENDLESS } from '../routine.ts';
import { localsOf, routines } from '../routines.ts';
import type { Routines } from '../routines.ts';
import type { Compiled } from './compile.ts';
import { interpreter } from './interpreter.ts';
import type { Mind } from './mind.ts';
import type { Values } from './values.ts';

export interface RecipeProgramOf extends Program<Routines> {
  readonly compiled: Compiled;
}

/** @param values the client's own, in the place of the program's */
export const recipeProgram = (
  compiled: Compiled,
  values: Values,
  thinkMs: number,
): RecipeProgramOf => ({
  ...routines(compiled.name, interpreter(compiled, values, thinkMs)),
  compiled,
});

/** The program of steps that runs in a client; null: another kind does. */
export const compiledIn = (program: Program): Compiled | null =>
  'compiled' in program ? (program as RecipeProgramOf).compiled : null;

/** Its mind; null before it starts. */
export const mindIn = (state: unknown): Mind | null => localsOf<Mind | null>(state as Routines);

/** Whether it is over. */
export const isOver = (state: unknown): boolean =>
  (state as Routines).threads.some(({ round }) => round === null);

/** What stopped a program: an error that no step names, or that it went round without a wait; '' if nothing has. */
export function failureOf({ deeds }: Compiled, { failed, place }: Mind, over: boolean): string {
  if (failed !== '' || !over) return failed;
  const { end = false } = deeds[place] ?? { end: true };
  return end ? '' : ENDLESS;
}
