import type { Frame } from '../../view/frame.ts';
import type { RecipesDetail } from '../../view/recipes.ts';
import type { Pid } from '../../view/time.ts';

/**
 * Whose part the last step changed; null when nobody's did. What a frame has not changed is the same
 * object as before, so nothing is compared deeply.
 */
export const recipesChange = (
  before: Frame<RecipesDetail> | null,
  after: Frame<RecipesDetail>,
): Pid | null => {
  if (before === null || before.branch !== after.branch || before.position >= after.position) {
    return null;
  }
  const alive = new Map(before.processes.map(({ pid, liveness }) => [pid, liveness]));
  const turned = after.processes.find(({ pid, liveness }) => alive.get(pid) !== liveness);
  if (turned !== undefined) return turned.pid;
  const was = new Map(before.detail.clients.map((one) => [one.pid, one]));
  const moved = after.detail.clients.find((one) => {
    const old = was.get(one.pid);
    return (
      old !== undefined &&
      old !== one &&
      (old.line !== one.line ||
        old.believes.join() !== one.believes.join() ||
        old.holds.join() !== one.holds.join() ||
        old.results.join('\n') !== one.results.join('\n'))
    );
  });
  return moved?.pid ?? null;
};
