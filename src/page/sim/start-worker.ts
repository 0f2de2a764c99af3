import type { WorkerLike } from './connection.ts';

/** A fresh worker with the simulation; ask nothing else of it than `Connection` does. */
export const startWorker = (): WorkerLike =>
  new Worker(new URL('../../worker/sim.worker.ts', import.meta.url), { type: 'module' });
