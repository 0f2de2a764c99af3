/** Steps that ask nobody: they compute. */
import type { Claim, Computation, Term } from '../../view/recipe-program.ts';
import { LIMITS } from '../../view/limits.ts';
import { nameOf } from '../../zookeeper/records/paths.ts';
import type { ProgramNote } from '../notes.ts';
import { clock, random } from '../steps.ts';
import type { Steps } from '../steps.ts';
import type { Mind } from './mind.ts';
import { evaluate, namesAt, numberAt, ProgramFault, textAt } from './values.ts';
import type { Value, Values } from './values.ts';

/** Modulo, and never negative. */
const round = (place: number, length: number): number =>
  ((Math.floor(place) % length) + length) % length;

function* item(names: readonly string[], at: Term, values: Values): Steps<Value> {
  if (names.length === 0) throw new ProgramFault('an empty list has no item');
  const place =
    at === 'random' ? Math.floor((yield* random()) * names.length) : numberAt(at, values);
  return names[round(place, names.length)] ?? '';
}

/** How much a name counts in a tally; 0 where it is not in it. */
function countIn(tally: readonly string[], name: string): number {
  const found = tally.find((each) => each.startsWith(`${name}=`));
  return found === undefined ? 0 : Number(found.slice(name.length + 1));
}

/** @throws ProgramFault for an empty list */
function least(names: readonly string[], tally: readonly string[]): string {
  const [first] = names.toSorted((a, b) => countIn(tally, a) - countIn(tally, b));
  if (first === undefined) throw new ProgramFault('an empty list has no least');
  return first;
}

/** The places of names do not change. @throws ProgramFault for one too many */
function tallied(tally: readonly string[], name: string, count: number): readonly string[] {
  const entry = `${name}=${count}`;
  const place = tally.findIndex((each) => each.startsWith(`${name}=`));
  if (place >= 0) return tally.with(place, entry);
  if (tally.length === LIMITS.recipeNames) throw new ProgramFault('a list is too long');
  return [...tally, entry];
}

/** @throws ProgramFault */
export function* computed(what: Computation, { values, session }: Mind): Steps<Value> {
  const two = ([a, b]: readonly [Term, Term]): [number, number] => [
    numberAt(a, values),
    numberAt(b, values),
  ];
  if (what.set !== undefined) return evaluate(what.set, values);
  if (what.add !== undefined) {
    const [a, b] = two(what.add);
    return a + b;
  }
  if (what.subtract !== undefined) {
    const [a, b] = two(what.subtract);
    return a - b;
  }
  if (what.times !== undefined) {
    const [a, b] = two(what.times);
    return a * b;
  }
  if (what.random !== undefined) {
    const [least, most] = two(what.random);
    return least + Math.floor((yield* random()) * (most - least + 1));
  }
  if (what.count !== undefined) return namesAt(what.count, values).length;
  if (what.item !== undefined)
    return yield* item(namesAt(what.item[0], values), what.item[1], values);
  if (what.clock === true) return yield* clock();
  if (what.session === true) return session;
  if (what.least !== undefined)
    return least(namesAt(what.least[0], values), namesAt(what.least[1], values));
  if (what.tally !== undefined) {
    const [tally, name, count] = what.tally;
    const number = numberAt(count, values);
    return tallied(namesAt(tally, values), textAt(name, values), number);
  }
  if (what.counted !== undefined)
    return countIn(namesAt(what.counted[0], values), textAt(what.counted[1], values));
  if (what.name !== undefined) return nameOf(textAt(what.name, values));
  if (what.without !== undefined) {
    const name = textAt(what.without[1], values);
    return namesAt(what.without[0], values).filter((each) => each !== name);
  }
  if (what.with !== undefined) {
    const names = namesAt(what.with[0], values);
    const name = textAt(what.with[1], values);
    if (names.length === LIMITS.recipeNames) throw new ProgramFault('a list is too long');
    return names.includes(name) ? names : [...names, name];
  }
  throw new ProgramFault('nothing to compute');
}

/** A claim as whoever compares it with the truth hears it. */
export function claimed(claim: Claim, values: Values): ProgramNote & { readonly kind: 'claims' } {
  const is = 'is' in claim ? claim.is : 'size' in claim ? claim.size : '';
  const version = 'version' in claim && claim.version !== undefined ? claim.version : '';
  return {
    kind: 'claims',
    claim: claim.kind,
    of: textAt(claim.of, values),
    is: textAt(is, values),
    version: textAt(version, values),
  };
}
