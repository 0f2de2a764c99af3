import { Director } from '../scenarios/director.ts';
import type { Until } from '../view/command.ts';
import type { Micros } from '../view/time.ts';
import type { Run } from './run.ts';

interface Awaited {
  /** The first of these, and what comes after it. */
  readonly left: readonly Until[];
  /** How long the first one is waited for. */
  readonly limit: Micros;
  readonly holds: ReturnType<typeof Director.watch>;
}

/** What a person waits for while a run plays: each of some conditions in turn, each for so long at most. */
export class Awaiting {
  private readonly run: Run;
  private awaited: Awaited | null = null;

  constructor(run: Run) {
    this.run = run;
  }

  /** Nothing is awaited any more. */
  none(): void {
    this.awaited = null;
  }

  /** Whether the last of what is awaited has come with the newest step. */
  hasCome(): boolean {
    const { run, awaited } = this;
    // What else is due at this instant belongs to it.
    if (awaited === null || run.nextTime() === run.world.time) return false;
    const rest = awaited.left.slice(1);
    if (run.world.time > awaited.limit) return this.next(rest);
    if (!awaited.holds(run.world, run.last?.facts ?? [], false, run.planned)) return false;
    return this.next(rest);
  }

  /** Whether time has passed beyond what is awaited, without a step. */
  lapsed(until: Micros): boolean {
    return this.awaited !== null && until > this.awaited.limit && this.next([]);
  }

  /** Waits for these from now on. @returns whether nothing is left to wait for */
  next(left: readonly Until[]): boolean {
    const [first] = left;
    this.awaited = null;
    if (first === undefined) return true;
    const { run } = this;
    const limit = run.world.time + first.withinMs * 1000;
    const holds = Director.watch(first.condition, run.protocol, run.world);
    this.awaited = { left, limit, holds };
    return this.hasCome();
  }
}
