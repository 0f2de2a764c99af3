import type { ScenarioFile } from '../view/scenario.ts';

/** How long messages and syncs take in a scenario, as the options of a model; what it leaves out is the model's own. */
export const networkOf = ({
  latency,
  links,
  diskLatency,
}: ScenarioFile): Pick<ScenarioFile, 'latency' | 'links' | 'diskLatency'> => ({
  ...(latency !== undefined && { latency }),
  ...(links !== undefined && { links }),
  ...(diskLatency !== undefined && { diskLatency }),
});
