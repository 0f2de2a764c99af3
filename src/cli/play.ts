import { Run } from '../runner/run.ts';
import { Director } from '../scenarios/director.ts';
import type { Protocol } from '../scenarios/protocol.ts';
import type { Fact, StepRecord } from '../view/fact.ts';
import type { Intervention } from '../view/intervention.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import type { Micros } from '../view/time.ts';

/** A scenario without a script has no end of its own: so long after the last thing done to it. */
const AFTERWARDS: Micros = 120_000_000;
/** Somebody who plays more than this has made an endless scenario. */
const MOST_STEPS = 20_000_000;

export interface Played {
  readonly run: Run;
  readonly expectations: readonly { readonly text: string; readonly ok: boolean }[];
  /** The script's step that did not come to its end, by id; null when all did. */
  readonly unfinished: string | null;
}

/**
 * Plays a scenario as the page does, the script's steps one after the other.
 * @param until stops at this virtual time; null: at the script's end
 * @param hear gets what each step of the run did
 */
export function play(
  protocol: Protocol,
  file: ScenarioFile,
  until: Micros | null,
  hear: (record: StepRecord) => void,
): Played {
  const run = new Run(protocol, file, false);
  const script = file.steps ?? [];
  const limit = until ?? (script.length > 0 ? Infinity : lastIntervention(file) + AFTERWARDS);
  const facts = (): readonly Fact[] => {
    if (run.last !== null) hear(run.last);
    return run.last?.facts ?? [];
  };
  const director = new Director(file, protocol, {
    world: () => run.world,
    position: () => run.position,
    intervene: (what: Intervention) => {
      run.intervene(what);
      return facts();
    },
  });
  /** @returns false when nothing more happens by the limit */
  const step = (): boolean => {
    if (run.position >= MOST_STEPS || !run.explainedStep(limit)) return false;
    director.after(facts());
    return run.world.violations.length === 0;
  };

  let unfinished: string | null = null;
  for (const { id } of script) {
    director.begin();
    while (director.phase === 'running' && step());
    if (director.phase === 'running' && run.nextTime() === null) director.idle();
    if (director.phase !== 'done') {
      unfinished = id;
      break;
    }
    if (director.stepIndex < script.length - 1) director.next();
  }
  const goesOn = script.length === 0 || until !== null;
  if (goesOn && run.world.violations.length === 0) while (step());
  return { run, expectations: director.state().expectations, unfinished };
}

const lastIntervention = ({ interventions }: ScenarioFile): Micros =>
  1000 * Math.max(0, ...(interventions ?? []).map(({ timeMs }) => timeMs));
