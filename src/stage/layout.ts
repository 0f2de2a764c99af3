import type { Pid } from '../view/time.ts';
import type { Box } from './geometry.ts';

/** Where the word and the log cells of a server stand. */
export interface LabelSpot {
  readonly box: Box;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface Seat {
  readonly pid: Pid;
  readonly x: number;
  readonly y: number;
  readonly label: LabelSpot;
}

/** One direction of a link: a quadratic curve from ring to ring. */
export interface Lane {
  readonly x0: number;
  readonly y0: number;
  readonly cx: number;
  readonly cy: number;
  readonly x1: number;
  readonly y1: number;
  readonly length: number;
}

/** Where everything stands; depends on who takes part and on the room, never on states. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Of a server's ring. */
  readonly radius: number;
  /** Log cells shown of each server. */
  readonly cells: number;
  readonly cellWidth: number;
  readonly seats: ReadonlyMap<Pid, Seat>;
  readonly lanes: ReadonlyMap<number, Lane>;
}

export interface LayoutOptions {
  readonly width: number;
  readonly height: number;
  /** Longest text of a log cell, in letters; default 3 (`2·7`). Round it up so it stays stable. */
  readonly cellLetters?: number;
  /** Longest state word of the drawing, e.g. `OBSERVING`; the default covers the field terms. */
  readonly longestWord?: string;
}

/** Places servers clockwise on an ellipse from the top, and their labels outward of them. */
export const ensembleLayout = (_pids: readonly Pid[], _options: LayoutOptions): Layout => {
  throw new Error('not drawn yet');
};
