/** A Paxos scenario as files, conditions, frames and answers know it. */
import { describe, expect, it } from 'vitest';
import { duelOnTwoSides } from '../../protocols/paxos/duels.ts';
import { processesOf } from '../../protocols/paxos/testing/play.ts';
import type { Condition } from '../../view/condition.ts';
import type { PaxosSetup } from '../../view/paxos-setup.ts';
import type { ScenarioFile } from '../../view/scenario.ts';
import { loadText } from '../load-text.ts';
import { paxos } from './adapter.ts';
import { playAll } from '../play-all.ts';

const eager = (proposers: readonly string[]): PaxosSetup['processes'] =>
  processesOf(5, proposers).map((each) => ({ ...each, proposeMs: 0 }));

const scenario = (setup: PaxosSetup, parts: Partial<ScenarioFile> = {}): ScenarioFile =>
  ({
    format: 'zooscope-scenario',
    version: 3,
    model: 'paxos',
    seed: 1,
    setup,
    ...parts,
  }) as ScenarioFile;

const duel = scenario({
  processes: eager(['A1 10%', 'A5 20%']),
  retry: { policy: 'immediate' },
  delivery: 'by-hand',
  schedule: duelOnTwoSides,
});

const problemsOf = (setup: unknown): string[] =>
  (loadText({ ...duel, setup }).problems ?? []).map(({ where, code }) => `${where} ${code}`);

describe('a scenario file', () => {
  it('of Paxos is read', () => {
    expect(loadText(JSON.stringify(duel))).toEqual({ scenario: duel });
  });

  it('names what is wrong by its path', () => {
    const { setup } = duel;
    const processes = eager(['A1 10%']);
    expect(problemsOf({ processes: [] })).toEqual(['setup.processes scenario-no-acceptor']);
    expect(problemsOf({ processes: [...processes, { id: 1, roles: ['learner'] }] })).toEqual([
      'setup.processes[5].id scenario-sid-twice',
    ]);
    expect(problemsOf({ processes, broken: ['no-such'] })).toEqual([
      'setup.broken[0] scenario-no-such-rule',
    ]);
    expect(problemsOf({ processes, watch: ['I-Wish'] })).toEqual([
      'setup.watch[0] scenario-no-such-invariant',
    ]);
    expect(problemsOf({ ...setup, schedule: { rows: ['A1 → A9 prepare'] } })).toEqual([
      'setup.schedule.rows[0] scenario-schedule-row',
    ]);
    expect(problemsOf({ ...setup, delivery: 'auto' })).toEqual([
      'setup.delivery scenario-schedule-by-hand',
    ]);
    expect(problemsOf({ processes, distinguished: [9] })).toEqual([
      'setup.distinguished[0] scenario-no-learner',
    ]);
    expect(problemsOf({ processes: [{ id: 1, roles: ['king'] }] })[0]).toMatch(
      /^setup\.processes\[0\]\.roles/u,
    );
  });
});

describe('conditions', () => {
  const after = (rows: number, ...that: readonly Condition[]): boolean[] => {
    const expectations = that.map((each, index) => ({ text: `${index}`, that: each }));
    const steps = [{ id: 'a', until: { rows } }];
    return playAll({ ...duel, steps, expect: expectations }).expectations.map(({ ok }) => ok);
  };

  it('speak of promises, votes, ballots, messages and what is possible', () => {
    expect(
      after(
        11,
        { chosen: 'none' },
        { not: { chosen: 'any' } },
        { accepted: { pid: 1, ballot: 1, value: '10%' } },
        { accepted: { pid: 3, ballot: 0 } },
        { promised: { pid: 3, ballot: 2 } },
        { ballot: { pid: 5, atLeast: 2 } },
        { prospect: { value: '10%', is: 'possible' } },
        { prospect: { value: '30%', is: 'impossible' } },
        { not: { learned: { pid: 1 } } },
        { livelock: false },
      ),
    ).toEqual(Array(10).fill(true));
  });

  it('know of the livelock once a cycle has come again', () => {
    expect(after(36, { livelock: true }, { messages: 24 + 16 - 1 }, { chosen: 'none' })).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('know what is chosen and learned', () => {
    const file = scenario({ processes: eager(['A1 10%']), learning: 'L1' });
    const expectations = (
      [
        { chosen: { value: '10%', ballot: 1 } },
        { chosen: 'any' },
        { prospect: { value: '10%', is: 'chosen' } },
        { learned: { pid: 4, value: '10%' } },
        { messages: 20 },
        { state: { pid: 1, is: 'DONE' } },
        { state: { pid: 2, is: 'READY' } },
      ] as readonly Condition[]
    ).map((that, index) => ({ text: `${index}`, that }));
    const played = playAll({ ...file, expect: expectations });
    expect(played.expectations.filter(({ ok }) => !ok)).toEqual([]);
  });
});

/** A5's first ballot is refused by A3; it begins the next one only when it has waited. */
const refusedAlready: Condition = { fact: { rule: 'ballot-refused', pid: 5 } };

describe('why', () => {
  it('nothing is chosen: refused by A3, which has promised the other one more', () => {
    const played = playAll({ ...duel, steps: [{ id: 'a', until: { rows: 11 } }] });
    const facts = played.trace.flatMap((record) => record.facts);
    const reasons = paxos.whyNot?.(played.world, 5, facts) ?? [];
    expect(reasons.map(({ rule }) => rule)).toEqual(['why-too-few', 'why-votes-split']);
    const late = playAll({ ...duel, steps: [{ id: 'a', until: refusedAlready }] });
    const lateFacts = late.trace.flatMap((record) => record.facts);
    const reason = paxos.whyNot?.(late.world, 5, lateFacts)[0];
    expect(reason?.rule).toBe('why-refused');
    expect(reason?.data).toEqual({ by: 3, ballot: 2, promised: 3, to: 1 });
  });
});
