/** What may be said of a history: linearizable, its writes alone, sequential, monotonic for each session. */
import { blocksOf } from './blocks.ts';
import { inOneSession, inSession, inTime } from './operation.ts';
import type { Operation } from './operation.ts';
import { witnessOf } from './witness.ts';
import type { Witness } from './witness.ts';

export type Check = 'linearizable' | 'writes' | 'sequential' | 'monotonic';

/** Null: it cannot be said, since two writes have the same value. */
export interface Verdict {
  readonly holds: boolean | null;
  readonly witness: Witness | null;
}

const unsure: Verdict = { holds: null, witness: null };

const verdictOf = (witness: Witness | null): Verdict => ({ holds: witness === null, witness });

/**
 * `linearizable`: one order that keeps time. `sequential`: one order that keeps each client's. `monotonic`: what
 * each client sees alone, with the writes in time, goes never back. `writes`: see {@link writesOf}.
 */
export function verdict(
  check: Check,
  operations: readonly Operation[],
  order: ReadonlyMap<number, number> = new Map(),
): Verdict {
  if (blocksOf(operations).doubled) return unsure;
  switch (check) {
    case 'linearizable':
      return verdictOf(witnessOf(operations, inTime));
    case 'sequential':
      return verdictOf(witnessOf(operations, inSession));
    case 'monotonic':
      return monotonic(operations);
    case 'writes':
      return verdictOf(writesOf(operations, order));
  }
}

function monotonic(operations: readonly Operation[]): Verdict {
  for (const client of new Set(operations.map((each) => each.client))) {
    const own = operations.filter((each) => each.kind === 'write' || each.client === client);
    const witness = witnessOf(own, inOneSession(client));
    if (witness !== null) return verdictOf(witness);
  }
  return verdictOf(null);
}

/**
 * Writes are linearizable if the order in which they took effect keeps time. Clients that only write see
 * nothing, so this order is the store's own.
 * @param order the place of each write, by its number, in the order in which they took effect
 */
function writesOf(
  operations: readonly Operation[],
  order: ReadonlyMap<number, number>,
): Witness | null {
  const writes = operations.filter(({ kind, id }) => kind === 'write' && order.has(id));
  const missing = operations.find(
    ({ kind, id, returned }) => kind === 'write' && Number.isFinite(returned) && !order.has(id),
  );
  if (missing !== undefined) return { requests: [missing.id], circle: [] };
  const placeOf = ({ id }: Operation): number => order.get(id) ?? 0;
  for (const a of writes)
    for (const b of writes)
      if (inTime(a, b) && placeOf(a) > placeOf(b))
        return {
          requests: [a.id, b.id],
          circle: [
            { number: a.id, why: 'time' },
            { number: b.id, why: 'overwrites' },
          ],
        };
  return null;
}
