import { WorstLie } from '../protocols/byzantine/every-lie.ts';
import { playedOut } from '../protocols/byzantine/outcome.ts';
import type { CountsAsked, LiesAsked, LiesFound, MessagesCounted } from '../view/byzantine-ask.ts';

/** Behaviours between two words of progress. */
const SLICE = 50;

/** The search for the worst lie, in slices; what it finds is played by the generals themselves. */
export class LieSearch {
  private readonly search: WorstLie;
  private readonly seed: number;

  constructor({ setup, traitors, tries, seed }: LiesAsked) {
    this.search = new WorstLie(setup, traitors, tries, seed);
    this.seed = seed;
  }

  run(): boolean {
    return this.search.try(SLICE);
  }

  get found(): LiesFound {
    const { tried, complete, broken, worst } = this.search.found;
    return {
      tried,
      complete,
      broken,
      seed: this.seed,
      worst: worst === null ? null : { ...worst, outcome: playedOut(worst.setup) },
    };
  }
}

/** Runs in which all are loyal, one in each slice, their messages counted. */
export class MessageCounts {
  readonly counted: MessagesCounted[] = [];
  private readonly asked: CountsAsked;

  constructor(asked: CountsAsked) {
    this.asked = asked;
  }

  run(): boolean {
    const { pairs } = this.asked;
    const next = pairs[this.counted.length];
    if (next !== undefined) this.counted.push({ ...next, messages: playedOut(next).total });
    return this.counted.length >= pairs.length;
  }
}
