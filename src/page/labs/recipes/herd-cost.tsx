import { useEffect } from 'react';
import type { RecipesDetail } from '../../../view/recipes.ts';
import { CostAside } from '../../panels/cost/cost-aside.tsx';
import { download } from '../../share/download.ts';
import { useLabFrame, useVeiled } from '../../sim/selectors.ts';
import { startTask, useTasks } from '../../sim/tasks.ts';
import { costRuns } from './cost-runs.ts';
import type { HerdLock } from './herd-lock.ts';
import { LOCKS, saveDrawing } from './save-drawing.ts';

/** Runs of so few clients are counted without being asked for: that takes a second or two, in a worker. */
const UNASKED = 25;

/** What the lock on the stage costs, against a queue. */
export const HerdCost = ({ lock }: { lock: HerdLock }) => {
  const task = useTasks((s) => s.cost);
  const clients = useLabFrame<RecipesDetail>()?.detail.clients.length ?? 0;
  const veiled = useVeiled();
  const counted = task.result ?? task.progress?.counted ?? [];
  const { status } = task;
  useEffect(() => {
    if (status === 'none' && !veiled) startTask('cost', { runs: costRuns(UNASKED) });
  }, [status, veiled]);
  return (
    <CostAside
      compared={[lock, 'fair-lock']}
      counted={counted}
      clients={clients}
      veiled={veiled}
      onSaveDrawing={(drawing) => void saveDrawing(drawing, LOCKS)}
      onSaveText={(text) => download(`${LOCKS}.csv`, new Blob([text], { type: 'text/csv' }))}
    />
  );
};
