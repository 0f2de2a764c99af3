/** Which operations cannot be ordered, and why. */
import { blocksOf, canBeOrdered, operationsOf, reasonFor } from './blocks.ts';
import type { Block } from './blocks.ts';
import { FIRST_WRITE } from './operation.ts';
import type { Operation, Precedes } from './operation.ts';

type Why = 'time' | 'session' | 'reads' | 'overwrites';

export interface Witness {
  /** No order of these: by id, in the order of their calls. */
  readonly requests: readonly number[];
  /** Each must come before the next, and the last before the first. */
  readonly circle: readonly { readonly number: number; readonly why: Why }[];
}

/** Of so many operations every subset is tried, so that the witness is a smallest one. */
export const MOST_SEARCHED = 12;

/** Null: there is an order. */
export function witnessOf(operations: readonly Operation[], precedes: Precedes): Witness | null {
  if (canBeOrdered(operations, precedes)) return null;
  const { blocks, strange } = blocksOf(operations);
  const [nowhere] = strange;
  if (nowhere !== undefined) return { requests: [nowhere.id], circle: [] };
  const relevant = blocks.flatMap(operationsOf).filter(({ id }) => id !== FIRST_WRITE.id);
  const some =
    relevant.length <= MOST_SEARCHED
      ? smallest(relevant, precedes)
      : without(inCircle(blocks, precedes), precedes);
  const requests = some.toSorted((a, b) => a.called - b.called).map(({ id }) => id);
  const circle = circleIn(blocksOf(some).blocks, precedes);
  return { requests, circle };
}

/** The least subset that has no order; one with a read has the write, too, that the read returns. */
function smallest(operations: readonly Operation[], precedes: Precedes): readonly Operation[] {
  for (let size = 1; size <= operations.length; size++) {
    const found = subset(
      operations,
      size,
      [],
      0,
      (some) => isClosed(some) && !canBeOrdered(some, precedes),
    );
    if (found !== null) return found;
  }
  return operations;
}

function subset(
  all: readonly Operation[],
  size: number,
  chosen: readonly Operation[],
  from: number,
  is: (some: readonly Operation[]) => boolean,
): readonly Operation[] | null {
  if (chosen.length === size) return is(chosen) ? chosen : null;
  for (let at = from; at <= all.length - (size - chosen.length); at++) {
    const found = subset(all, size, [...chosen, all[at] as Operation], at + 1, is);
    if (found !== null) return found;
  }
  return null;
}

const isClosed = (some: readonly Operation[]): boolean => blocksOf(some).strange.length === 0;

/** Of many operations: what can be left out one by one is. At most a few are left, though not surely the fewest. */
function without(operations: readonly Operation[], precedes: Precedes): readonly Operation[] {
  let some = operations;
  for (const each of operations) {
    const rest = some.filter((one) => one !== each);
    if (isClosed(rest) && !canBeOrdered(rest, precedes)) some = rest;
  }
  return some;
}

/** The operations of blocks that stand in a shortest circle, or of one whose read comes before its write. */
function inCircle(blocks: readonly Block[], precedes: Precedes): readonly Operation[] {
  const early = blocks.find(({ write, reads }) => reads.some((read) => precedes(read, write)));
  const all = early === undefined ? circleOf(blocks, precedes) : [early];
  return all.flatMap(operationsOf).filter(({ id }) => id !== FIRST_WRITE.id);
}

/** The fewest blocks each of which must come before the next one, and the last before the first. */
function circleOf(blocks: readonly Block[], precedes: Precedes): readonly Block[] {
  const next = blocks.map((block) =>
    blocks.filter((other) => other !== block && reasonFor(block, other, precedes) !== null),
  );
  const after = new Map(blocks.map((block, index) => [block, next[index] ?? []]));
  return shortest(blocks, (block) => after.get(block) ?? []);
}

/** A shortest way from anything back to itself. */
function shortest<T>(all: readonly T[], next: (one: T) => readonly T[]): readonly T[] {
  let best: readonly T[] = [];
  for (const start of all) {
    const from = new Map<T, T>();
    const queue = [start];
    for (let one = queue.shift(); one !== undefined && !from.has(start); one = queue.shift())
      for (const other of next(one))
        if (!from.has(other)) {
          from.set(other, one);
          queue.push(other);
        }
    if (!from.has(start)) continue;
    const way = [start];
    for (let one = from.get(start); one !== undefined && one !== start; one = from.get(one))
      way.unshift(one);
    if (best.length === 0 || way.length < best.length) best = way;
  }
  return best;
}

/** The same circle, said of operations: what must come before what, and why. */
function circleIn(blocks: readonly Block[], precedes: Precedes): Witness['circle'] {
  // It is told of a read that it saw what was overwritten, if it can be told of one.
  const ofReads = circleOfOperations(blocks, precedes, ({ kind }) => kind === 'read');
  return ofReads.length > 0 ? ofReads : circleOfOperations(blocks, precedes, () => true);
}

/** @param is of what it may be said that it comes before a write because its block does */
function circleOfOperations(
  blocks: readonly Block[],
  precedes: Precedes,
  is: (one: Operation) => boolean,
): Witness['circle'] {
  const of = new Map(blocks.flatMap((block) => operationsOf(block).map((one) => [one, block])));
  const why = (a: Operation, b: Operation): Why | null => {
    if (precedes(a, b)) return a.client === b.client ? 'session' : 'time';
    const [own, other] = [of.get(a), of.get(b)];
    if (own === undefined || other === undefined) return null;
    if (own === other) return a === own.write ? 'reads' : null;
    // All that stands in the earlier block comes before the later block's write.
    const before = is(a) && b === other.write && reasonFor(own, other, precedes) !== null;
    return before ? 'overwrites' : null;
  };
  const all = [...of.keys()].filter(({ id }) => id !== FIRST_WRITE.id);
  const next = new Map(all.map((a) => [a, all.filter((b) => b !== a && why(a, b) !== null)]));
  const circle = shortest(all, (one) => next.get(one) ?? []);
  return circle.map((one, index) => {
    const other = circle[(index + 1) % circle.length] ?? one;
    return { number: one.id, why: why(one, other) ?? 'time' };
  });
}
