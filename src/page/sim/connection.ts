import type { Answer, Command, Request, Response } from '../../view/command.ts';
import { Reader } from '../../view/codec.ts';
import type { Codec } from '../../view/codec.ts';
import type { Frame } from '../../view/frame.ts';
import { beginWork, nextFrame } from './work.ts';

/** What a connection needs of a worker; tests give a plain object. */
export interface WorkerLike {
  postMessage(message: Request): void;
  addEventListener(type: 'message', listener: (event: { data: Response }) => void): void;
  addEventListener(type: 'error', listener: (event: { message?: string }) => void): void;
  terminate(): void;
}

/** What arrived since the last animation frame: the newest frame and all answers in order. */
export type Deliver = (frame: Frame | null, arrived: readonly Arrived[]) => void;
export interface Arrived {
  readonly command: Command;
  readonly answer: Answer;
  /** What it computed was taken back by an act before anybody saw it. */
  readonly stale?: boolean;
}

interface Waiting {
  readonly command: Command;
  stale: boolean;
  readonly done: () => void;
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

/**
 * Typed questions and answers over a worker. Answers are handed on at most once an animation
 * frame, with the newest frame only: older ones would never have been seen.
 */
export class Connection {
  private nextId = 1;
  private readonly waiting = new Map<number, Waiting>();
  private readonly reader = new Reader();
  private arrived: Response[] = [];
  private failed: Error | null = null;

  private readonly worker: WorkerLike;
  private readonly codec: Codec<Frame>;
  private readonly deliver: Deliver;
  private readonly onFailure: (message: string) => void;

  constructor(
    worker: WorkerLike,
    codec: Codec<Frame>,
    deliver: Deliver,
    onFailure: (message: string) => void,
  ) {
    this.worker = worker;
    this.codec = codec;
    this.deliver = deliver;
    this.onFailure = onFailure;
    worker.addEventListener('message', (event) => this.receive(event.data));
    worker.addEventListener('error', (event) => this.fail(event.message ?? 'worker not loaded'));
  }

  /** Whether a question has no answer yet. */
  get busy(): boolean {
    return this.waiting.size > 0;
  }

  ask(command: Command): Promise<Answer> {
    if (this.failed !== null) return Promise.reject(this.failed);
    const id = this.nextId++;
    if (command.type === 'intervene') this.discardAhead();
    return new Promise((resolve, reject) => {
      // Thrown when something in it cannot be sent: then the question was never asked.
      this.worker.postMessage({ id, command });
      this.waiting.set(id, { command, stale: false, done: beginWork(), resolve, reject });
    });
  }

  /** An act is done at what is seen: what was asked for beyond that is never shown. */
  private discardAhead(): void {
    for (const one of this.waiting.values()) if (one.command.type === 'advance') one.stale = true;
  }

  /** Ends the worker; questions still open are refused. */
  close(reason = 'closed'): void {
    this.worker.terminate();
    this.failed ??= new Error(reason);
    for (const one of this.waiting.values()) {
      one.done();
      one.reject(this.failed);
    }
    this.waiting.clear();
    this.arrived = [];
  }

  private receive(response: Response): void {
    this.arrived.push(response);
    if (this.arrived.length === 1) void nextFrame().then(() => this.flush());
  }

  private flush(): void {
    const arrived = this.arrived;
    this.arrived = [];
    if (this.failed !== null || arrived.length === 0) return;
    let frame: Frame | null = null;
    try {
      for (const one of arrived) this.reader.learn(one.strings);
      const shown = ({ id, frame: has }: Response): boolean =>
        has !== null && this.waiting.get(id)?.stale !== true;
      const packed = arrived.findLast(shown)?.frame;
      if (packed) frame = this.codec.read(this.reader.open(packed));
    } catch (error) {
      this.fail(String(error));
      return;
    }
    const known = arrived.flatMap((one) => {
      const waiting = this.waiting.get(one.id);
      return waiting === undefined ? [] : [{ id: one.id, answer: one.answer, waiting }];
    });
    this.deliver(
      frame,
      known.map(({ answer, waiting: { command, stale } }) => ({
        command,
        answer,
        ...(stale && { stale }),
      })),
    );
    for (const one of known) {
      this.waiting.delete(one.id);
      one.waiting.resolve(one.answer);
      one.waiting.done();
    }
  }

  private fail(message: string): void {
    this.close(message);
    this.onFailure(message);
  }
}
