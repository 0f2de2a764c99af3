import { describe, expect, it } from 'vitest';
import { fileOfRun } from '../../scenarios/from-run.ts';
import { loadText } from '../../scenarios/load-text.ts';
import { protocolOf } from '../../scenarios/protocols.ts';
import { mutants } from '../../protocols/byzantine/mutants.ts';
import { fuzz } from './fuzz.ts';
import { randomRun } from './fuzzers.ts';

const byzantine = protocolOf('byzantine');

describe('random runs of generals', () => {
  it('keep what is promised, and come to what the recursion of the paper says', () => {
    const { violations, exercised } = fuzz(byzantine, 1500, 1, { wipes: false });
    expect(violations).toEqual([]);
    expect(exercised['a promise kept with faults']).toBeGreaterThan(300);
    expect(exercised['a promise kept with a loyal one at fault']).toBeGreaterThan(5);
    // What is not promised fails now and then, so the verdict can.
    const wanted = [
      'IC1 fails: faults',
      'IC2 fails: faults',
      'IC2 fails: generals',
      'IC1 fails: tie',
    ];
    expect(wanted.filter((why) => (exercised[why] ?? 0) === 0)).toEqual([]);
    expect(exercised['one attacks alone']).toBeGreaterThan(0);
  }, 60_000);

  it.each(Object.entries(mutants))('%s is found by what it is for', (broken, { caughtBy }) => {
    const found = new Set<string>();
    for (let seed = 1; seed <= 120 && !found.has(caughtBy); seed++) {
      const { violation } = randomRun(byzantine, seed, { wipes: false, broken });
      if (violation !== null) found.add(violation.invariant);
    }
    expect(found).toContain(caughtBy);
  });

  it('become scenarios that can be opened', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const { file, interventions } = randomRun(byzantine, seed, { wipes: false });
      const { problems } = loadText(JSON.parse(JSON.stringify(fileOfRun(file, interventions))));
      expect(problems, `seed ${seed}`).toBeUndefined();
    }
  });

  it('have as many generals as are asked for', () => {
    const { file } = randomRun(byzantine, 3, { wipes: false, servers: 9 });
    expect(file.setup).toMatchObject({ generals: 9 });
  });
});
