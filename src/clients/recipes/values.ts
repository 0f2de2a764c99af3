/** What variables of a recipe hold, and what a step's terms come to. */
import { compareZxid } from '../../protocols/election/zxid.ts';
import type { Relation, Term } from '../../view/recipe-program.ts';
import { LIMITS } from '../../view/limits.ts';
import { zxidText } from '../../view/zxid.ts';
import type { Zxid } from '../../view/zxid.ts';
import { nameOf } from '../../zookeeper/records/paths.ts';

export type Value = string | number | readonly string[] | Zxid;
export type Values = Readonly<Record<string, Value>>;

/** A program asks for what makes no sense: it stops there. */
export class ProgramFault extends Error {}

export const isZxid = (value: Value): value is Zxid =>
  typeof value === 'object' && 'epoch' in value;
export const isNames = (value: Value): value is readonly string[] => Array.isArray(value);

/** A value as text: of a list its names with commas between them. */
export function textOfValue(value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return isZxid(value) ? zxidText(value) : value.join(',');
}

const VARIABLE = /\$([A-Za-z]\w*)/gu;
const ALONE = /^\$([A-Za-z]\w*)$/u;

/** The variables that a term names. */
export const namedIn = (term: Term): readonly string[] =>
  typeof term === 'number' ? [] : [...term.matchAll(VARIABLE)].map(([, name = '']) => name);

function valueOf(values: Values, name: string): Value {
  const found = Object.hasOwn(values, name) ? values[name] : undefined;
  if (found === undefined) throw new ProgramFault(`$${name} has no value`);
  return found;
}

/** @throws ProgramFault for a variable without a value, and for a text that grows too long */
export function evaluate(term: Term, values: Values): Value {
  if (typeof term === 'number') return term;
  const alone = ALONE.exec(term)?.[1];
  if (alone !== undefined) return valueOf(values, alone);
  const text = term.replaceAll(VARIABLE, (_, name: string) => textOfValue(valueOf(values, name)));
  if (text.length > LIMITS.recipeText) throw new ProgramFault('a text is too long');
  return text;
}

export const textAt = (term: Term, values: Values): string => textOfValue(evaluate(term, values));

/** @throws ProgramFault for what is no number */
export function numberAt(term: Term, values: Values): number {
  const value = evaluate(term, values);
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  if (typeof number === 'number' && Number.isFinite(number)) return number;
  throw new ProgramFault(`${textOfValue(value)} is no number`);
}

/** @throws ProgramFault for what is no list */
export function namesAt(term: Term, values: Values): readonly string[] {
  const value = evaluate(term, values);
  if (isNames(value)) return value;
  throw new ProgramFault(`${textOfValue(value)} is no list`);
}

const order = (a: Value, b: Value): number => {
  if (isZxid(a) && isZxid(b)) return compareZxid(a, b);
  const [x, y] = [textOfValue(a), textOfValue(b)];
  const [m, n] = [Number(x), Number(y)];
  if (x !== '' && y !== '' && Number.isFinite(m) && Number.isFinite(n)) return m - n;
  if (x === y) return 0;
  return x < y ? -1 : 1;
};

export function isSo(a: Value, relation: Relation, b: Value): boolean {
  if (relation === 'in') {
    if (!isNames(b)) throw new ProgramFault(`${textOfValue(b)} is no list`);
    return b.includes(nameOf(textOfValue(a)));
  }
  const by = order(a, b);
  switch (relation) {
    case '=':
      return by === 0;
    case '!=':
      return by !== 0;
    case '<':
      return by < 0;
    case '<=':
      return by <= 0;
    case '>':
      return by > 0;
    case '>=':
      return by >= 0;
  }
}
