/** How old what a read was told is. */
import type { CapGhost, CapRequest } from './ghost.ts';

type Write = CapRequest & { readonly value: number };

const isAcknowledged = (request: CapRequest): request is Write =>
  request.kind === 'write' && request.outcome === 'ok' && request.value !== null;

/** When a value was there: when its write was answered; if it never was, when a server first had it. */
function doneAt({ requests, puts }: CapGhost, value: number): number {
  const write = requests.find((each) => isAcknowledged(each) && each.value === value);
  return write?.returned?.step ?? puts.get(value)?.step ?? -1;
}

/**
 * How many writes had been answered before the read was called, and later than the one whose value it returned.
 * @param called the step in which it was
 */
export function stalenessOf(ghost: CapGhost, called: number, value: number): number {
  const own = doneAt(ghost, value);
  return ghost.requests.filter((each) => {
    if (!isAcknowledged(each) || each.value === value || each.returned === null) return false;
    const { step } = each.returned;
    return step < called && step > own;
  }).length;
}
