import type { WorkerLike } from './connection.ts';

declare global {
  interface Window {
    /** Started by `early.js` for the address that was opened. */
    aheadWorker?: { readonly name: string; readonly worker: Worker; readonly failed: boolean };
  }
}

const startedAhead = (model: string): Worker | null => {
  const { aheadWorker } = window;
  delete window.aheadWorker;
  if (aheadWorker?.name === model && !aheadWorker.failed) return aheadWorker.worker;
  aheadWorker?.worker.terminate();
  return null;
};

/** The worker begins at once to fetch the protocol that its name says. */
const start = (model: string): Worker =>
  new Worker(new URL('../../worker/sim.worker.ts', import.meta.url), {
    type: 'module',
    name: model,
  });

let spare: { readonly model: string; readonly worker: Worker } | null = null;

/** Whether a run has had a worker. */
let begun = false;

/** Starts a worker that the first run, which is of this model, will take; not when it has one. */
export const prepareWorker = (model: string): void => {
  if (begun) return;
  spare?.worker.terminate();
  const worker = startedAhead(model) ?? start(model);
  spare = { model, worker };
  // Nobody listens to it yet: who asks for one gets another, and hears of what is wrong with that.
  worker.addEventListener('error', () => {
    if (spare?.worker === worker) spare = null;
  });
};

/** A fresh worker with the simulation; ask nothing else of it than `Connection` does. */
export const startWorker = (model: string): WorkerLike => {
  const ready = spare;
  begun = true;
  spare = null;
  if (ready?.model === model) return ready.worker;
  ready?.worker.terminate();
  return start(model);
};
