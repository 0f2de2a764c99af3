/** How a worker carries out work in slices: between them it looks at its messages, and tells how far it is. */
import { Stopped } from '../scenarios/slices.ts';
import type { Carry } from '../scenarios/slices.ts';
import type { Request, Working } from '../view/command.ts';

/** Between two looks, ms. */
const SLICE_MS = 10;
/** Who waits so long for an answer is told how far it is, ms; and then again, as often. */
const PATIENCE_MS = 300;
/** Playing goes on with the next question: so long at most it shows nothing new, ms. */
const PLAYED_MS = 250;

const messages = new MessageChannel();

/** Whatever has been sent to the worker by now is heard before that resolves. */
const heard = (): Promise<unknown> =>
  new Promise((resolve) => {
    messages.port1.onmessage = resolve;
    messages.port2.postMessage(null);
  });

export class Looks {
  private unwanted = 0;
  private readonly tell: (so: Working['working']) => void;

  constructor(tell: (so: Working['working']) => void) {
    this.tell = tell;
  }

  /** No more is wanted of the command with this id. */
  stop(id: number): void {
    this.unwanted = id;
  }

  /** How the work of a command is carried out; it is ended once at most. */
  at({ id, command }: Request): Carry {
    const began = performance.now();
    const most = command.type === 'advance' && command.again === true ? PLAYED_MS : Infinity;
    let tells = began + PATIENCE_MS;
    let steps = 0;
    let ended = false;
    return async (work) => {
      for (let until = performance.now() + SLICE_MS; ;) {
        const { done, value } = work.next();
        if (done === true) return value;
        steps += value ?? 0;
        if (performance.now() < until) continue;
        await heard();
        const now = performance.now();
        if (value !== null && !ended && (this.unwanted === id || now - began >= most)) {
          ended = true;
          work.throw(new Stopped());
        }
        if (now >= tells) {
          this.tell({ id, steps });
          tells = now + PATIENCE_MS;
        }
        until = now + SLICE_MS;
      }
    };
  }
}
