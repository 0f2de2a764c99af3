import { describe, expect, it } from 'vitest';
import type { FilesRequest, FilesResponse } from '../../view/opened-files.ts';
import { FilesWorker } from './files-worker.ts';
import type { FilesWorkerLike } from './files-worker.ts';

const EMPTY = { view: { files: [], cells: 0, tree: null, lack: null }, run: null };

/** A worker that answers when it is told to. */
class Silent implements FilesWorkerLike {
  readonly asked: FilesRequest<File>[] = [];
  ended = false;
  private hear: (event: { data: FilesResponse }) => void = () => undefined;
  private break: (event: { message?: string }) => void = () => undefined;

  postMessage(message: FilesRequest<File>): void {
    this.asked.push(message);
  }
  addEventListener(type: 'message' | 'error', listener: (event: never) => void): void {
    if (type === 'message') this.hear = listener as typeof this.hear;
    else this.break = listener as typeof this.break;
  }
  terminate(): void {
    this.ended = true;
  }
  answer(id: number, report: FilesResponse['report']): void {
    this.hear({ data: { id, report } });
  }
  fail(message: string): void {
    this.break({ message });
  }
}

describe('the worker that holds files', () => {
  it('tells how far it is, then what was opened', async () => {
    const silent = new Silent();
    const told: number[] = [];
    const opening = new FilesWorker(silent).open([], (done) => told.push(done));
    silent.answer(1, { opening: { done: 5, total: 10 } });
    silent.answer(1, { opening: { done: 9, total: 10 } });
    silent.answer(1, { opened: EMPTY });
    expect(await opening).toEqual(EMPTY);
    expect(told).toEqual([5, 9]);
  });

  it('gives each question its own answer, in whatever order they come', async () => {
    const silent = new Silent();
    const worker = new FilesWorker(silent);
    const first = worker.ask({ ask: 'txn', server: 1, index: 0 });
    const second = worker.scenario();
    silent.answer(2, { scenario: null });
    silent.answer(1, { asked: { ask: 'txn', txn: null } });
    expect(await first).toEqual({ ask: 'txn', txn: null });
    expect(await second).toBeNull();
  });

  it('that dies fails what is under way with its reason', async () => {
    const silent = new Silent();
    const worker = new FilesWorker(silent);
    const question = worker.ask({ ask: 'txn', server: 1, index: 0 });
    silent.fail('out of memory');
    await expect(question).rejects.toThrow('out of memory');
    expect(silent.ended).toBe(true);
  });
});
