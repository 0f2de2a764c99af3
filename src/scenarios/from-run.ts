import type { RecordedIntervention } from '../view/intervention.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import { SCENARIO_VERSION } from '../view/scenario.ts';

/**
 * A run as a scenario that replays it exactly: the set-up it began with and everything that was
 * done to it. A script and its claims stay behind, for what it did is among the interventions.
 */
export function fileOfRun(
  file: ScenarioFile,
  interventions: readonly RecordedIntervention[],
): ScenarioFile {
  const { steps: _steps, expect: _expect, lesson: _lesson, ...rest } = file;
  return {
    ...rest,
    version: SCENARIO_VERSION,
    interventions: interventions.map(({ time, ...done }) => ({ ...done, timeMs: time / 1000 })),
  };
}
