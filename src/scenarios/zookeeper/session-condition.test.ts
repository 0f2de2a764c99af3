import { expect, it } from 'vitest';
import { World } from '../../kernel/world.ts';
import type { Scenario } from '../../view/scenario.ts';
import { zookeeper } from './adapter.ts';

const ALPHA = 101;
const BETA = 102;

const scenario: Scenario<'zookeeper'> = {
  format: 'zooscope-scenario',
  version: 3,
  model: 'zookeeper',
  seed: 1,
  setup: {
    servers: [{ sid: 1 }],
    clients: [
      { id: ALPHA, program: 'api' },
      { id: BETA, program: 'api', timeoutMs: 4000, startMs: null },
    ],
  },
};

it('takes no session for over that never was, that lives on, or that no server can tell of', () => {
  const model = zookeeper.model(scenario);
  const world = new World(model, 1);
  const is = (pid: number, state: 'alive' | 'over'): boolean =>
    zookeeper.holds(world, { session: { pid, is: state } }) === true;
  const until = (ms: number): void => {
    while (world.advance(ms * 1000));
  };
  world.intervene({ kind: 'start', pids: [1] });
  until(100);
  world.intervene({ kind: 'start', pids: [ALPHA] });
  until(5000);
  // Nobody has started it.
  expect([is(BETA, 'alive'), is(BETA, 'over')]).toEqual([false, false]);
  world.intervene({ kind: 'start', pids: [BETA] });
  until(10_000);
  expect([is(BETA, 'alive'), is(BETA, 'over')]).toEqual([true, false]);
  // Its process is gone; its session is not.
  world.intervene({ kind: 'kill', pid: BETA });
  until(11_000);
  expect([is(BETA, 'alive'), is(BETA, 'over')]).toEqual([true, false]);
  // The server is gone; it has the session in its log.
  world.intervene({ kind: 'kill', pid: 1 });
  expect([is(BETA, 'alive'), is(BETA, 'over')]).toEqual([false, false]);
  world.intervene({ kind: 'start', pids: [1] });
  until(30_000);
  expect([is(BETA, 'alive'), is(BETA, 'over')]).toEqual([false, true]);
  // Started again, and not connected yet: the last one that it had is over.
  world.intervene({ kind: 'start', pids: [BETA] });
  expect([is(BETA, 'alive'), is(BETA, 'over')]).toEqual([false, true]);
  until(32_000);
  expect([is(BETA, 'alive'), is(BETA, 'over')]).toEqual([true, false]);
});
