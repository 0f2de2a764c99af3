/** What the checkers say of the requests so far. */
import type { CapCheck } from '../../view/cap-setup.ts';
import type { CapGhost, CapRequest } from './ghost.ts';
import { verdict } from './history/checks.ts';
import type { Check, Verdict } from './history/checks.ts';
import type { Operation } from './history/operation.ts';

/** Only what was answered says anything; a write without an answer may have been done at any time after its call. */
export const operationsOf = (requests: readonly CapRequest[]): readonly Operation[] =>
  requests.flatMap(({ number, client, kind, value, called, returned, outcome }): Operation[] => {
    const isWrite = kind === 'write';
    const ended = outcome === 'ok' ? (returned?.step ?? Infinity) : Infinity;
    // Refused: it was not done.
    if (value === null || outcome === 'error' || (!isWrite && ended === Infinity)) return [];
    const rest = { value, called: called.step, returned: ended };
    return [{ id: number, client, kind: isWrite ? 'write' : 'read', ...rest }];
  });

/** The order in which writes took effect, by the numbers of their requests. */
function orderOf({ requests, puts }: CapGhost): ReadonlyMap<number, number> {
  const order = new Map<number, number>();
  for (const { number, kind, value } of requests) {
    const put = kind === 'write' && value !== null ? puts.get(value) : undefined;
    if (put !== undefined) order.set(number, put.step);
  }
  return order;
}

/**
 * Of more operations nothing is said: it would take as long as the cube of their number, at every answer. No
 * scenario plans so many; by hand somebody may.
 */
const MOST_JUDGED = 120;
const UNSAID: Verdict = { holds: null, witness: null };

type Known = Map<Check, Verdict>;

/** Most steps change none of this: what was said of one history is kept. */
const said = new WeakMap<readonly CapRequest[], Known>();

export function judged(ghost: CapGhost, check: Exclude<CapCheck, 'converged'>): Verdict {
  const known = said.get(ghost.requests) ?? new Map<Check, Verdict>();
  said.set(ghost.requests, known);
  const found = known.get(check);
  if (found !== undefined) return found;
  const operations = operationsOf(ghost.requests);
  const made =
    operations.length > MOST_JUDGED ? UNSAID : verdict(check, operations, orderOf(ghost));
  known.set(check, made);
  return made;
}
