import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Recorder } from './recorder.ts';
import {
  NUMBERS,
  attempt,
  deedsFrom,
  disorder,
  natures,
  restless,
  runThrough,
} from './testing/schedule.ts';
import type { Deed } from './testing/schedule.ts';

const seed = fc.nat();
const nature = fc.constantFrom(...natures);
const numbers = fc.array(fc.nat({ max: 0xffff }), { minLength: NUMBERS, maxLength: NUMBERS });
const deeds = fc.array(numbers, { minLength: 5, maxLength: 60, size: 'max' }).map(deedsFrom);

/** How runs by plain steps differ from the same ones in some other way; null: in nothing. */
function difference(
  runOtherwise: (nature: string, seed: number, list: readonly Deed[]) => string,
): string | null {
  const same = fc.property(nature, seed, deeds, (kind, number, list) => {
    const plain = restless(kind, number);
    runThrough(plain, list);
    return runOtherwise(kind, number, list) === plain.fingerprint();
  });
  const details = fc.check(same, { numRuns: 60 });
  return details.failed ? (fc.defaultReportMessage(details) ?? 'failed') : null;
}

/** A message arrives at a paused process, its connection ends, and it is delivered by hand. */
const arrivedTwice: readonly Deed[] = [
  { steps: 0, later: 0, what: { kind: 'start', pids: [1, 2, 3] } },
  { steps: 9, later: 0, what: { kind: 'pause', pid: 1 } },
  { steps: 0, later: 0, what: { kind: 'stop', pid: 3 } },
  { steps: 29, later: 0, what: { kind: 'kill', pid: 2 } },
  { steps: 0, later: 0, what: { kind: 'resume', pid: 1 } },
  { steps: 0, later: 0, what: { kind: 'deliver', message: 0 } },
];

describe('a run', () => {
  it('is the same for the same seed and interventions', () => {
    const found = difference((kind, number, list) => {
      const world = restless(kind, number);
      runThrough(world, list);
      return world.fingerprint();
    });
    expect(found).toBeNull();
  });

  it('is another one for another seed', () => {
    const prints = [1, 2, 3].map((each) => {
      const world = restless('fifo', each);
      runThrough(world, [{ steps: 0, later: 0, what: { kind: 'start', pids: [1, 2, 3] } }]);
      return world.fingerprint();
    });
    expect(new Set(prints).size).toBe(3);
  });

  it('is the same whether it is explained or not', () => {
    const found = difference((kind, number, list) => {
      const world = restless(kind, number);
      world.recorder = new Recorder(world.model);
      runThrough(world, list);
      expect(world.recorder.records.length).toBe(world.step);
      return world.fingerprint();
    });
    expect(found).toBeNull();
  });

  it('is the same from a copy made at any time, and a copy leaves its original alone', () => {
    const found = difference((kind, number, list) => {
      const world = restless(kind, number);
      const half = Math.floor(list.length / 2);
      for (const deed of list.slice(0, half)) {
        for (let step = 0; step < deed.steps; step++) world.advance();
        attempt(world, deed);
      }
      const copy = world.clone();
      const print = world.fingerprint();
      runThrough(copy, list.slice(half));
      expect(world.fingerprint()).toBe(print);
      runThrough(world, list.slice(half));
      expect(world.fingerprint()).toBe(copy.fingerprint());
      return copy.fingerprint();
    });
    expect(found).toBeNull();
  });

  it('of a copy may close ports that the original keeps open', () => {
    const world = restless('none', 1);
    world.intervene({ kind: 'start', pids: [1] });
    world.advance();
    const copy = world.clone();
    copy.intervene({ kind: 'input', pid: 1, name: 'DO', data: { order: 'deafens' } });
    copy.advance();
    expect([world.process(1).ports, copy.process(1).ports]).toEqual([['talk'], []]);
  });

  it('is the same however often somebody looks what comes next', () => {
    const found = difference((kind, number, list) => {
      const world = restless(kind, number);
      runThrough(world, list, (each) => {
        for (let look = each.step % 3; look > 0; look--) each.next();
        each.advance();
        for (let look = each.step % 2; look > 0; look--) each.nextTime();
      });
      return world.fingerprint();
    });
    expect(found).toBeNull();
  });

  it('is the same however often it is tidied', () => {
    const found = difference((kind, number, list) => {
      const world = restless(kind, number);
      runThrough(world, list, (each) => {
        if (each.step % 3 === 0) each.tidy();
        each.advance();
      });
      world.tidy();
      return world.fingerprint();
    });
    expect(found).toBeNull();
  });

  it('is the same in stretches of any length', () => {
    fc.assert(
      fc.property(
        nature,
        seed,
        fc.array(fc.nat({ max: 9000 }), { minLength: 1 }),
        (kind, number, stretches) => {
          const [whole, parts] = [restless(kind, number), restless(kind, number)];
          for (const world of [whole, parts]) world.intervene({ kind: 'start', pids: [1, 2, 3] });
          let until = 0;
          for (const stretch of stretches) {
            until += stretch;
            while (parts.advance(until));
          }
          while (whole.advance(until));
          expect(parts.fingerprint()).toBe(whole.fingerprint());
        },
      ),
    );
  });

  it('keeps its network in order under any schedule', () => {
    let refused = 0;
    let done = 0;
    fc.assert(
      fc.property(nature, seed, deeds, (kind, number, list) => {
        const world = restless(kind, number);
        for (const deed of list) {
          for (let step = 0; step < deed.steps; step++) world.advance();
          if (attempt(world, deed)) refused++;
          else done++;
          expect(disorder(world)).toEqual([]);
        }
      }),
      { numRuns: 200, examples: [['fifo', 0, arrivedTwice]] },
    );
    expect(refused).toBeGreaterThan(500);
    expect(done).toBeGreaterThan(2000);
  });
});
