import type { Pid } from '../view/time.ts';
import type { Box, Curve, Point } from './geometry.ts';

/** The way of a message, edge to edge. */
export interface Lane extends Curve {
  /** Straight from end to end. */
  readonly length: number;
  /** How far along it a held message waits, 0 to 1. */
  readonly wait: number;
}

/** A link that is drawn as a pipe, in which what was sent stands in its order. */
export interface Pipe {
  /** Half of its width. */
  readonly half: number;
  /** From where to where along its line, 0 to 1; the rest of that is a line. */
  readonly from: number;
  readonly to: number;
}

/**
 * Where the processes of a stage stand, and what runs between them: all that links, messages and
 * walls need to know of it. Depends on who takes part and on the room, never on states; in an ensemble
 * that serves, also on who leads and whose client is whose, which change seldom.
 */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Centres, by pid. */
  readonly seats: ReadonlyMap<Pid, Point>;
  /** What labels of messages should keep off. */
  readonly obstacles: readonly Box[];
  /** How far from the ends of its line a link can be seen. */
  readonly inset: number;
  /** Scale of messages that are drawn without a label: small ones among small seats. */
  readonly bare: number;
  /** Made anew: use `laneOf`. `back`: for an answer. Null when either has no seat. */
  lane(from: Pid, to: Pid, back: boolean): Lane | null;
  /** The lines of a link, the one that shows faults first; none when the two never talk. */
  wires(a: Pid, b: Pid): readonly Curve[];
  /** Ways between the two that are not drawn; a line that is drawn across them cuts them all the same. */
  readonly unseen?: (a: Pid, b: Pid) => readonly Curve[];
  /** How wide a link is drawn; null or missing: as a line. */
  readonly pipe?: (a: Pid, b: Pid) => Pipe | null;
  /** A link that shows only what was done to it, or whose process is selected. */
  readonly quiet?: (a: Pid, b: Pid) => boolean;
  /** The walls between the groups of a partition, as polylines. */
  walls(groups: readonly (readonly Pid[])[]): readonly (readonly Point[])[];
}
