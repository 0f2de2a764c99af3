/** Whether those whom a program asks understand what it asks. */
import {
  argumentsOf,
  isOperation,
  OPS_OF,
  OUTSIDE_OPS,
  wrongArguments,
} from '../../protocols/outside/ask.ts';
import type { ProblemView } from '../../view/command.ts';
import type { OutsideView } from '../../view/outside.ts';
import type { RecipeProgram, Term } from '../../view/recipe-program.ts';
import type { RecipesSetup } from '../../view/recipes-setup.ts';
import { problem } from '../problem.ts';
import { deedsOf } from './check-program.ts';

type Kinds = ReadonlyMap<string, OutsideView['kind']>;

/** Of each process that can be asked, by its name. */
const kindsIn = ({ outside = [], clients }: RecipesSetup): Kinds =>
  new Map<string, OutsideView['kind']>([
    ...outside.map(({ name, kind }) => [name, kind] as const),
    ...clients.flatMap(({ name, answers }, index) =>
      answers === undefined ? [] : [[name ?? `C${index + 1}`, 'provider'] as const],
    ),
  ]);

/** Of the programs of a person's own: the built-in ones ask whom they know. */
export function checkCalls(setup: RecipesSetup): ProblemView[] {
  const kinds = kindsIn(setup);
  return Object.entries(setup.programs ?? {}).flatMap(([name, program]) => {
    const given = setup.clients.flatMap((client) =>
      client.program === name ? [client.values ?? {}] : [],
    );
    return program.steps.flatMap((step, index) =>
      deedsOf(step, ['setup', 'programs', name, 'steps', index]).flatMap(([{ call }, place]) => {
        if (call === undefined) return [];
        const asked = namedBy(call.to, program, given);
        const found = [
          ...operation(call.op, asked, kinds, [...place, 'call', 'op']),
          ...argumentsFit(call, [...place, 'call', 'args']),
        ];
        return found.slice(0, 1);
      }),
    );
  });
}

/** Whom it may name: itself, or what a variable has to begin with; what a run puts there is not known. */
function namedBy(
  to: Term,
  { values = {} }: RecipeProgram,
  given: readonly Readonly<Record<string, unknown>>[],
): readonly string[] {
  const text = String(to);
  if (!text.includes('$')) return [text];
  const name = /^\$(\w+)$/u.exec(text)?.[1];
  if (name === undefined) return [];
  return [values[name], ...given.map((each) => each[name])].filter(
    (value) => typeof value === 'string',
  );
}

type Place = readonly (string | number)[];

function operation(op: string, asked: readonly string[], kinds: Kinds, place: Place) {
  if (!isOperation(op)) {
    const known = Object.keys(OUTSIDE_OPS).join(', ');
    const text = `No process understands "${op}"; what can be asked is ${known}. Name one of these.`;
    return [problem('scenario-unknown-operation', place, text, { op, known })];
  }
  for (const to of asked) {
    const kind = kinds.get(to);
    if (kind === undefined || OPS_OF[kind].includes(op)) continue;
    const known = OPS_OF[kind].join(', ');
    const text = `${to} does not understand "${op}"; it understands ${known}. Name one of these, or another process.`;
    return [problem('scenario-no-such-operation', place, text, { to, op, known })];
  }
  return [];
}

function argumentsFit(
  { op, args = {} }: { readonly op: string; readonly args?: Readonly<Record<string, unknown>> },
  place: Place,
): ProblemView[] {
  if (!isOperation(op)) return [];
  const names = Object.keys(args);
  if (wrongArguments(op, names).length === 0) return [];
  const known = `{ ${argumentsOf(op).join(', ')} }`;
  const given = `{ ${names.join(', ')} }`;
  const text = `The arguments of "${op}" are ${known}; this call has ${given}. Give it just these.`;
  return [problem('scenario-call-arguments', place, text, { op, known, given })];
}
