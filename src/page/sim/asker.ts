import { beginWork } from './work.ts';

/** What is wanted: `content` and `moment` together say when there is something new to ask. */
export interface Wanted<A> {
  /** What is asked, as a text. */
  readonly content: string;
  /** What the answer holds for, as a text. */
  readonly moment: string;
  readonly ask: () => Promise<A>;
  readonly tell: (answer: A) => void;
}

/**
 * Asks for the newest of what is wanted, one question at a time, so that answers lag behind a fast
 * run but never stop coming. Another question is asked at once; the same one about a later moment
 * not sooner than `pause` ms after the last.
 */
export class Asker<A> {
  private wanted: Wanted<A> | null = null;
  private asked: Wanted<A> | null = null;
  private asking = false;
  private askedAt = -Infinity;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private done: (() => void) | null = null;
  private readonly pause: () => number;

  constructor(pause: () => number) {
    this.pause = pause;
  }

  /** Null: nothing; what is still under way is told to nobody. */
  want(wanted: Wanted<A> | null): void {
    this.wanted = wanted;
    if (wanted === null) this.asked = null;
    this.next();
  }

  private next(): void {
    clearTimeout(this.timer);
    const { wanted, asked } = this;
    if (wanted === null || same(wanted, asked)) {
      if (!this.asking) this.rest();
      return;
    }
    this.done ??= beginWork();
    if (this.asking) return;
    const early = this.askedAt + this.pause() - performance.now();
    if (early > 0 && wanted.content === asked?.content) {
      this.timer = setTimeout(() => this.next(), early);
    } else {
      void this.ask(wanted);
    }
  }

  private async ask(wanted: Wanted<A>): Promise<void> {
    this.asking = true;
    this.asked = wanted;
    this.askedAt = performance.now();
    const answer = await wanted.ask();
    this.asking = false;
    // What came meanwhile of the same content is about a later moment: the answer is still good to see.
    if (this.wanted?.content === wanted.content) this.wanted.tell(answer);
    this.next();
  }

  private rest(): void {
    this.done?.();
    this.done = null;
  }
}

const same = <A>(a: Wanted<A>, b: Wanted<A> | null): boolean =>
  a.content === b?.content && a.moment === b.moment;
