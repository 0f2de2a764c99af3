import type { Core } from '../kernel/core.ts';

/**
 * At least so many steps lie between two checkpoints, so that keeping them costs next to nothing;
 * to compute so many again takes about a millisecond.
 */
const LEAST_SPACING = 896;
/** And so many that the cost of a checkpoint, spread over the steps since the last one, is this low. */
const BYTES_PER_STEP = 24;
/** Looked at only so often. */
const EVERY = 64;

/** Whether it is time to keep a world, so many steps after the last one that was kept. */
export const isDue = (world: Core, steps: number): boolean =>
  steps >= LEAST_SPACING && world.step % EVERY === 0 && steps * BYTES_PER_STEP >= weigh(world);

/** A rough size of a checkpoint in bytes: what it cannot share with the one before. */
function weigh(world: Core): number {
  const { network, processes } = world;
  return (
    1200 * processes.length +
    100 * world.pending().length +
    110 * network.flights.size +
    180 * network.connections.size
  );
}
