import type { Condition } from '../view/condition.ts';
import type { ScenarioFile, ScenarioStep } from '../view/scenario.ts';

/** One of the runs of a scenario, as a scenario of its own. */
export interface Part {
  readonly file: ScenarioFile;
  /** Where the run is taken before its first step; null: it begins at the beginning. */
  readonly from: Condition | null;
  /** The place of its first step among all steps. */
  readonly first: number;
}

/**
 * The runs of a scenario, in order: one, unless a step brings another. What was done by hand
 * belongs to the first, what is expected at the end to the last.
 */
export function partsOf(file: ScenarioFile): readonly Part[] {
  const { steps, expect, interventions, ...rest } = file;
  const starts = (steps ?? []).flatMap(({ run }, index) =>
    index > 0 && run === undefined ? [] : [index],
  );
  if (steps === undefined || starts.length < 2) return [{ ...aloneOf(file), first: 0 }];
  return starts.map((first, part) => {
    const own = steps.slice(first, starts[part + 1]);
    return {
      first,
      from: own[0]?.run?.from ?? null,
      file: {
        ...withRun(rest as ScenarioFile, own[0]),
        steps: own,
        ...(part === 0 && interventions !== undefined && { interventions }),
        ...(part === starts.length - 1 && expect !== undefined && { expect }),
      } as ScenarioFile,
    };
  });
}

/** A scenario with one run; its first step may still say where it begins. */
const aloneOf = (file: ScenarioFile): Omit<Part, 'first'> => ({
  file: withRun(file, file.steps?.[0]),
  from: file.steps?.[0]?.run?.from ?? null,
});

/** The scenario with what a step's run has of its own. */
function withRun(file: ScenarioFile, step: ScenarioStep | undefined): ScenarioFile {
  if (step?.run === undefined) return file;
  const { setup, from: _from, ...own } = step.run;
  // The schema lets a run change only what a set-up of its protocol has.
  return { ...file, ...own, setup: { ...file.setup, ...setup } } as ScenarioFile;
}
