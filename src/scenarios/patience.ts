import { LIMITS } from '../view/limits.ts';
import type { Micros } from '../view/time.ts';

/** Is told after each step of a run that nobody watches, looks ahead included. */
export type Heard = (steps: number, time: Micros) => void;

/** How much may come of a file that is played without anybody watching, in all its runs together. */
export class Patience {
  private steps = 0;
  private facts = 0;
  private readonly mostFacts: number;
  private readonly heard: Heard;

  /** @param mostFacts after which the run is ended */
  constructor(
    mostFacts: number = LIMITS.runFacts,
    heard: Heard = () => {
      /* Nobody waits. */
    },
  ) {
    this.mostFacts = mostFacts;
    this.heard = heard;
  }

  /** Whether it has gone on for too long. */
  get over(): boolean {
    return this.steps >= LIMITS.runSteps || this.facts >= this.mostFacts;
  }

  /** One more step is taken, which came to this time. */
  step(time: Micros): void {
    this.steps++;
    this.heard(this.steps, time);
  }

  /** So many facts more are kept. */
  keep(facts: number): void {
    this.facts += facts;
  }
}
