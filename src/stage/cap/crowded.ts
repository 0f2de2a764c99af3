import type { CapCutView } from '../../view/cap.ts';
import type { Micros } from '../../view/time.ts';
import type { CapAxis } from './axis.ts';

/** Cuts that begin so near to one another, in drawing units, are drawn as one that lasts until the last is healed. */
const NEAR = 14;
/** Stretches of one lane with less between them are drawn as one. */
const TOUCHING = 1.5;

/** One cut of the network, or so many that nobody could tell them apart. */
export interface Cuts {
  readonly from: Micros;
  /** Null: not healed. */
  readonly to: Micros | null;
  readonly count: number;
}

/** The cuts of a run in order, the near ones together: there are no more of them than the drawing has room for. */
export function cutsApart(cuts: readonly CapCutView[], axis: CapAxis): readonly Cuts[] {
  const found: Cuts[] = [];
  let began = -Infinity;
  for (const { from, to } of cuts) {
    const x = axis.x(from);
    const last = found.at(-1);
    if (last === undefined || x - began >= NEAR) found.push({ from, to, count: 1 });
    else found[found.length - 1] = { from: last.from, to, count: last.count + 1 };
    began = x;
  }
  return found;
}

/** From one drawing unit to another. */
export interface Piece {
  readonly x0: number;
  readonly x1: number;
}

/** Stretches in order, those that touch together; what is too short to be seen by itself is left out. */
export function piecesApart(pieces: readonly Piece[], least: number): readonly Piece[] {
  const found: Piece[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (last !== undefined && piece.x0 - last.x1 < TOUCHING)
      found[found.length - 1] = { x0: last.x0, x1: Math.max(last.x1, piece.x1) };
    else found.push(piece);
  }
  return found.filter(({ x0, x1 }) => x1 - x0 >= least);
}
