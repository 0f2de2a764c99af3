import { Director } from '../scenarios/director.ts';
import { SLICE } from '../scenarios/slices.ts';
import type { Sliced } from '../scenarios/slices.ts';
import { LIMITS } from '../view/limits.ts';
import type { Intervention } from '../view/intervention.ts';
import type { Micros } from '../view/time.ts';
import type { Acts } from './acts.ts';
import type { Run } from './run.ts';

/** What these need of who moves the run. */
interface Mover {
  readonly run: Run;
  /** One step; the director hears of it. @returns false when the run should stand */
  readonly take: (limit: Micros) => boolean;
  readonly seek: (position: number) => Sliced;
}

/**
 * Plays the present step of a script to its end; one that is over at once takes no time.
 * @param end the position at which it is given up, so that nobody waits for what may never come
 */
export function* playStep({ run, take }: Mover, director: Director, end = endFrom(run)): Sliced {
  director.begin();
  while (director.phase === 'running' && run.position < end && take(Infinity))
    if (run.position % SLICE === 0) yield SLICE;
}

/** Goes to the beginning of a step of a script, playing what lies between if it must. @returns whether it knew the place */
export function* toStep(mover: Mover, director: Director, index: number): Sliced<boolean> {
  const known = director.startOf(index);
  const start = known ?? director.startOf(director.reached());
  if (start !== null) yield* mover.seek(start);
  if (known !== null) return true;
  const end = endFrom(mover.run);
  while (director.stepIndex < index) {
    const before = director.stepIndex;
    yield* playStep(mover, director, end);
    director.next();
    if (director.stepIndex === before) return false;
  }
  return true;
}

const endFrom = (run: Run): number => run.position + LIMITS.scriptSteps;

/** Who carries out the script of a run; null without one. What it does is no act of the person's. */
export function directorOf(run: Run, acts: Acts): Director | null {
  const { file } = run;
  if (file.steps === undefined || file.steps.length === 0) return null;
  return new Director(file, run.protocol, {
    world: () => run.world,
    position: () => run.position,
    planned: () => run.planned,
    intervene: (what: Intervention) => {
      const step = run.position;
      run.intervene(what);
      acts.script(step);
      return run.last?.facts ?? [];
    },
  });
}
