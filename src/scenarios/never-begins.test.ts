/** A script that begins where its run never comes is refused, wherever it is played. */
import { expect, it } from 'vitest';
import type { Condition } from '../view/condition.ts';
import { LIMITS } from '../view/limits.ts';
import { SCENARIO_VERSION } from '../view/scenario.ts';
import type { Scenario } from '../view/scenario.ts';
import { NeverBegins } from './never-begins.ts';
import { playAll } from './play-all.ts';

/** Three servers elect a leader and ping each other for ever; the second run begins where `from` says. */
const scenario = (from: Condition): Scenario<'election'> => ({
  format: 'zooscope-scenario',
  version: SCENARIO_VERSION,
  model: 'election',
  seed: 1,
  setup: { profile: 'zookeeper-3.8', servers: [1, 2, 3].map((sid) => ({ sid, startMs: 0 })) },
  steps: [
    { id: 'first', until: { leader: 3 } },
    { id: 'second', run: { from } },
  ],
});

function refused(from: Condition): NeverBegins {
  try {
    playAll(scenario(from));
  } catch (error) {
    if (error instanceof NeverBegins) return error;
  }
  throw new Error('it began');
}

it('what never happens is not waited for longer than the limit, and its place is named', () => {
  const error = refused({ leader: 1 });
  expect(error.problem.where).toBe('steps[1].run.from');
  expect(error.problem.text).toContain(`${LIMITS.beginMs / 1000} s of virtual time`);
});

it('what happens later than the limit is refused, and what happens at it is not', () => {
  expect(refused({ timeMs: LIMITS.beginMs + 5000 }).problem.where).toContain('steps[1]');
  expect(playAll(scenario({ timeMs: LIMITS.beginMs - 5000 })).stuck).toBe(null);
});

it('where nothing is left to happen, it is refused at once', () => {
  const file = scenario({ leader: 1 });
  const dead: Scenario<'election'> = {
    ...file,
    setup: { ...file.setup, servers: [{ sid: 1, startMs: null }] },
    steps: [{ id: 'first', run: { from: { leader: 1 } } }],
  };
  expect(() => playAll(dead)).toThrow(NeverBegins);
});
