import { describe, expect, it } from 'vitest';
import { MOST_VOTERS, SIZES, VOTERS_WITH_OBSERVERS } from '../view/capacity.ts';
import type { Capacity } from '../view/capacity.ts';
import type { Scenario } from '../view/scenario.ts';
import { EnsembleCapacity } from './capacity.ts';

const scenario: Scenario<'zookeeper'> = {
  format: 'zooscope-scenario',
  version: 2,
  model: 'zookeeper',
  seed: 1,
  setup: { servers: [{ sid: 1 }], clients: [], stageMs: 1 },
  latency: { kind: 'fixed', us: 2000 },
  diskLatency: { kind: 'fixed', us: 4000 },
};

const capacity = new EnsembleCapacity({ scenario, seed: 1 });
while (!capacity.run());
const { measured } = capacity;
const voting = measured.filter(({ observers }) => observers === 0);
const observed = measured.filter(({ observers }) => observers > 0);
const at = (voters: number, observers = 0): Capacity => {
  const found = measured.find((one) => one.voters === voters && one.observers === observers);
  if (found === undefined) throw new RangeError(`${voters}+${observers} was not measured`);
  return found;
};

describe('what ensembles carry', () => {
  it('is measured for each size, voters first, then with observers', () => {
    expect(voting.map(({ voters }) => voters)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(observed.map(({ voters, observers }) => voters + observers)).toEqual([4, 5, 6, 7, 8, 9]);
    expect(measured).toHaveLength(SIZES);
  });

  it('grows with each server for reads, whether it votes or not', () => {
    const each = at(1).reads;
    for (const { voters, observers, reads } of measured) {
      expect(reads / (each * (voters + observers))).toBeGreaterThan(0.9);
      expect(reads / (each * (voters + observers))).toBeLessThan(1.25);
    }
    expect(at(MOST_VOTERS).reads).toBe(at(VOTERS_WITH_OBSERVERS, 6).reads);
  });

  it('does not grow so for writes: all of them pass the one leader', () => {
    const [few, many] = [at(3).writes, at(MOST_VOTERS).writes];
    expect(many / few).toBeLessThan(2);
    expect(at(MOST_VOTERS).reads / at(3).reads).toBeGreaterThan(2.7);
  });

  it('takes for each write what the protocol says', () => {
    // Passed on by a follower, then proposed to, acknowledged by and committed at each of the others.
    for (const { voters, packets } of voting) {
      expect(packets).toBe(voters === 1 ? 0 : 1 + 3 * (voters - 1));
    }
    // An observer is told once.
    for (const { observers, packets } of observed) expect(packets).toBe(1 + 3 * 2 + observers);
    // Its own disk, and a stage or two.
    expect(at(1).wait).toBeGreaterThan(2 * 2000 + 4000);
    // To the leader, to a follower, and back, besides.
    expect(at(3).wait - at(1).wait).toBeGreaterThan(4 * 2000 - 1000);
  });
});
