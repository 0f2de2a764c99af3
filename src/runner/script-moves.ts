import type { Director } from '../scenarios/director.ts';
import { LIMITS } from '../view/limits.ts';
import type { Micros } from '../view/time.ts';
import type { Run } from './run.ts';

/** What these need of who moves the run. */
interface Mover {
  readonly run: Run;
  /** One step; the director hears of it. @returns false when the run should stand */
  readonly take: (limit: Micros) => boolean;
  readonly seek: (position: number) => void;
}

/**
 * Plays the present step of a script to its end; one that is over at once takes no time.
 * @param end the position at which it is given up, so that nobody waits for what may never come
 */
export function playStep({ run, take }: Mover, director: Director, end = endFrom(run)): void {
  director.begin();
  while (director.phase === 'running' && run.position < end && take(Infinity));
}

/** Goes to the beginning of a step of a script, playing what lies between if it must. @returns whether it knew the place */
export function toStep(mover: Mover, director: Director, index: number): boolean {
  const known = director.startOf(index);
  const start = known ?? director.startOf(director.reached());
  if (start !== null) mover.seek(start);
  if (known !== null) return true;
  const end = endFrom(mover.run);
  while (director.stepIndex < index) {
    const before = director.stepIndex;
    playStep(mover, director, end);
    director.next();
    if (director.stepIndex === before) return false;
  }
  return true;
}

const endFrom = (run: Run): number => run.position + LIMITS.scriptSteps;
