import { expect, it } from 'vitest';
import { Visits } from '../../kernel/machine/testing/visits.ts';
import { Random } from '../../kernel/random.ts';
import { World } from '../../kernel/world.ts';
import type { ByzantineSetup } from '../../view/byzantine-setup.ts';
import type { Intervention } from '../../view/intervention.ts';
import { byzantineModel } from './model.ts';

const setups: readonly ByzantineSetup[] = [
  { generals: 4, traitors: [4] },
  { generals: 4, traitors: [1], strategy: 'split' },
  { generals: 4, rounds: 2, signed: true, traitors: [3] },
  { generals: 4, rounds: 2, signed: true, traitors: [1, 3], strategy: 'random' },
  { generals: 4, rounds: 2 },
  { generals: 4, rounds: 0 },
  { generals: 4, rounds: 0, signed: true },
  { generals: 2, twoGenerals: { confirmations: 3 } },
];

/** Lies by hand at anybody, deaths, and messages that come twice, late or never. */
function play(visits: Visits, seed: number): void {
  const chance = new Random(seed);
  const setup = setups[seed % setups.length] ?? { generals: 4 };
  const world = new World(visits.of(byzantineModel(setup, {}, seed)), seed);
  const does = (what: Intervention): void => world.intervene(what, world.time);
  does({ kind: 'start', pids: world.model.pids });
  does({ kind: 'lossy', loss: 0.1, duplication: 0.3 });
  for (let round = 0; round < 40; round++) {
    for (let left = chance.below(4); left > 0 && world.advance(); left--);
    const pid = 1 + chance.below(setup.generals);
    does({ kind: 'input', pid, name: 'LIE', data: { path: `1.${pid}`, to: 2, value: 'R' } });
    if (chance.below(8) === 0) {
      does({ kind: 'kill', pid });
      does({ kind: 'start', pids: [pid] });
    }
    const flights = world.network.flights.values();
    const one = flights[chance.below(flights.length)];
    if (one === undefined) continue;
    if (one.held) does({ kind: 'release', message: one.id });
    else if (chance.below(8) === 0) does({ kind: 'hold', message: one.id });
  }
  for (const { id, held } of world.network.flights.values())
    if (held) does({ kind: 'release', message: id });
  while (world.advance());
}

it('random runs take every row of each machine', () => {
  const visits = new Visits();
  for (let seed = 1; seed <= 200; seed++) play(visits, seed);
  expect(visits.missed).toEqual([]);
  const few = new Visits();
  play(few, 1);
  expect(few.missed.length).toBeGreaterThan(0);
});
