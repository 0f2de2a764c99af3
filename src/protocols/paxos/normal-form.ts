/** States compared up to a shift of all their ballots. */
import type { Ballot } from './rules.ts';

/** A state in which ballots are counted from the highest one. */
export interface NormalForm {
  readonly form: string;
  readonly base: Ballot;
}

/** Fields that hold ballots. */
const BALLOTS: ReadonlySet<string> = new Set(['ballot', 'promised', 'accBallot', 'seen']);

/** The same value with every ballot in it that is not 0 larger by `shift`. */
export function shiftBallots(value: unknown, shift: number): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => shiftBallots(each, shift));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]: [string, unknown]) => [
      key,
      BALLOTS.has(key) && typeof each === 'number'
        ? each === 0
          ? 0
          : each + shift
        : shiftBallots(each, shift),
    ]),
  );
}

export function highestBallot(value: unknown): Ballot {
  if (typeof value !== 'object' || value === null) return 0;
  let highest = 0;
  for (const [key, each] of Object.entries(value)) {
    const here = BALLOTS.has(key) && typeof each === 'number' ? each : highestBallot(each);
    if (here > highest) highest = here;
  }
  return highest;
}

/** Ballot 0 stays 0, so the highest one becomes −1, and those below it −2, −3, … */
export function normalForm(state: unknown): NormalForm {
  const base = highestBallot(state);
  return { form: JSON.stringify(shiftBallots(state, -base - 1)), base };
}
