import type { Drawing } from '../../../stage/shape.ts';
import type { CostRun } from '../../../view/cost.ts';
import type { RecipesDetail } from '../../../view/recipes.ts';
import { CostPanel } from '../../panels/cost/cost-panel.tsx';
import { COUNTED_N, compared } from '../../panels/cost/series.ts';
import { download } from '../../share/download.ts';
import { problem } from '../../share/problem.ts';
import { useLabFrame } from '../../sim/selectors.ts';
import { useSim } from '../../sim/store.ts';
import { cancelTask, startTask, useTasks } from '../../sim/tasks.ts';
import { recipeOf, runOf } from './catalogue.ts';

const NAME = 'zooscope-locks';

/** Everybody must have asked before the first one lets go: it works as long as that takes, ms. */
const firstWorks = (clients: number): number => 4000 + 60 * clients;
const othersWork = 20;
/** All creates come before the first look at the list, ms. */
const SETTLE = 3000;

/** The runs that are counted: each lock for each number of clients, in the order of these numbers. */
export const costRuns = (): readonly CostRun[] =>
  COUNTED_N.flatMap((clients) =>
    compared.flatMap(({ id }) => {
      const found = recipeOf(id);
      if (found === undefined) return [];
      const run = runOf(found, clients, { servers: [{ sid: 1 }] });
      const { ensemble: _alone, ...setup } = run.setup;
      const scenario = {
        ...run,
        setup: {
          ...setup,
          clients: setup.clients.map((one, place) => ({
            ...one,
            values: {
              workMs: place === 0 ? firstWorks(clients) : othersWork,
              ...(id === 'parent-lock' && { settleMs: SETTLE }),
            },
          })),
        },
      };
      return [{ id, clients, scenario }];
    }),
  );

const saveDrawing = async (drawing: Drawing): Promise<void> => {
  try {
    const { svgFile } = await import('../../share/picture.ts');
    download(`${NAME}.svg`, new Blob([svgFile(drawing)], { type: 'image/svg+xml' }));
  } catch (error) {
    useSim.setState({ problem: problem('export-failed', { detail: String(error) }) });
  }
};

/** What a lock costs, at each number of clients. */
export const CostView = () => {
  const task = useTasks((s) => s.cost);
  const frame = useLabFrame<RecipesDetail>();
  const counted = task.result ?? task.progress?.counted ?? [];
  return (
    <CostPanel
      status={task.status}
      counted={counted}
      total={COUNTED_N.length * compared.length}
      clients={frame?.detail.clients.length ?? 0}
      onStart={() => startTask('cost', { runs: costRuns() })}
      onCancel={() => cancelTask('cost')}
      onSaveDrawing={(drawing) => void saveDrawing(drawing)}
      onSaveText={(text) => download(`${NAME}.csv`, new Blob([text], { type: 'text/csv' }))}
    />
  );
};
