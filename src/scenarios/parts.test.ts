import { describe, expect, it } from 'vitest';
import { processesOf } from '../protocols/paxos/testing/play.ts';
import type { Scenario } from '../view/scenario.ts';
import { load } from './load.ts';
import { partsOf } from './parts.ts';
import { playAll } from './play-all.ts';

const chosen = { chosen: 'any' } as const;

/** One proposer; then two; then three acceptors of which half suffice. */
const scenario: Scenario<'paxos'> = {
  format: 'zooscope-scenario',
  version: 1,
  model: 'paxos',
  seed: 3,
  setup: { processes: processesOf(5, ['A1 10%']).map((each) => ({ ...each, proposeMs: 0 })) },
  steps: [
    { id: 'alone', until: chosen, expect: [{ text: 'ten', that: { chosen: { value: '10%' } } }] },
    { id: 'quiet', until: { state: { pid: 1, is: 'DONE' } } },
    {
      id: 'other',
      run: {
        setup: { processes: processesOf(5, ['A5 20%']).map((each) => ({ ...each, proposeMs: 0 })) },
        from: { promised: { pid: 5, ballot: 1 } },
      },
      predict: {
        options: [
          { id: 'ten', if: { chosen: { value: '10%' } } },
          { id: 'twenty', if: { chosen: { value: '20%' } } },
        ],
      },
      until: chosen,
    },
  ],
  expect: [{ text: 'twenty', that: { chosen: { value: '20%' } } }],
};

describe('a scenario of several runs', () => {
  it('is one scenario for each run, with what each has of its own', () => {
    const parts = partsOf(scenario);
    expect(parts.map(({ first }) => first)).toEqual([0, 2]);
    expect(parts.map(({ file }) => file.steps?.map(({ id }) => id))).toEqual([
      ['alone', 'quiet'],
      ['other'],
    ]);
    expect(parts.map(({ from }) => from)).toEqual([null, { promised: { pid: 5, ballot: 1 } }]);
    expect(parts.map(({ file }) => file.expect?.length ?? 0)).toEqual([0, 1]);
  });

  it('is played through, with the claims and questions of all', () => {
    const played = playAll(scenario);
    expect(played.stuck).toBe(null);
    expect(played.expectations).toEqual([
      { text: 'ten', ok: true },
      { text: 'twenty', ok: true },
    ]);
    expect(played.predictions).toMatchObject([{ step: 'other', right: ['twenty'] }]);
    expect(played.digest).toMatch(/^[0-9a-f]{16}$/u);
    expect(playAll(scenario).digest).toBe(played.digest);
  });

  it('stays with the run in which it is stuck', () => {
    const [first, ...others] = scenario.steps ?? [];
    if (first === undefined) throw new Error('no step');
    const never = { ...first, until: { livelock: true }, withinMs: 100 };
    const played = playAll({ ...scenario, steps: [never, ...others] });
    expect(played.stuck).toBe('alone');
    expect(played.predictions).toEqual([]);
  });

  it('names what is wrong in a later run by its path', () => {
    const [first, second, third] = scenario.steps ?? [];
    const problems = (run: unknown) =>
      load({ ...scenario, steps: [first, second, { ...third, run }] }).problems?.map(
        ({ where, code }) => `${where} ${code}`,
      );
    expect(problems({ setup: { processes: [] } })).toContain(
      'steps[2].run.setup.processes scenario-no-acceptor',
    );
    expect(problems({ setup: { broken: ['no-such'] } })).toEqual([
      'steps[2].run.setup.broken[0] scenario-no-such-rule',
    ]);
    expect(problems({ breaks: ['I-Wish'], setup: {} })).toEqual([
      'steps[2].run.breaks[0] scenario-no-such-invariant',
    ]);
    expect(problems({ from: { promised: { pid: 9, ballot: 1 } } })).toEqual([
      'steps[2].run.from.promised.pid scenario-no-such-server',
    ]);
    expect(problems({ setup: { profile: 'golden' } })?.[0]).toMatch(/^steps\[2\]\.run\.setup/u);
  });
});

describe('an invariant that is meant to break', () => {
  const half: Scenario<'paxos'> = {
    ...scenario,
    setup: {
      processes: processesOf(4, ['A1 10%', 'A4 20%']).map((each) => ({ ...each, proposeMs: 0 })),
      broken: ['half-is-quorum'],
    },
    links: [1, 2].flatMap((from) =>
      [3, 4].flatMap((to) => [
        { from, to, latency: { kind: 'fixed', us: 90_000_000 } as const },
        { from: to, to: from, latency: { kind: 'fixed', us: 90_000_000 } as const },
      ]),
    ),
    steps: [{ id: 'both', until: { violated: 'I-Agreement' } }],
    expect: [],
  };

  it('stops the run unless the scenario says so', () => {
    const { violations, stuck } = playAll(half);
    const names = violations.map(({ invariant }) => invariant);
    expect(names).toContain('I-Stable');
    expect(names).not.toContain('I-Agreement');
    expect(stuck).toBe('both');
  });

  it('does not where it is meant to, and is no failure', () => {
    const breaks = ['I-Stable', 'I-P2', 'I-P2a', 'I-P2b', 'I-P2c', 'I-Safe', 'I-Agreement'];
    const { violations, stuck } = playAll({ ...half, breaks });
    expect([violations, stuck]).toEqual([[], null]);
  });
});
