import type {
  FilesCommand,
  FilesRequest,
  FilesResponse,
  Opened,
  TreeScenario,
} from '../../view/opened-files.ts';
import type { ZooKeeperAnswer, ZooKeeperQuestion } from '../../view/zookeeper-ask.ts';
import { beginWork } from './work.ts';

/** What is needed of a worker; tests give a plain object. */
export interface FilesWorkerLike {
  postMessage(message: FilesRequest<File>): void;
  addEventListener(type: 'message', listener: (event: { data: FilesResponse }) => void): void;
  addEventListener(type: 'error', listener: (event: { message?: string }) => void): void;
  terminate(): void;
}

const start = (): FilesWorkerLike =>
  new Worker(new URL('../../worker/files.worker.ts', import.meta.url), { type: 'module' });

type Report = FilesResponse['report'];

interface Waiting {
  readonly done: () => void;
  readonly tell: (report: Report) => boolean;
  readonly fail: (error: Error) => void;
}

/** Files of a real server, in a worker that holds them: the page never does. */
export class FilesWorker {
  private nextId = 1;
  private readonly waiting = new Map<number, Waiting>();
  private readonly worker: FilesWorkerLike;

  constructor(worker: FilesWorkerLike = start()) {
    this.worker = worker;
    worker.addEventListener('message', ({ data }) => {
      const one = this.waiting.get(data.id);
      if (one?.tell(data.report) !== true) return;
      this.waiting.delete(data.id);
      one.done();
    });
    worker.addEventListener('error', ({ message = 'worker not loaded' }) => this.close(message));
  }

  /** Reads these files; what was open before is gone. */
  open(files: readonly File[], progress: (done: number, total: number) => void): Promise<Opened> {
    return this.request({ type: 'open', files }, (report) => {
      if ('opening' in report) progress(report.opening.done, report.opening.total);
      return 'opened' in report ? { value: report.opened } : null;
    });
  }

  ask(question: ZooKeeperQuestion): Promise<ZooKeeperAnswer | null> {
    return this.request({ type: 'ask', question }, (report) =>
      'asked' in report ? { value: report.asked } : null,
    );
  }

  /** The tree as a run. */
  scenario(): Promise<TreeScenario | null> {
    return this.request({ type: 'scenario' }, (report) =>
      'scenario' in report ? { value: report.scenario } : null,
    );
  }

  /** Ends the worker; what is still asked for fails. */
  close(reason = 'closed'): void {
    this.worker.terminate();
    for (const { done, fail } of this.waiting.values()) {
      done();
      fail(new Error(reason));
    }
    this.waiting.clear();
  }

  private request<T>(
    command: FilesCommand<File>,
    pick: (report: Report) => { readonly value: T } | null,
  ): Promise<T> {
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      const tell = (report: Report): boolean => {
        const found = pick(report);
        if (found !== null) resolve(found.value);
        return found !== null;
      };
      this.waiting.set(id, { done: beginWork(), tell, fail: reject });
      this.worker.postMessage({ id, command });
    });
  }
}
