import type { Core } from '../kernel/core.ts';
import { LIMITS } from '../view/limits.ts';
import type { Branch } from './branch.ts';
import { unshared } from './unshared.ts';

/**
 * At least so many steps lie between two checkpoints, so that keeping them costs next to nothing;
 * to compute so many again takes about a millisecond.
 */
const LEAST_SPACING = 448;
/** And so many that what a checkpoint costs, spread over the steps since the last one, is this low. */
const BYTES_PER_STEP = 32;
/** One that says little of those that follow must not keep them away: more than this it never says. */
const MOST_GROWTH = 4;
/** Looked at only so often. */
const EVERY = 64;

/** What a run keeps of its past besides the deeds. */
interface Bounds {
  /** Bytes of all checkpoints, roughly. */
  readonly bytes: number;
  /** Marks of a branch on the timeline. */
  readonly marks: number;
}

const BOUNDS: Bounds = { bytes: LIMITS.historyBytes, marks: LIMITS.historyMarks };

/**
 * The checkpoints of a run, in so much memory however long it is. When there is no more room, every
 * second one goes, and from then on they lie twice as far apart: nothing of the past is lost, to go
 * back takes longer.
 */
export class Checkpoints {
  private bytes = 0;
  private spread = 1;
  /** What the last one cost, and the next one is likely to cost; 0: none has been kept yet. */
  private expected = 0;
  private readonly bounds: Bounds;

  constructor(bounds: Bounds = BOUNDS) {
    this.bounds = bounds;
  }

  /** Whether it is time to keep a world, so many steps after the last one that was kept. */
  isDue(world: Core, steps: number): boolean {
    const spread = steps / this.spread;
    if (spread < LEAST_SPACING || world.step % EVERY !== 0) return false;
    return spread * BYTES_PER_STEP >= (this.expected || atLeast(world));
  }

  /** One more was kept, behind this one. */
  note(world: Core, before: Core, branches: readonly Branch[]): void {
    const least = atLeast(world);
    const most = MOST_GROWTH * (this.expected || least);
    // What the run goes on to have, a log above all, is kept whether a checkpoint has it or not.
    const found = unshared(partsOf(before), partsOf(world));
    this.expected = Math.max(least, Math.min(found, most));
    this.bytes += this.expected;
    if (this.bytes <= this.bounds.bytes) return;
    for (const branch of branches) branch.thinCheckpoints();
    this.spread *= 2;
    // Some have been taken back since they were kept, so all are counted again.
    const count = branches.reduce((sum, { checkpoints }) => sum + checkpoints.length, 0);
    this.bytes = count * this.expected;
  }

  /** A branch has got marks. */
  noteMarks(branch: Branch): void {
    if (branch.markCount > this.bounds.marks) branch.thinMarks();
  }
}

/** Bytes of what no copy of a world shares with another, whatever happened in between; roughly. */
function atLeast(world: Core): number {
  const { network, processes } = world;
  return (
    400 * processes.length +
    100 * world.pendingCount +
    110 * network.flights.loose().length +
    180 * network.connections.size
  );
}

/** Where worlds differ: all but their model, which is one. */
const partsOf = (world: Core): object => {
  const { processes, ghost, network, violations } = world;
  return { processes, ghost, network, violations, pending: world.pending() };
};
