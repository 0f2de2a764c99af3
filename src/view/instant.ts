/** The furthest instant that a date can name, in ms from 1970 [ECMA-262, time values]. */
const FURTHEST = 8.64e15;

/**
 * `2026-11-21T02:44:00.123Z`, of ms since 1970. A file may hold any number: one that is no date is
 * said as it stands.
 */
export const instantText = (ms: number): string =>
  Math.abs(ms) <= FURTHEST ? new Date(ms).toISOString() : `${ms} ms`;
