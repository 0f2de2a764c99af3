/**
 * The page's second door to the simulation, for one piece of long work: it tells how far it is, then
 * the result. Whoever does not want it any more ends the worker.
 */
import { carryOut } from '../runner/task.ts';
import type { TaskReport, TaskRequest } from '../view/task.ts';

/** Between two words of progress, ms. */
const EVERY = 120;

let told = performance.now();

const due = (): boolean => {
  const now = performance.now();
  if (now - told < EVERY) return false;
  told = now;
  return true;
};

self.onmessage = ({ data }: MessageEvent<TaskRequest>): void => {
  // A mistake of ours: as an error of the worker it reaches the page.
  carryOut(data, due, (report: TaskReport) => self.postMessage(report)).catch(reportError);
};
