/** Programs that ask processes outside ZooKeeper, for tests. */
import { routines } from '../../clients/routines.ts';
import { ask, out, sleep } from '../../clients/steps.ts';
import type { Program } from '../../clients/program.ts';
import type { OutsideRequest } from '../../protocols/outside/messages.ts';

export interface Errand {
  readonly to: string;
  readonly request: OutsideRequest;
  /** Default 1000. */
  readonly timeoutMs?: number;
  /** How long it waits before, ms. */
  readonly afterMs?: number;
}

/** Does one errand after the other, and prints what came of each: `OK B`, `Timeout null`. */
export const asker = (name: string, errands: readonly Errand[]): Program =>
  routines(name, {
    name,
    begins: {},
    *round() {
      for (const { to, request, timeoutMs = 1000, afterMs } of errands) {
        if (afterMs !== undefined) yield* sleep(afterMs * 1000);
        const { err, value } = yield* ask(to, request, timeoutMs);
        yield* out(`${err} ${value}`);
      }
    },
  }) as Program;
