import type { Way } from './command.ts';
import type { OwnQuestion } from './question.ts';
import type { ScenarioFile } from './scenario.ts';
import type { Pid } from './time.ts';

/** A run that a lab offers to begin with; its words stand under `presets.<model>.<id>`. */
export interface Preset {
  readonly id: string;
  /** The scenario, or what the protocol is asked that answers with one. */
  readonly from: ScenarioFile | OwnQuestion;
  /** How it is taken to the telling moment at which it opens. */
  readonly way: Way;
  /** Who is looked at there. */
  readonly selected?: Pid;
}
