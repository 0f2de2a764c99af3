/** The definitions taken at their word: every order of every choice of operations is tried. */
import { FIRST_VALUE } from '../operation.ts';
import type { Operation, Precedes } from '../operation.ts';

/** Whether some order keeps what has to come before what, and each read returns the write before it. */
export function naivelyOrdered(operations: readonly Operation[], precedes: Precedes): boolean {
  const answered = operations.filter(({ returned }) => Number.isFinite(returned));
  const unanswered = operations.filter(
    ({ kind, returned }) => kind === 'write' && !Number.isFinite(returned),
  );
  // What was never answered may have been done, or not.
  return choices(unanswered).some((done) => place([...answered, ...done], FIRST_VALUE, precedes));
}

function choices(all: readonly Operation[]): readonly (readonly Operation[])[] {
  const [first, ...rest] = all;
  if (first === undefined) return [[]];
  const others = choices(rest);
  return [...others, ...others.map((some) => [first, ...some])];
}

function place(left: readonly Operation[], value: number, precedes: Precedes): boolean {
  if (left.length === 0) return true;
  return left.some((each) => {
    if (left.some((other) => other !== each && precedes(other, each))) return false;
    if (each.kind === 'read' && each.value !== value) return false;
    const rest = left.filter((other) => other !== each);
    return place(rest, each.kind === 'write' ? each.value : value, precedes);
  });
}

/** How few operations have no order, reads with the writes that they return; 0: all have one. */
export function naivelySmallest(operations: readonly Operation[], precedes: Precedes): number {
  const closed = choices(operations).filter((some) =>
    some.every(
      ({ kind, value }) =>
        kind === 'write' ||
        value === FIRST_VALUE ||
        !operations.some((one) => one.kind === 'write' && one.value === value) ||
        some.some((one) => one.kind === 'write' && one.value === value),
    ),
  );
  const sizes = closed.filter((some) => !naivelyOrdered(some, precedes)).map((some) => some.length);
  return sizes.length === 0 ? 0 : Math.min(...sizes);
}
