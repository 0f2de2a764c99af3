import type { Pid } from '../view/time.ts';
import type { Box, Point } from './geometry.ts';
import type { LabelSpot } from './seat-labels.ts';

export interface Seat {
  readonly pid: Pid;
  readonly x: number;
  readonly y: number;
  readonly label: LabelSpot;
}

/** Processes as rings on an ellipse. */
export interface RingPlan {
  readonly width: number;
  readonly height: number;
  /** Centre of the ellipse. */
  readonly centre: Point;
  /** Of a ring. */
  readonly radius: number;
  /** In order around the ellipse. */
  readonly seats: ReadonlyMap<Pid, Seat>;
  readonly obstacles: readonly Box[];
}
