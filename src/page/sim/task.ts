import type { ProblemView } from '../../view/command.ts';
import type { TaskKind, TaskReport, TaskRequest, Tasks } from '../../view/task.ts';

/** What a task needs of a worker; tests give a plain object. */
export interface TaskWorker {
  postMessage(message: TaskRequest): void;
  addEventListener(type: 'message', listener: (event: { data: TaskReport }) => void): void;
  addEventListener(type: 'error', listener: (event: { message?: string }) => void): void;
  terminate(): void;
}

const startTaskWorker = (): TaskWorker =>
  new Worker(new URL('../../worker/task.worker.ts', import.meta.url), { type: 'module' });

/** Who hears of a task. After `result` or `problem` there is nothing more to hear. */
export interface TaskListener<K extends TaskKind> {
  progress(so: Tasks[K]['progress']): void;
  result(what: Tasks[K]['result']): void;
  problem(what: ProblemView): void;
}

/**
 * Starts long work in a worker of its own.
 * @returns how to cancel it; nothing is heard of it then
 */
export function runTask<K extends TaskKind>(
  kind: K,
  asked: Tasks[K]['asked'],
  listener: TaskListener<K>,
  worker: TaskWorker = startTaskWorker(),
): () => void {
  let over = false;
  const end = (): void => {
    over = true;
    worker.terminate();
  };
  worker.addEventListener('message', ({ data }) => {
    if (over) return;
    // The worker answers what it was asked: reports of this kind only.
    const report = data as TaskReport<K>;
    if ('progress' in report) {
      listener.progress(report.progress);
      return;
    }
    end();
    if ('result' in report) listener.result(report.result);
    else listener.problem(report.problem);
  });
  worker.addEventListener('error', ({ message = 'worker not loaded' }) => {
    if (over) return;
    end();
    const text = `The worker has failed: ${message}. Try again.`;
    listener.problem({ code: 'worker-failed', where: '', data: { message }, text });
  });
  worker.postMessage({ kind, asked } as TaskRequest);
  return end;
}
