/** Each rule of the stores that is switched off is found by the invariant that it protects. */
import { expect, it } from 'vitest';
import { capMutants } from '../../protocols/cap/mutants.ts';
import { protocolOf } from '../../scenarios/protocols.ts';
import { capFuzzer } from '../fuzz/cap-run.ts';
import { Dice } from '../fuzz/dice.ts';
import { CAP_STORES } from '../../view/cap-setup.ts';
import { fuzz } from '../fuzz/fuzz.ts';
import { randomRun } from '../fuzz/fuzzers.ts';

/** Several times the median of the rule that takes longest. */
const MOST = 400;

it.each(Object.entries(capMutants))(
  'a store without %s breaks its own promise',
  (broken, { caughtBy }) => {
    const found = (seed: number): string | undefined =>
      randomRun(protocolOf('cap'), seed, { wipes: false, broken }).violation?.invariant;
    let seed = 1;
    while (seed < MOST && found(seed) !== caughtBy) seed++;
    expect(seed).toBeLessThan(MOST);
  },
  60_000,
);

it('stores that keep all their rules keep their promises, and random runs come to all of them', () => {
  const { runs, violations, exercised } = fuzz(protocolOf('cap'), 60, 1, { wipes: false });
  expect([runs, violations]).toEqual([60, []]);
  const ofStores = CAP_STORES.map((store) => exercised[`a run of ${store}`] ?? 0);
  expect(Math.min(...ofStores)).toBeGreaterThan(0);
  expect(ofStores.reduce((sum, each) => sum + each, 0)).toBe(runs);
});

it('no read of the quorum store is stale, whatever is under way together', () => {
  let left = 40;
  for (let seed = 1; left > 0; seed++) {
    if (capFuzzer.file(new Dice(seed), seed).setup.store !== 'quorum') continue;
    left--;
    const { exercised } = randomRun(protocolOf('cap'), seed, { wipes: false });
    expect([seed, exercised?.get('a stale read')]).toEqual([seed, undefined]);
  }
});

it.each([4_040_592, 4_080_440])(
  'seed %i: links that are slow for good are no reason to take patience for a broken promise',
  (seed) => {
    expect(randomRun(protocolOf('cap'), seed, { wipes: false }).violation).toBe(null);
  },
);
