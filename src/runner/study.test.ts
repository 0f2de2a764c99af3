import { describe, expect, it } from 'vitest';
import { paxos } from '../scenarios/paxos/adapter.ts';
import { withPolicy } from '../scenarios/paxos/retry-policies.ts';
import { SCENARIO_VERSION } from '../view/scenario.ts';
import type { PaxosSetup } from '../view/paxos-setup.ts';
import type { Scenario } from '../view/scenario.ts';
import { POLICIES } from '../view/study.ts';
import type { StudyAsked } from '../view/study.ts';
import { load } from '../scenarios/load.ts';
import { RetryStudy } from './study.ts';

const duel = (
  proposers: readonly number[],
  change: Partial<PaxosSetup> = {},
): Scenario<'paxos'> => ({
  format: 'zooscope-scenario',
  version: SCENARIO_VERSION,
  model: 'paxos',
  seed: 1,
  setup: {
    processes: [1, 2, 3, 4, 5].map((id) =>
      proposers.includes(id)
        ? { id, roles: ['proposer', 'acceptor'], value: `${id}0%`, proposeMs: null }
        : { id, roles: ['acceptor'] },
    ),
    ...change,
  },
});

const study = (change: Partial<StudyAsked> = {}): RetryStudy =>
  new RetryStudy(paxos, {
    scenario: duel([1, 5]),
    policies: POLICIES,
    runs: 40,
    seed: 1,
    withinMs: 2000,
    ...change,
  });

const median = (all: readonly number[]): number =>
  all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

describe('the time to a decision', () => {
  it('is the same with the same seeds, in whatever slices', () => {
    const whole = study();
    whole.run();
    const sliced = study();
    while (!sliced.run(7));
    expect(sliced.times).toEqual(whole.times);
    expect(whole.times.map(({ times }) => times.length)).toEqual(POLICIES.map(() => 40));
  });

  it('goes seed by seed: a later seed gives what it gave before', () => {
    const [all, later] = [study(), study({ seed: 31, runs: 10 })];
    all.run();
    later.run();
    expect(later.times.map(({ times }) => times)).toEqual(
      all.times.map(({ times }) => times.slice(30)),
    );
  });

  it('with a leader is one ballot: two round trips', () => {
    const one = study({ policies: ['leader'] });
    one.run();
    expect(one.times[0]?.ballots).toEqual(Array.from({ length: 40 }, () => 1));
  });

  it('of five at once is much longer when they retry at once', () => {
    const five = study({ scenario: duel([1, 2, 3, 4, 5]), runs: 15, withinMs: 20_000 });
    five.run();
    const ballots = new Map(five.times.map((each) => [each.policy, median(each.ballots)]));
    expect(ballots.get('immediate')).toBeGreaterThan(4 * (ballots.get('exponential') ?? 0));
  });

  it('counts a run that is not over in time as undecided', () => {
    const short = study({ policies: ['immediate'], withinMs: 25 });
    short.run();
    const { times = [] } = short.times[0] ?? {};
    expect(times.filter((time) => time === -1).length).toBeGreaterThan(0);
    expect(Math.max(...times)).toBeLessThanOrEqual(25_000);
  });
});

describe('the same group with another policy', () => {
  const scheduled = duel([1, 5], {
    delivery: 'by-hand',
    schedule: { rows: ['A1 → A1 prepare'], repeatFrom: 0 },
    timeoutMs: null,
  });

  it.each(POLICIES)('%s: a scenario that can be opened, and decides', (policy) => {
    const file = withPolicy(
      { ...scheduled, interventions: [{ step: 1, timeMs: 0, what: { kind: 'heal' } }] },
      policy,
    );
    expect(load(file).problems ?? []).toEqual([]);
    expect(JSON.stringify(file)).not.toMatch(/schedule|by-hand|interventions/);
    const once = study({ scenario: scheduled, policies: [policy], runs: 5 });
    once.run();
    expect(once.times[0]?.times.every((time) => time > 0)).toBe(true);
  });

  it('one waits: all but the first proposer pause', () => {
    const { processes } = withPolicy(duel([1, 3, 5]), 'one-waits').setup;
    expect(processes.filter(({ retry }) => retry?.policy === 'fixed').map(({ id }) => id)).toEqual([
      3, 5,
    ]);
  });
});
