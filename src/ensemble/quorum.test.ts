/** An ensemble under random schedules, and with its rules switched off one by one. */
import { describe, expect, it } from 'vitest';
import type { QuorumMutant } from '../zookeeper/quorum/mutants.ts';
import { quorumMutants } from '../zookeeper/quorum/mutants.ts';
import { randomRun } from './testing/random-ensemble.ts';

const seeds = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

describe('an ensemble', () => {
  it('keeps what it promises while servers die, sleep, are cut off and come back', () => {
    let delivered = 0;
    let established = 0;
    for (const seed of seeds(60)) {
      const { world } = randomRun(seed);
      expect([
        seed,
        world.violations.map(({ invariant, text }) => `${invariant}: ${text}`),
      ]).toEqual([seed, []]);
      delivered += world.ghost.delivered.length;
      established += world.ghost.established.length;
    }
    // The schedules reach what they are meant to reach.
    expect(delivered).toBeGreaterThan(600);
    expect(established).toBeGreaterThan(100);
  });

  it('takes the same way again from the same seed', () => {
    const [one, two] = [randomRun(7), randomRun(7)];
    expect(one.world.fingerprint()).toBe(two.world.fingerprint());
  });
});

/** A schedule must stop a follower between two writes: the traces show it, random runs hardly ever. */
const BY_TRACE: ReadonlySet<QuorumMutant> = new Set(['epoch-before-history']);

describe('a rule that is switched off', () => {
  const names = (Object.keys(quorumMutants) as QuorumMutant[]).filter(
    (name) => !BY_TRACE.has(name),
  );

  it.each(names)('breaks the invariant that it protects: %s', (name) => {
    const broken = new Set<string>();
    for (const seed of seeds(60)) {
      const { violations } = randomRun(seed, [name]).world;
      for (const { invariant } of violations) broken.add(invariant);
      if (broken.has(quorumMutants[name].caughtBy)) break;
    }
    expect([...broken]).toContain(quorumMutants[name].caughtBy);
  });
});
