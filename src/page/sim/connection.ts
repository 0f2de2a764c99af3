import type { Answer, Command, Request, Response, Stop, Working } from '../../view/command.ts';
import type { Foretold, ToldAhead } from '../../view/foretold.ts';
import type { Codec } from '../../view/codec.ts';
import type { Frame } from '../../view/frame.ts';
import { Reader } from '../../view/packing.ts';
import { beginWork, nextFrame } from './work.ts';

/** Who waits so long, ms, is told so, whatever the worker does: it reads a large file, say. */
const PATIENCE = 600;

/** What a connection needs of a worker; tests give a plain object. */
export interface WorkerLike {
  postMessage(message: Request | Stop): void;
  addEventListener(type: 'message', listener: (event: { data: Response | Working }) => void): void;
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

/** How many steps have been taken for a command that takes long. */
export interface Long {
  readonly command: Command;
  readonly steps: number;
}

interface Waiting {
  readonly command: Command;
  stale: boolean;
  /** Whoever asked has the answer, before the worker gave it. */
  told: boolean;
  readonly done: () => void;
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

/** A person has gone to one moment, and waits for nothing but to see it. */
const isMove = ({ type }: Command): boolean => type === 'seek' || type === 'step';

/**
 * Typed questions and answers over a worker. Answers are handed on at most once an animation
 * frame, with the newest frame only: older ones would never have been seen. They are handed on when
 * that begins; but the moment that a person has gone to is drawn as soon as it comes, so that nothing
 * is left to the animation frame but to lay out and paint it.
 */
export class Connection {
  /** Resolves when the worker has given its first answer, or will give none. */
  readonly there: Promise<void>;
  private has = false;
  private comes = (): void => undefined;
  private nextId = 1;
  private readonly waiting = new Map<number, Waiting>();
  private readonly reader = new Reader();
  private arrived: Response[] = [];
  /** What came early has been handed on since the last animation frame: one is enough. */
  private early = false;
  private failed: Error | null = null;
  /** The question for which the worker works so long that it says so. */
  private long: number | null = null;

  private readonly worker: WorkerLike;
  private readonly codec: Codec<Frame>;
  private readonly deliver: Deliver;
  private readonly onFailure: (message: string) => void;
  private readonly onLong: (long: Long | null) => void;

  /** @param onLong hears how far a command is that takes long; null: nothing takes long any more */
  constructor(
    worker: WorkerLike,
    codec: Codec<Frame>,
    deliver: Deliver,
    onFailure: (message: string) => void,
    onLong: (long: Long | null) => void = () => undefined,
  ) {
    this.worker = worker;
    this.codec = codec;
    this.deliver = deliver;
    this.onFailure = onFailure;
    this.onLong = onLong;
    this.there = new Promise((resolve) => {
      this.comes = () => {
        this.has = true;
        resolve();
      };
    });
    worker.addEventListener('message', (event) => this.receive(event.data));
    worker.addEventListener('error', (event) => this.fail(event.message ?? 'worker not loaded'));
  }

  /** Whether a question has no answer yet. */
  get busy(): boolean {
    return this.waiting.size > 0;
  }

  /** @param foretold what the worker will answer: whoever asks does not wait for it */
  ask(command: Command, foretold: ToldAhead = null): Promise<Answer> {
    if (this.failed !== null) return Promise.reject(this.failed);
    const id = this.nextId++;
    if (command.type === 'intervene') this.discardAhead();
    return new Promise((resolve, reject) => {
      // Thrown when something in it cannot be sent: then the question was never asked.
      this.worker.postMessage({ id, command });
      const done = beginWork();
      // Before it has come, the page says that it is loading; and playing asks again and again.
      if (this.has && !('again' in command)) setTimeout(() => this.tire(id), PATIENCE);
      this.waiting.set(id, { command, stale: false, told: false, done, resolve, reject });
      void foretold?.then((told) => told && this.foretell(id, told));
    });
  }

  private tire(id: number): void {
    const command = this.waiting.get(id)?.command;
    if (command === undefined || this.long !== null) return;
    this.long = id;
    this.onLong({ command, steps: 0 });
  }

  /** No more is wanted of what takes long: its answer says how far it has come. */
  stop(): void {
    if (this.long !== null) this.worker.postMessage({ stop: this.long });
  }

  private foretell(id: number, { answer, numbers, strings }: Foretold): void {
    const waiting = this.waiting.get(id);
    // It has been answered already, or never will be.
    if (waiting === undefined) return;
    // The worker counts its strings from its own first frame.
    const { buffer } = Float64Array.from(numbers);
    const frame = this.codec.read(new Reader().open({ buffer, strings }));
    waiting.told = true;
    this.deliver(frame, [{ command: waiting.command, answer }]);
    waiting.resolve(answer);
  }

  /** An act is done at what is seen: what was asked for beyond that is never shown. */
  private discardAhead(): void {
    for (const one of this.waiting.values()) if (one.command.type === 'advance') one.stale = true;
  }

  /** Ends the worker; questions still open are refused. */
  close(reason = 'closed'): void {
    this.worker.terminate();
    this.comes();
    this.failed ??= new Error(reason);
    for (const one of this.waiting.values()) {
      one.done();
      one.reject(this.failed);
    }
    this.waiting.clear();
    this.arrived = [];
    this.endLong(this.long);
  }

  private receive(said: Response | Working): void {
    this.comes();
    if ('working' in said) {
      const { id, steps } = said.working;
      const command = this.waiting.get(id)?.command;
      if (command === undefined) return;
      this.long = id;
      this.onLong({ command, steps });
      return;
    }
    this.arrived.push(said);
    if (this.isAwaited(said)) {
      this.early = true;
      void nextFrame().then(() => (this.early = false));
      this.flush();
    } else if (this.arrived.length === 1) void nextFrame().then(() => this.flush());
  }

  /** Whether it is the moment that a person waits for, and nothing was asked after it. */
  private isAwaited({ id }: Response): boolean {
    const waiting = this.waiting.get(id);
    return (
      !this.early && waiting !== undefined && isMove(waiting.command) && id === this.nextId - 1
    );
  }

  private endLong(id: number | null): void {
    if (id === null || this.long !== id) return;
    this.long = null;
    this.onLong(null);
  }

  private flush(): void {
    const arrived = this.arrived;
    this.arrived = [];
    if (this.failed !== null || arrived.length === 0) return;
    let frame: Frame | null = null;
    try {
      // Each is opened, since later ones name its strings; only what is shown is read.
      const opened = arrived.flatMap(({ id, frame: packed }) =>
        packed === null ? [] : [{ id, from: this.reader.open(packed) }],
      );
      const shown = opened.findLast(({ id }) => {
        const { stale = false, told = false } = this.waiting.get(id) ?? {};
        return !stale && !told;
      });
      if (shown !== undefined) frame = this.codec.read(shown.from);
    } catch (error) {
      this.fail(String(error));
      return;
    }
    const known = arrived.flatMap((one) => {
      const waiting = this.waiting.get(one.id);
      return waiting === undefined ? [] : [{ id: one.id, answer: one.answer, waiting }];
    });
    // What went otherwise than foretold is heard; the same is not told twice.
    const news = known.filter(({ answer, waiting: { told } }) => !told || answer.problem !== null);
    if (frame !== null || news.length > 0)
      this.deliver(
        frame,
        news.map(({ answer, waiting: { command, stale } }) => ({
          command,
          answer,
          ...(stale && { stale }),
        })),
      );
    for (const one of known) {
      this.waiting.delete(one.id);
      this.endLong(one.id);
      one.waiting.resolve(one.answer);
      one.waiting.done();
    }
  }

  private fail(message: string): void {
    this.close(message);
    this.onFailure(message);
  }
}
