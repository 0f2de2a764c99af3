/** What a worker does while nobody asks it anything: to go back in a run takes less afterwards. */
import { fillingIn } from '../runner/fill-in.ts';
import type { Run } from '../runner/run.ts';
import { hearing } from './looks.ts';

/** Who asks meanwhile waits so long at most, ms. */
const SLICE_MS = 4;

const heard = hearing();

/** @param isAtRest whether still nobody has asked for anything: what was done until then stays */
export async function fillInAtRest(run: Run, isAtRest: () => boolean): Promise<void> {
  const work = fillingIn(run);
  while (isAtRest()) {
    for (const until = performance.now() + SLICE_MS; performance.now() < until;)
      if (work.next().done === true) return;
    await heard();
  }
}
