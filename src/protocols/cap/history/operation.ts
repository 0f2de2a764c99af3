/** What a checker knows of a register's history: who asked what, when, and what they were told. */

/** An operation on the register; its value tells which write a read returns, so no two writes have the same. */
export interface Operation {
  /** Its number; 0 is nobody's. */
  readonly id: number;
  /** Whose program it is of. */
  readonly client: number;
  readonly kind: 'read' | 'write';
  readonly value: number;
  /** Places in the history; a return after an answer alone, else Infinity. */
  readonly called: number;
  readonly returned: number;
}

/** The register holds this before anybody has written. */
export const FIRST_VALUE = 0;

/** The write that nobody asked for: before everything. */
export const FIRST_WRITE: Operation = {
  id: 0,
  client: 0,
  kind: 'write',
  value: FIRST_VALUE,
  called: -2,
  returned: -1,
};

/** Of two operations, whether the first has to come before the second, whatever they say. */
export type Precedes = (a: Operation, b: Operation) => boolean;

/** It had returned when the other was called. */
export const inTime: Precedes = (a, b) => a.returned < b.called;

/** … and both are one client's; what stood there at first is before them all. */
export const inSession: Precedes = (a, b) =>
  inTime(a, b) && (a.client === b.client || a.id === FIRST_WRITE.id);

/** Writes in time, and what one client asks in its session. */
export const inOneSession =
  (client: number): Precedes =>
  (a, b) =>
    inTime(a, b) &&
    ((a.kind === 'write' && b.kind === 'write') ||
      a.id === FIRST_WRITE.id ||
      (a.client === client && b.client === client));
