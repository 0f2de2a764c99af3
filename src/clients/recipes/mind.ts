/** Where a program of steps stands: all of it plain data, and immutable but for its fields. */
import type { Verbs } from '../../view/recipe-program.ts';
import type { Compiled } from './compile.ts';
import type { Values } from './values.ts';

export interface Belief {
  readonly what: string;
  /** The path that it relies on; '' if none. */
  readonly node: string;
}

export interface Mind {
  /** The place of its step. */
  place: number;
  /** What stopped it; '' while nothing has. */
  failed: string;
  values: Values;
  believes: readonly Belief[];
  handlers: Verbs['on'];
  /** How often it has gone back, by the place of the `repeat`. */
  passes: Readonly<Record<string, number>>;
  /** Of each line the newest result. */
  results: readonly string[];
  /** What it was told of its session last. */
  session: 'new' | 'connected' | 'lost' | 'expired';
  /** The watch set last: its path, and which event its program most likely waits for. */
  watching: { readonly path: string; readonly of: string };
  woken: number;
  wokenForNothing: number;
  /** It was woken, and what came of that is open. */
  roused: boolean;
  grants: number;
  /** How long it thinks before each call, ms. */
  thinkMs: number;
}

/** @param values the client's own, in the place of the program's */
export const begins = ({ lines, program }: Compiled, values: Values, thinkMs: number): Mind => ({
  place: 0,
  failed: '',
  values: { ...program.values, ...values },
  believes: [],
  handlers: {},
  passes: {},
  results: lines.map(() => ''),
  session: 'new',
  watching: { path: '', of: '' },
  woken: 0,
  wokenForNothing: 0,
  roused: false,
  grants: 0,
  thinkMs,
});

export function setValue(me: Mind, name: string | undefined, value: Values[string]): void {
  if (name !== undefined) me.values = { ...me.values, [name]: value };
}
