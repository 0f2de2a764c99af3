import { vi } from 'vitest';
import type { WorkerLike } from '../../src/page/sim/connection.ts';
import { Session } from '../../src/runner/session.ts';
import { Writer } from '../../src/view/packing.ts';
import type { Request, Response } from '../../src/view/command.ts';
import { frameCodec } from '../../src/view/frame-codec.ts';

type Listener = (event: { data: Response }) => void;

/** The simulation behind the page, as `worker/sim.worker.ts` has it, in the process of a test. */
class SimulationWorker implements WorkerLike {
  private readonly session = new Session();
  private readonly writer = new Writer();
  private listener: Listener = () => undefined;
  private work: Promise<void> = Promise.resolve();

  postMessage(request: Request): void {
    const { id, command } = structuredClone(request);
    this.work = this.work.then(async () => {
      const { answer, frame } = await this.session.handle(command);
      const response = { id, answer: structuredClone(answer), frame: null };
      if (frame === null) {
        this.listener({ data: response });
        return;
      }
      frameCodec(frame.protocol.codec).write(this.writer, frame.frame);
      this.listener({ data: { ...response, frame: this.writer.take() } });
    });
  }

  addEventListener(type: 'message' | 'error', listener: unknown): void {
    if (type === 'message') this.listener = listener as Listener;
  }

  terminate(): void {
    this.listener = () => undefined;
  }
}

/** From now on the page's workers are simulations of this process. */
export const simulateHere = (): void => {
  vi.stubGlobal('Worker', SimulationWorker);
};
