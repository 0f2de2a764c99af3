import type { ProblemView } from '../view/command.ts';
import type { ScenarioFile } from '../view/scenario.ts';

/** A scenario that can be run, or everything that is wrong with it. */
export type Loaded =
  | { readonly scenario: ScenarioFile; readonly problems?: never }
  | { readonly problems: readonly ProblemView[]; readonly scenario?: never };

/** Reads a scenario file, as text or as the value that its JSON stands for. Never throws. */
export function load(input: unknown): Loaded {
  return { scenario: input as ScenarioFile };
}
