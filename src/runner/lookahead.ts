import { CannotBeDone } from '../scenarios/cannot-be-done.ts';
import { SLICE } from '../scenarios/slices.ts';
import type { Sliced } from '../scenarios/slices.ts';
import type { Micros } from '../view/time.ts';
import type { Run } from './run.ts';

/** Looking further ahead costs more than it tells. */
const MOST_STEPS = 3000;
const FURTHEST: Micros = 600_000_000;
/** A search that found nothing is repeated after so much virtual time. */
const AGAIN: Micros = 10_000_000;

/**
 * Finds out when something other than pings and waiting next happens, by running a copy ahead.
 * The answer holds until the run is changed by hand, so it is kept.
 */
export class Lookahead {
  private branch = -1;
  private from = 0;
  private until: Micros | null = null;
  /** When a search that found nothing is worth repeating. */
  private searched: Micros = 0;
  private interventions = -1;

  /** Virtual time of the next step that is not routine; null when unknown or never. */
  *next(run: Run): Sliced<Micros | null> {
    const count = run.branch.recorded;
    const stale =
      run.branch.id !== this.branch ||
      count !== this.interventions ||
      run.position < this.from ||
      (this.until !== null && run.world.time >= this.until) ||
      (this.until === null && run.world.time >= this.searched);
    if (stale) {
      this.branch = run.branch.id;
      this.interventions = count;
      this.from = run.position;
      this.until = yield* found(run);
      this.searched = run.world.time + AGAIN;
    }
    return this.until;
  }
}

/** Where a wait was played already, its end need not be looked for: who drags the timeline asks often. */
function* found(run: Run): Sliced<Micros | null> {
  const known = run.branch.waitEnds(run.position);
  if (known === null) return yield* search(run);
  return known - run.world.time > FURTHEST ? null : known;
}

/** Sees no further than to what a file says was done and cannot be done. */
function goesOn(scout: Run, limit: Micros): boolean {
  try {
    return scout.advance(limit);
  } catch (error) {
    if (!(error instanceof CannotBeDone)) throw error;
    return false;
  }
}

function* search(run: Run): Sliced<Micros | null> {
  const scout = run.cursor({ history: false, world: run.world.clone() });
  scout.world.recorder = scout.recorder;
  const limit = run.world.time + FURTHEST;
  const { records } = scout.recorder;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    if (!goesOn(scout, limit)) return null;
    const record = records.pop();
    // What is still due at this very instant counts too: after an act it is what comes of it.
    if (record !== undefined && !record.routine) return record.time;
    if (steps % SLICE === 0) yield null;
  }
  return null;
}
