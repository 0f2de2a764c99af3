import type { Sliced } from '../scenarios/slices.ts';
import type { Way } from '../view/command.ts';
import type { Drive } from './drive.ts';

/** What a way waits for comes within so much virtual time, ms, or not at all. */
const LONGEST_WAIT_MS = 120_000;

/**
 * Takes a run along its way. A wait that is in vain ends the way there.
 * @throws InterventionRefused
 */
export function* follow(drive: Drive, way: Way): Sliced {
  for (const part of way) {
    if (part.kind === 'wait') {
      if (!(yield* drive.runUntil(part.until, LONGEST_WAIT_MS))) return;
    } else {
      const step = drive.run.position;
      yield* drive.intervene(part, drive.run.world.time);
      // Nobody did that by hand, so nobody takes it back.
      drive.acts.script(step);
    }
  }
}
