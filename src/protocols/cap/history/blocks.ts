/**
 * Whether operations on a register can be put into one order in which each read returns the write before it.
 * Since no two writes have the same value, a write and its reads must stand together, as a block: an order
 * exists iff no read must come before its write, and the blocks have an order, that is, no circle
 * [Gibbons, Korach, Testing shared memories, 1997].
 */
import { FIRST_VALUE, FIRST_WRITE } from './operation.ts';
import type { Operation, Precedes } from './operation.ts';

/** A write with the reads that return it; the write comes first. */
export interface Block {
  readonly write: Operation;
  readonly reads: readonly Operation[];
}

/** All that matters: reads that were answered, and writes that were, or that somebody has read. */
export interface Blocks {
  readonly blocks: readonly Block[];
  /** Reads of values that nobody has written. */
  readonly strange: readonly Operation[];
  /** Two writes of one value: nobody can tell which of them a read returns. */
  readonly doubled: boolean;
}

export function blocksOf(operations: readonly Operation[]): Blocks {
  const writes = new Map<number, Operation>([[FIRST_VALUE, FIRST_WRITE]]);
  const reads = new Map<number, Operation[]>();
  const strange: Operation[] = [];
  let doubled = false;
  for (const each of operations) {
    if (each.kind !== 'write') continue;
    doubled ||= writes.has(each.value);
    writes.set(each.value, each);
  }
  for (const each of operations) {
    if (each.kind !== 'read' || !Number.isFinite(each.returned)) continue;
    if (!writes.has(each.value)) strange.push(each);
    else reads.set(each.value, [...(reads.get(each.value) ?? []), each]);
  }
  const blocks = [...writes.values()].flatMap((write): Block[] => {
    const own = reads.get(write.value) ?? [];
    return Number.isFinite(write.returned) || own.length > 0 ? [{ write, reads: own }] : [];
  });
  return { blocks, strange, doubled };
}

export const operationsOf = ({ write, reads }: Block): readonly Operation[] => [write, ...reads];

/** Two operations that say that one block comes before another one. */
export interface Reason {
  readonly before: Operation;
  readonly after: Operation;
}

/** Why a block must come before another; of several reasons one of writes; null: it need not. */
export function reasonFor(a: Block, b: Block, precedes: Precedes): Reason | null {
  for (const before of operationsOf(a))
    for (const after of operationsOf(b)) if (precedes(before, after)) return { before, after };
  return null;
}

/** Whether there is such an order. */
export function canBeOrdered(operations: readonly Operation[], precedes: Precedes): boolean {
  const { blocks, strange } = blocksOf(operations);
  if (strange.length > 0) return false;
  for (const { write, reads } of blocks)
    if (reads.some((read) => precedes(read, write))) return false;
  return !hasCircle(blocks, precedes);
}

/** Takes away blocks that nothing has to come before, until none is left, or only circles are. */
function hasCircle(blocks: readonly Block[], precedes: Precedes): boolean {
  let left = blocks;
  while (left.length > 0) {
    const held = left.filter((block) =>
      left.some((other) => other !== block && reasonFor(other, block, precedes) !== null),
    );
    if (held.length === left.length) return true;
    left = held;
  }
  return false;
}
