import { expect, it } from 'vitest';
import { Visits } from '../../kernel/machine/testing/visits.ts';
import { Random } from '../../kernel/random.ts';
import { InterventionRefused } from '../../kernel/refusal.ts';
import { World } from '../../kernel/world.ts';
import type { Intervention } from '../../view/intervention.ts';
import { counterModel } from './model.ts';

const CALLERS = [1, 2];
const COUNTER = 3;

/** Calls, repeated ones, and a network that loses, doubles and delays. */
function play(visits: Visits, seed: number): void {
  const chance = new Random(seed);
  const model = counterModel({
    server: { id: COUNTER },
    clients: CALLERS.map((id) => ({ id })),
    deduplicate: seed % 2 === 0,
    ...(seed % 3 === 0 && { broken: ['answer-before-disk'] }),
  });
  const world = new World(visits.of(model), seed);
  const does = (what: Intervention): void => {
    try {
      world.intervene(what);
    } catch (error) {
      if (!(error instanceof InterventionRefused)) throw error;
    }
  };
  does({ kind: 'start', pids: [...CALLERS, COUNTER] });
  does({ kind: 'lossy', loss: 0.2, duplication: 0.3 });
  for (let round = 0; round < 40; round++) {
    for (let left = chance.below(8); left > 0 && world.advance(); left--);
    const pid = CALLERS[chance.below(2)] ?? 1;
    const data = { op: 'add', amount: chance.below(5) - 2 };
    const call: Intervention = { kind: 'input', pid, name: 'CALL', data };
    does(chance.below(2) === 0 ? call : { kind: 'input', pid, name: 'RETRY', data: {} });
  }
}

it('random runs take every row of a caller’s and of the counter’s machine', () => {
  const visits = new Visits();
  for (let seed = 1; seed <= 60; seed++) play(visits, seed);
  expect(visits.missed).toEqual([]);
  const few = new Visits();
  play(few, 1);
  expect(few.missed.length).toBeGreaterThan(0);
});
