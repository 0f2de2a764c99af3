/**
 * However small or large a number of a set-up is: a run of it opens, and goes on, after work that is
 * bounded. Counted are the steps of all worlds, which is the work, and no time.
 */
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { builtLabs } from '../src/built/labs.ts';
import { World } from '../src/kernel/world.ts';
import { Session } from '../src/runner/session.ts';
import { forms } from '../src/scenarios/forms.ts';
import { load } from '../src/scenarios/load.ts';
import { latencySchema } from '../src/scenarios/schema-interventions.ts';
import type { Command } from '../src/view/command.ts';
import { LIMITS } from '../src/view/limits.ts';
import type { ScenarioFile } from '../src/view/scenario.ts';
import { extremes } from './testing/extremes.ts';
import type { Schema } from './testing/extremes.ts';

/** Steps that one command may take before it answers: those of a press, and of looking ahead after it. */
const MOST = 25_000;

const commands: readonly Command[] = [
  { type: 'step', by: 1, all: false },
  { type: 'advance', until: 1_000_000, stops: { told: true } },
];

const taking = vi.spyOn(World.prototype, 'advance');
afterEach(() => void taking.mockClear());
afterAll(() => taking.mockRestore());

/** Of each command, from its question to its answer. */
async function work(
  scenario: unknown,
  then: readonly Command[] = commands,
): Promise<readonly string[]> {
  const session = new Session();
  const much: string[] = [];
  for (const command of [{ type: 'open', scenario } as const, ...then]) {
    taking.mockClear();
    await session.handle(command);
    const steps = taking.mock.calls.length;
    if (steps > MOST) much.push(`${command.type}: ${steps} steps`);
  }
  return much;
}

const filesOf = (model: ScenarioFile['model']): readonly ScenarioFile[] =>
  builtLabs[model].presets.flatMap(({ from }) => ('format' in from ? [from] : []));

describe.each(forms.map(({ model, setup }) => ({ model, setup: setup as unknown as Schema })))(
  'a run of $model',
  ({ model, setup }) => {
    it('answers after bounded work, whatever the numbers of its set-up', async () => {
      const [file] = filesOf(model);
      const much: string[] = [];
      let taken = 0;
      for (const { where, value } of [
        ...extremes(setup, file?.setup, 'setup'),
        ...extremes(
          latencySchema as unknown as Schema,
          { kind: 'uniform', min: 0, max: 0 },
          'latency',
        ),
      ]) {
        const of = where.startsWith('setup') ? 'setup' : 'latency';
        const { scenario } = load({ ...file, [of]: value });
        if (scenario === undefined) continue;
        taken++;
        for (const one of await work(scenario)) much.push(`${where}: ${one}`);
      }
      expect(much).toEqual([]);
      expect(taken).toBeGreaterThan(5);
    });

    it('is given up where it never begins, and where a deed never comes, however short its times', async () => {
      const [file] = filesOf(model);
      const never = [{ id: 'it', run: { from: { timeMs: 1e12 } } }];
      const late = [{ timeMs: 1e12, what: { kind: 'heal' } }];
      const short = [...extremes(setup, file?.setup, 'setup')].filter(({ where }) =>
        /(?:Ms|tickTime) = 1$/u.test(where),
      );
      for (const { value } of [{ value: file?.setup }, ...short.slice(0, 2)]) {
        expect(await work({ ...file, setup: value, steps: never }, [])).toEqual([]);
      }
      await work({ ...file, interventions: late }, []);
      expect(taking.mock.calls.length).toBeLessThanOrEqual(LIMITS.placedSteps + MOST);
    });
  },
);
