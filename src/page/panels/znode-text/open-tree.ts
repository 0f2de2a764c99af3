import type { ProblemView } from '../../../view/command.ts';
import type { ZooKeeperNodeSetup } from '../../../view/zookeeper-setup.ts';
import { openScenario } from '../../share/open-run.ts';
import { send } from '../../sim/actions.ts';

/** Opens a new run of the present scenario, with this tree at its beginning; null: it is open. */
export const openWithTree = async (
  tree: readonly ZooKeeperNodeSetup[],
): Promise<ProblemView | null> => {
  const { scenario, problem } = await send({ type: 'save', digest: false });
  if (scenario?.model !== 'zookeeper') return problem;
  const { setup, title, seed, latency, links, diskLatency, pace, format, version, model } =
    scenario;
  // What a person or a lesson did belongs to the old tree.
  const kept = Object.fromEntries(
    Object.entries({ title, latency, links, diskLatency, pace }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  const opened = await openScenario({
    format,
    version,
    model,
    seed,
    ...kept,
    setup: { ...setup, tree },
  });
  return opened.problem;
};

/** Which node of the tree a problem of the scenario is about; null: none. */
export const nodeOfProblem = ({ where }: ProblemView): number | null => {
  const index = /^setup\.tree\[(\d+)\]/u.exec(where)?.[1];
  return index === undefined ? null : Number(index);
};
