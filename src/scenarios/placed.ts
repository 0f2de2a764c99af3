/** What was done to a run that is known by its time alone. */
import { InterventionRefused } from '../kernel/refusal.ts';
import { World } from '../kernel/world.ts';
import { LIMITS } from '../view/limits.ts';
import { NeverComes } from './never-comes.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import { Plan, planned } from './planned.ts';
import type { Protocol } from './protocol.ts';
import { SLICE, whole } from './slices.ts';
import type { Sliced } from './slices.ts';

/**
 * The file with a step for each deed that has none: files of a version whose runs had other steps say
 * when it was done, and it is done again then. What makes no sense by then is left out.
 * @throws NeverComes
 */
export function* placing(protocol: Protocol, file: ScenarioFile): Sliced<ScenarioFile> {
  const { interventions = [] } = file;
  if (interventions.every(({ step }) => step !== undefined)) return file;
  const world = new World(protocol.model(file), file.seed);
  world.checking = false;
  const plan = new Plan(planned(protocol, file), protocol);
  let before = -1;
  /** Something of the present act of the person's was done. */
  let begun = false;
  const found: NonNullable<ScenarioFile['interventions']>[number][] = [];
  for (const [index, { timeMs, what, goesOn }] of interventions.entries()) {
    const time = Math.round(timeMs * 1000);
    // What was done at the same time was done in one go.
    while (time > before && plan.advance(world, time)) {
      if (world.step === LIMITS.placedSteps) throw new NeverComes(index, timeMs);
      if (world.step % SLICE === 0) yield SLICE;
    }
    before = time;
    const { step } = world;
    begun &&= goesOn === true;
    try {
      world.intervene(what, time);
    } catch (error) {
      if (error instanceof InterventionRefused) continue;
      throw error;
    }
    found.push({ step, timeMs: world.time / 1000, what, ...(begun && { goesOn: true as const }) });
    begun = true;
  }
  return { ...file, interventions: found };
}

/** The same at once. @throws NeverComes */
export const placed = (protocol: Protocol, file: ScenarioFile): ScenarioFile =>
  whole(placing(protocol, file));
