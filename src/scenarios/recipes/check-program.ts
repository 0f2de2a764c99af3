/** What a program of the right form can still have wrong: verbs, labels, variables. */
import { namedIn } from '../../clients/recipes/values.ts';
import type { ProblemView } from '../../view/command.ts';
import { LIMITS } from '../../view/limits.ts';
import { VERBS } from '../../view/recipe-program.ts';
import type { Deed, RecipeProgram, Step } from '../../view/recipe-program.ts';
import { problem } from '../problem.ts';

type Place = readonly (string | number)[];

/** Everybody has these. */
const OWN = ['me', 'guid'];
const NAME = /^[A-Za-z]\w*$/u;
/** Fields whose text is a label, and those whose text is the name of a variable that is set. */
const LABELS: ReadonlySet<string> = new Set(['goto', 'else', 'own', 'yes', 'no', 'late', 'none']);
const NAMES: ReadonlySet<string> = new Set(['into', 'zxid']);

interface Named {
  readonly labels: { readonly label: string; readonly place: Place }[];
  readonly reads: { readonly name: string; readonly place: Place }[];
  readonly sets: { readonly name: string; readonly place: Place }[];
}

/** What a deed names, wherever it stands in it. */
function namesIn(deed: Deed, place: Place, named: Named): void {
  for (const verb of VERBS) {
    const value = deed[verb];
    const here = [...place, verb];
    if (value !== undefined && verb !== 'release') walk(value, here, named);
  }
}

function walk(value: unknown, place: Place, named: Named): void {
  const key = place.at(-1);
  const above = place.at(-2);
  if (typeof value === 'string') {
    if (above === 'on' || key === 'on' || (typeof key === 'string' && LABELS.has(key)))
      named.labels.push({ label: value, place });
    // `version` says what is read in getData, and what is expected elsewhere.
    else if (
      typeof key === 'string' &&
      (NAMES.has(key) || (key === 'version' && above === 'getData'))
    )
      named.sets.push({ name: value, place });
    else for (const name of namedIn(value)) named.reads.push({ name, place });
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [field, each] of Object.entries(value))
    walk(each, [...place, Array.isArray(value) ? Number(field) : field], named);
}

function checkVerbs(deed: Deed, place: Place): ProblemView[] {
  const found = VERBS.filter((verb) => deed[verb] !== undefined);
  if (found.length === 1) return [];
  const known = VERBS.join(', ');
  if (found.length === 0) {
    const text = `This step does nothing. Give it one of ${known}.`;
    return [problem('scenario-step-without-verb', place, text, { known })];
  }
  const names = found.join(', ');
  const text = `This step has ${found.length} verbs (${names}). Make each a step of its own.`;
  return [problem('scenario-step-with-verbs', place, text, { count: found.length, names })];
}

/** What a step does, and what it does where a rule is switched off. */
export const deedsOf = (step: Step, place: Place): (readonly [Deed, Place])[] => [
  [step, place],
  ...Object.entries(step.broken ?? {}).flatMap(([rule, deed]) =>
    deed === null ? [] : [[deed, [...place, 'broken', rule]] as const],
  ),
];

/** @param values names of variables that clients set beside the program's own */
export function checkProgram(
  program: RecipeProgram,
  place: Place,
  values: readonly string[] = [],
): ProblemView[] {
  const problems: ProblemView[] = [];
  const named: Named = { labels: [], reads: [], sets: [] };
  const labels: string[] = [];
  program.steps.forEach((step, index) => {
    const here = [...place, 'steps', index];
    for (const [deed, at] of deedsOf(step, here)) {
      problems.push(...checkVerbs(deed, at));
      namesIn(deed, at, named);
    }
    const { label } = step;
    if (label === undefined) return;
    if (labels.includes(label)) {
      const text = `The label ${label} is there twice. Give one of the steps another.`;
      problems.push(problem('scenario-label-twice', [...here, 'label'], text, { label }));
    }
    labels.push(label);
  });
  for (const { label, place: at } of named.labels) {
    if (labels.includes(label)) continue;
    const known = labels.join(', ');
    const text = `No step has the label ${label}; there are ${known}. Name one of these.`;
    problems.push(problem('scenario-no-such-label', at, text, { label, known }));
  }
  problems.push(...checkVariables(program, place, named, values));
  return problems;
}

function checkVariables(
  program: RecipeProgram,
  place: Place,
  { reads, sets }: Named,
  values: readonly string[],
): ProblemView[] {
  const problems: ProblemView[] = [];
  const begun = Object.keys(program.values ?? {});
  for (const name of begun)
    if (!NAME.test(name)) problems.push(badName(name, [...place, 'values', name]));
  for (const { name, place: at } of sets) if (!NAME.test(name)) problems.push(badName(name, at));
  const all = new Set([...OWN, ...begun, ...values, ...sets.map(({ name }) => name)]);
  if (all.size > LIMITS.recipeVariables) {
    const count = all.size;
    const most = LIMITS.recipeVariables;
    const text = `${count} variables are too many; at most ${most} are kept. Remove some.`;
    problems.push(problem('scenario-many-variables', place, text, { count, most }));
  }
  for (const { name, place: at } of reads) {
    if (all.has(name)) continue;
    const known = [...all].join(', ');
    const text = `Nothing sets $${name}; there are ${known}. Name one of these, or put it into values.`;
    problems.push(problem('scenario-no-such-variable', at, text, { name, known }));
  }
  return problems;
}

const badName = (name: string, place: Place): ProblemView =>
  problem(
    'scenario-variable-name',
    place,
    `"${name}" cannot name a variable. Use a letter, then letters, digits and _.`,
    { name },
  );
