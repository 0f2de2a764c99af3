import { whole } from '../scenarios/slices.ts';
import type { Sliced } from '../scenarios/slices.ts';
import type { Branch } from './branch.ts';
import type { Run } from './run.ts';

/**
 * Keeps more of the way to the present branch's end, the newest part first, so that to go to any moment of it
 * takes less; nothing of the run changes. To be done when nobody waits: it takes as long as the run took. Whoever
 * ends it keeps what it had come to.
 */
export function* fillingIn(run: Run): Sliced {
  const cursor = run.cursor({ world: run.world.clone() });
  for (const { branch, end } of wayTo(run.branch)) {
    const { checkpoints } = branch;
    for (let index = checkpoints.length - 1; index >= 0; index--) {
      const to = Math.min(checkpoints[index + 1]?.step ?? end, end);
      for (let at = index; ; at++) {
        const behind = checkpoints[at];
        const close = run.kept.close;
        if (close === null) return;
        if (behind === undefined || behind.step + 1.5 * close > to) break;
        yield* cursor.seeking(behind.step + close);
        checkpoints.splice(at + 1, 0, cursor.checkpointNow());
        run.kept.noteFilledIn();
      }
    }
  }
}

export const fillIn = (run: Run): void => whole(fillingIn(run));

/** The branches that lead to the end of one, each up to where the next one leaves it. */
function* wayTo(branch: Branch): Generator<{ branch: Branch; end: number }> {
  let end = branch.length;
  for (let one: Branch | null = branch; one !== null; one = one.parent) {
    yield { branch: one, end };
    end = Math.min(end, one.forkStep);
  }
}
