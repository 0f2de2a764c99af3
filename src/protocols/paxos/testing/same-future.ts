import { futureWithNumbers } from '../future.ts';
import type { PaxosWorld } from '../history.ts';
import { normalForm } from '../normal-form.ts';

/** Everything in a running world that decides its future. */
export const futureOf = (world: PaxosWorld): ReturnType<typeof futureWithNumbers>['state'] =>
  futureWithNumbers(world).state;

/** @returns the shift that makes `b` of `a`, or null when there is none */
export function sameUpToShift(a: unknown, b: unknown): number | null {
  const [one, other] = [normalForm(a), normalForm(b)];
  return one.form === other.form ? other.base - one.base : null;
}
