/** How old what a read was told is. */
import type { CapGhost } from './ghost.ts';
import { FIRST_VALUE } from './history/operation.ts';

/** By when a value must have been there: its write was answered, or a read returned it; Infinity: nobody can say. */
function knownAt({ requests }: CapGhost, value: number): number {
  if (value === FIRST_VALUE) return -1;
  const ends = requests.map((each) =>
    each.outcome === 'ok' && each.value === value ? (each.returned?.step ?? Infinity) : Infinity,
  );
  return Math.min(...ends);
}

/**
 * How many writes had been answered before the read was called that are newer than the value it returned: that were
 * called when it must have been there. Of two writes under way at the same time either may be the newer one.
 * @param called the step in which the read was
 */
export function stalenessOf(ghost: CapGhost, called: number, value: number): number {
  const known = knownAt(ghost, value);
  return ghost.requests.filter(
    (each) =>
      each.kind === 'write' &&
      each.outcome === 'ok' &&
      each.value !== value &&
      each.called.step > known &&
      (each.returned?.step ?? Infinity) < called,
  ).length;
}
