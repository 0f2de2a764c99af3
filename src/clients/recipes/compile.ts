/** A program made ready to run: its labels are places, and rules that are switched off are gone from it. */
import type { Deed, Label, RecipeProgram, Step, Verb } from '../../view/recipe-program.ts';
import { verbOf } from '../../view/recipe-program.ts';

export interface Line {
  /** Its steps, by their places. */
  readonly from: number;
  readonly to: number;
  readonly label: string;
  readonly note: string;
  /** The rule that is switched off here; '' if none is. */
  readonly broken: string;
}

export interface Compiled {
  readonly name: string;
  readonly program: RecipeProgram;
  readonly deeds: readonly Deed[];
  readonly lines: readonly Line[];
  /** By the place of a step: the place of its line. */
  readonly lineOf: readonly number[];
  readonly places: ReadonlyMap<Label, number>;
}

/** @throws RangeError for a label that is not there: a checked program has none such */
export function placeOf({ places, name }: Compiled, label: Label): number {
  const found = places.get(label);
  if (found === undefined) throw new RangeError(`${name} has no label ${label}`);
  return found;
}

/** What stands in the place of a step; the rule that made it so, or ''. */
function standing(step: Step, off: ReadonlySet<string>): [Deed, string] {
  for (const [rule, deed] of Object.entries(step.broken ?? {}))
    if (off.has(rule)) return [deed ?? {}, rule];
  return [step, ''];
}

/** @param off rules that are switched off */
export function compiled(
  name: string,
  program: RecipeProgram,
  off: ReadonlySet<string> = new Set(),
): Compiled {
  const deeds: Deed[] = [];
  const lines: { -readonly [K in keyof Line]: Line[K] }[] = [];
  const lineOf: number[] = [];
  const places = new Map<Label, number>();
  for (const [place, step] of program.steps.entries()) {
    const [deed, broken] = standing(step, off);
    const { label = '', note = '', joined = false } = step;
    deeds.push(deed);
    if (label !== '') places.set(label, place);
    const line = lines.at(-1);
    if (joined && line !== undefined) {
      line.to = place + 1;
      if (line.broken === '') line.broken = broken;
    } else lines.push({ from: place, to: place + 1, label, note, broken });
    lineOf.push(lines.length - 1);
  }
  return { name, program, deeds, lines, lineOf, places };
}

/** Verbs that talk to a server, or to a process outside: before each of them a client may think. */
const CALLS: ReadonlySet<Verb> = new Set([
  'create',
  'delete',
  'setData',
  'getData',
  'exists',
  'getChildren',
  'sync',
  'multi',
  'close',
  'call',
]);

/** Whether any of its steps needs a session: else it never connects. */
export const talksToServers = ({ deeds }: Compiled): boolean =>
  deeds.some((deed) => isCall(deed) && deed.call === undefined);

export const isCall = (deed: Deed): boolean => {
  const verb = verbOf(deed);
  return verb !== undefined && CALLS.has(verb);
};
