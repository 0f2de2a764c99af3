import { describe, expect, it } from 'vitest';
import type { StudyAsked } from '../../view/study.ts';
import type { TaskReport, TaskRequest } from '../../view/task.ts';
import { runTask } from './task.ts';
import type { TaskWorker } from './task.ts';

class FakeWorker implements TaskWorker {
  asked: TaskRequest | null = null;
  ended = false;
  private message: (event: { data: TaskReport }) => void = () => undefined;
  private error: (event: { message?: string }) => void = () => undefined;

  postMessage(message: TaskRequest): void {
    this.asked = message;
  }
  addEventListener(
    type: 'message' | 'error',
    listener: ((event: { data: TaskReport }) => void) & ((event: { message?: string }) => void),
  ): void {
    if (type === 'message') this.message = listener;
    else this.error = listener;
  }
  terminate(): void {
    this.ended = true;
  }
  says(data: TaskReport): void {
    this.message({ data });
  }
  fails(message: string): void {
    this.error({ message });
  }
}

function started() {
  const worker = new FakeWorker();
  const heard: string[] = [];
  const cancel = runTask(
    'study',
    { runs: 3 } as StudyAsked,
    {
      progress: ({ done }) => heard.push(`progress ${done}`),
      result: (times) => heard.push(`result ${times.length}`),
      problem: ({ code }) => heard.push(`problem ${code}`),
    },
    worker,
  );
  return { worker, heard, cancel };
}

const half: TaskReport = { progress: { done: 5, total: 10, times: [] } };

describe('a task of the page', () => {
  it('is asked once, heard of until its result, and its worker ended', () => {
    const { worker, heard } = started();
    expect(worker.asked).toMatchObject({ kind: 'study', asked: { runs: 3 } });
    worker.says(half);
    worker.says({ result: [] });
    worker.says(half);
    expect(heard).toEqual(['progress 5', 'result 0']);
    expect(worker.ended).toBe(true);
  });

  it('that was cancelled is not heard of any more', () => {
    const { worker, heard, cancel } = started();
    cancel();
    worker.says({ result: [] });
    worker.fails('gone');
    expect([heard, worker.ended]).toEqual([[], true]);
  });

  it('whose worker fails is a problem, not silence', () => {
    const { worker, heard } = started();
    worker.fails('not loaded');
    expect(heard).toEqual(['problem worker-failed']);
  });
});
