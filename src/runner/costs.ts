/**
 * What runs of recipes cost: each is played to its end, and the messages of its clients are counted there.
 */
import type { Protocol } from '../scenarios/protocol.ts';
import type { CostAsked, Counted } from '../view/cost.ts';
import type { RecipesDetail } from '../view/recipes.ts';
import type { Micros } from '../view/time.ts';
import { Run } from './run.ts';

/** By then every run is over: a hundred clients that have a lock for seconds each. */
const LONGEST: Micros = 3_600_000_000;
/** Whether all programs are over is asked once in so many steps: the rest is house-keeping. */
const OFTEN = 64;
/** Steps of one slice. */
const SLICE = 4096;

/** Counts one run after the other: call {@link run} until it says that it is over. */
export class RunCosts {
  readonly counted: Counted[] = [];
  private readonly protocol: Protocol;
  private readonly asked: CostAsked;
  private present: Run | null = null;

  constructor(protocol: Protocol, asked: CostAsked) {
    this.protocol = protocol;
    this.asked = asked;
  }

  /** Takes so many steps more. @returns true when there are no more */
  run(budget: number = SLICE): boolean {
    for (let left = budget; left > 0; left--) {
      const next = this.asked.runs[this.counted.length];
      if (next === undefined) return true;
      this.present ??= new Run(this.protocol, next.scenario, false);
      const { present } = this;
      const goes = present.step(LONGEST);
      if (goes && !(present.position % OFTEN === 0 && this.isOver(present))) continue;
      const { messages, woken } = this.detail(present).counts;
      this.counted.push({ id: next.id, clients: next.clients, messages, woken });
      this.present = null;
    }
    return this.counted.length === this.asked.runs.length;
  }

  private detail({ world }: Run): RecipesDetail {
    return this.protocol.detail(world) as RecipesDetail;
  }

  /** Nothing that a client does is under way any more. */
  private isOver(run: Run): boolean {
    return this.detail(run).clients.every(({ over }) => over);
  }
}
