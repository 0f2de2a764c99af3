import { useHeldRun } from '../sim/held-run.ts';

/** In the place of a dialog that is still being fetched: the run waits for it already. */
export const DialogComing = () => {
  useHeldRun();
  return <span data-loading hidden />;
};
