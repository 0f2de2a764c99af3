/** What can be asked of processes outside, by its operation and its arguments: as a program of steps says it. */
import type { OutsideView } from '../../view/outside.ts';
import type { OutsideRequest } from './messages.ts';

type Argument =
  | { readonly kind: 'text' | 'number' }
  /** Left out: null. */
  | { readonly kind: 'number?' }
  /** Left out: false. */
  | { readonly kind: 'flag' };

const text = { kind: 'text' } as const;
const number = { kind: 'number' } as const;
const numberOrNone = { kind: 'number?' } as const;
const flag = { kind: 'flag' } as const;

type Arguments<R> = { readonly [K in Exclude<keyof R, 'op'>]: Argument };

type Of<Op extends OutsideRequest['op']> = Extract<OutsideRequest, { readonly op: Op }>;

/** Each operation with its arguments. */
export const OUTSIDE_OPS: { readonly [Op in OutsideRequest['op']]: Arguments<Of<Op>> } = {
  write: { value: text, token: numberOrNone },
  read: {},
  insert: { id: text, owner: text },
  beat: { id: text, owner: text },
  'take-over': { id: text, owner: text, from: text, olderMs: number },
  select: { id: text },
  'delete-row': { id: text, owner: text },
  set: { key: text, value: text, nx: flag, px: numberOrNone },
  get: { key: text },
  incr: { key: text },
  del: { key: text },
  'compare-and-delete': { key: text, value: text },
  'compare-and-extend': { key: text, value: text, px: number },
  call: {},
};

type Op = OutsideRequest['op'];

/** What each kind of process understands; to anything else it answers UnknownOp. */
export const OPS_OF: Readonly<Record<OutsideView['kind'], readonly Op[]>> = {
  storage: ['write', 'read'],
  table: ['insert', 'beat', 'take-over', 'select', 'delete-row'],
  redis: ['set', 'get', 'incr', 'del', 'compare-and-delete', 'compare-and-extend'],
  provider: ['call'],
};

/** The arguments of an operation; those that may be left out with a `?` behind them. */
export const argumentsOf = (op: Op): readonly string[] =>
  Object.entries<Argument>(OUTSIDE_OPS[op]).map(([name, { kind }]) =>
    kind === 'text' || kind === 'number' ? name : `${name}?`,
  );

export const isOperation = (op: string): op is OutsideRequest['op'] =>
  Object.hasOwn(OUTSIDE_OPS, op);

/** Arguments that an operation does not have, or has and was not given; [] when all is well. */
export function wrongArguments(op: OutsideRequest['op'], given: readonly string[]): string[] {
  const known: Readonly<Record<string, Argument>> = OUTSIDE_OPS[op];
  const needed = Object.keys(known).filter((name) => known[name]?.kind.match(/^(?:text|number)$/u));
  return [
    ...given.filter((name) => !Object.hasOwn(known, name)),
    ...needed.filter((name) => !given.includes(name)),
  ];
}

/** An argument that is not of its kind. */
export class WrongArgument extends Error {}

/** @throws WrongArgument */
export function requestWith(
  op: OutsideRequest['op'],
  given: Readonly<Record<string, string | number | boolean>>,
): OutsideRequest {
  const known: Readonly<Record<string, Argument>> = OUTSIDE_OPS[op];
  const read = Object.entries(known).map(([name, { kind }]) => {
    const value = given[name];
    if (kind === 'text' && value !== undefined) return [name, String(value)];
    if (kind === 'flag') return [name, value === true];
    if (kind === 'number?' && (value === undefined || value === '')) return [name, null];
    const number = typeof value === 'string' ? Number(value) : value;
    if (kind !== 'text' && typeof number === 'number' && Number.isFinite(number))
      return [name, number];
    throw new WrongArgument(`${op}: ${name} is ${value ?? 'missing'}`);
  });
  return { op, ...(Object.fromEntries(read) as object) } as OutsideRequest;
}
