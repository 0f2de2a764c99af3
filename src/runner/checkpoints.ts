import type { Core } from '../kernel/core.ts';
import { LIMITS } from '../view/limits.ts';
import type { Branch } from './branch.ts';

/**
 * At least so many steps lie between two checkpoints, so that keeping them costs next to nothing;
 * to compute so many again takes about a millisecond.
 */
const LEAST_SPACING = 448;
/** And so many that the cost of a checkpoint, spread over the steps since the last one, is this low. */
const BYTES_PER_STEP = 32;
/** Looked at only so often. */
const EVERY = 64;

/** Whether it is time to keep a world, so many steps after the last one that was kept. */
export const isDue = (world: Core, steps: number): boolean =>
  steps >= LEAST_SPACING && world.step % EVERY === 0 && steps * BYTES_PER_STEP >= weigh(world);

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
  private readonly bounds: Bounds;

  constructor(bounds: Bounds = BOUNDS) {
    this.bounds = bounds;
  }

  /** Whether it is time to keep a world, so many steps after the last one that was kept. */
  isDue(world: Core, steps: number): boolean {
    return isDue(world, steps / this.spread);
  }

  /** One more was kept. */
  note(world: Core, branches: readonly Branch[]): void {
    this.bytes += weigh(world);
    if (this.bytes <= this.bounds.bytes) return;
    for (const branch of branches) branch.thinCheckpoints();
    this.spread *= 2;
    // Some have been taken back since they were kept, so all are weighed again.
    this.bytes = branches
      .flatMap(({ checkpoints }) => checkpoints)
      .reduce((sum, checkpoint) => sum + weigh(checkpoint.world), 0);
  }

  /** A branch has got marks. */
  noteMarks(branch: Branch): void {
    if (branch.markCount > this.bounds.marks) branch.thinMarks();
  }
}

/** A rough size of a checkpoint in bytes: what it cannot share with the one before. */
function weigh(world: Core): number {
  const { network, processes } = world;
  return (
    1200 * processes.length +
    100 * world.pendingCount +
    110 * network.flights.loose().length +
    180 * network.connections.size
  );
}
