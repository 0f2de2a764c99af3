import { InterventionRefused } from '../../kernel/refusal.ts';
import type { Intervention, RecordedIntervention } from '../../view/intervention.ts';
import type { ScenarioFile } from '../../view/scenario.ts';
import type { Micros } from '../../view/time.ts';
import type { Run } from '../run.ts';

/** What one random run came to. */
export interface RandomRun<File extends ScenarioFile = ScenarioFile> {
  readonly seed: number;
  readonly file: File;
  readonly interventions: readonly RecordedIntervention[];
  readonly events: number;
  /** How often each fault was done. */
  readonly faults: ReadonlyMap<string, number>;
  /** How often each of the rare things was reached that the rules exist for; missing: not counted. */
  readonly exercised?: ReadonlyMap<string, number>;
  readonly violation: {
    readonly invariant: string;
    readonly step: number;
    readonly text: string;
  } | null;
  readonly digest: string;
}

/** What a run came to that ends here. */
export const cameTo = <File extends ScenarioFile>(
  run: Run,
  known: Pick<RandomRun<File>, 'seed' | 'file' | 'faults' | 'exercised' | 'violation'>,
): RandomRun<File> => ({
  ...known,
  interventions: run.interventions(),
  events: run.position,
  digest: run.world.fingerprint(),
});

/**
 * A run of so many steps is broken by itself: virtual time does not go on. An observer of a later round and
 * voters of an earlier one answer each other as fast as the network carries it, until the voters say again to
 * the other voters whom they want, a minute later [WorkerReceiver.run]: that is more than half a million.
 */
export const MOST_STEPS = 2_000_000;

/** Takes one step that is due by then. @returns false when there is none, or the run must end */
export type Take = (run: Run, limit: Micros) => boolean;

const take: Take = (run, limit) => run.step(limit);

/** Steps that something looks at. */
export const watched =
  (watcher: { look(world: Run['world']): void }): Take =>
  (run, limit) => {
    const took = run.step(limit);
    if (took) watcher.look(run.world);
    return took;
  };

/** Takes every step that is due by then, or up to the first violation. */
export function runTo(run: Run, time: Micros, step = take): void {
  while (run.world.violations.length === 0 && run.position < MOST_STEPS && step(run, time));
}

/** Takes so many steps, or fewer when an invariant breaks. */
export function takeSteps(run: Run, steps: number, step = take): void {
  for (let i = 0; i < steps && run.world.violations.length === 0 && step(run, Infinity); i++);
}

/** Does it unless it makes no sense now. @returns whether it was done */
export function tryTo(run: Run, what: Intervention, at = run.world.time): boolean {
  try {
    run.intervene(what, at);
    return true;
  } catch (error) {
    if (error instanceof InterventionRefused) return false;
    throw error;
  }
}
