import type { Command, Way } from './command.ts';
import type { ScenarioFile } from './scenario.ts';
import type { Pid } from './time.ts';

/** A run that a lab offers to begin with; its words stand under `presets.<model>.<id>`. */
export interface Preset {
  readonly id: string;
  /** The scenario, or what the simulation is asked that makes it. */
  readonly from: ScenarioFile | Extract<Command, { type: 'livelock' }>;
  /** How it is taken to the telling moment at which it opens. */
  readonly way: Way;
  /** Who is looked at there. */
  readonly selected?: Pid;
}
