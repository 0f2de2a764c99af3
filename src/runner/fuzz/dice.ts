import { Random } from '../../kernel/random.ts';

/** Choices of the fuzzer. They come from a generator of its own: the world's is left alone. */
export class Dice {
  private readonly random: Random;

  constructor(seed: number) {
    // Another stream than the world's, which starts from the same seed.
    this.random = new Random(seed * 2 + 0x100000001);
  }

  /** A whole number in [least, most]. */
  between(least: number, most: number): number {
    return least + this.random.below(most - least + 1);
  }

  /** Spread evenly over orders of magnitude: as often from 1 to 10 as from 100 to 1000. */
  magnitude(least: number, most: number): number {
    return Math.round(least * (most / least) ** this.random.unit());
  }

  chance(probability: number): boolean {
    return this.random.unit() < probability;
  }

  /** @throws RangeError when there is nothing to pick from */
  pick<T>(from: readonly T[]): T {
    const picked = from[this.random.below(from.length)];
    if (picked === undefined) throw new RangeError('nothing to pick from');
    return picked;
  }

  /** A random selection of `count` items, in random order. */
  some<T>(from: readonly T[], count: number): T[] {
    const rest = [...from];
    const taken: T[] = [];
    while (taken.length < count && rest.length > 0) {
      taken.push(...rest.splice(this.random.below(rest.length), 1));
    }
    return taken;
  }

  /** The key of one of the weights, as often as it weighs; null when all are 0. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K | null {
    const entries = Object.entries(weights) as [K, number][];
    const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
    let left = this.random.unit() * total;
    for (const [key, weight] of entries) {
      left -= weight;
      if (weight > 0 && left < 0) return key;
    }
    return null;
  }
}
