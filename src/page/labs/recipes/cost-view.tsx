import type { RecipesDetail } from '../../../view/recipes.ts';
import { CostPanel } from '../../panels/cost/cost-panel.tsx';
import { COUNTED_N, compared } from '../../panels/cost/series.ts';
import { download } from '../../share/download.ts';
import { useLabFrame } from '../../sim/selectors.ts';
import { cancelTask, startTask, useTasks } from '../../sim/tasks.ts';
import { costRuns } from './cost-runs.ts';
import { LOCKS, saveDrawing } from './save-drawing.ts';

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
      onSaveDrawing={(drawing) => void saveDrawing(drawing, LOCKS)}
      onSaveText={(text) => download(`${LOCKS}.csv`, new Blob([text], { type: 'text/csv' }))}
    />
  );
};
