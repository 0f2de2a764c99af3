import { describe, expect, it } from 'vitest';
import { SCENARIO_VERSION } from '../view/scenario.ts';
import type { Scenario } from '../view/scenario.ts';
import type { TaskReport, TaskRequest } from '../view/task.ts';
import { carryOut } from './task.ts';

const scenario: Scenario<'paxos'> = {
  format: 'zooscope-scenario',
  version: SCENARIO_VERSION,
  model: 'paxos',
  seed: 1,
  setup: {
    processes: [
      { id: 1, roles: ['proposer', 'acceptor'], value: 'X' },
      { id: 2, roles: ['acceptor'] },
      { id: 3, roles: ['proposer', 'acceptor'], value: 'Y' },
    ],
  },
};

const reports = async (request: TaskRequest): Promise<TaskReport[]> => {
  const told: TaskReport[] = [];
  await carryOut(
    request,
    () => true,
    (report) => told.push(structuredClone(report)),
  );
  return told;
};

const searching = (ballots: number, wipes = 0): TaskRequest => ({
  kind: 'reach',
  asked: {
    scenario,
    acceptors: ['A1', 'A2', 'A3'].map((name) => ({
      name,
      target: { promised: 6, accepted: { ballot: 3, value: 'Y' } },
    })),
    bounds: { ballots, wipes, states: 100_000 },
  },
});

describe('a task', () => {
  it('tells its progress, then its result, and nothing after that', async () => {
    const asked = { scenario, policies: ['random', 'leader'] as const, runs: 30, seed: 1 };
    const told = await reports({ kind: 'study', asked: { ...asked, withinMs: 2000 } });
    const last = told.at(-1);
    expect(told.length).toBe(5);
    expect(told.slice(0, -1).map((each) => ('progress' in each ? each.progress : null))).toEqual(
      [12, 24, 36, 48].map((done) => expect.objectContaining({ done, total: 60 })),
    );
    expect(last).toMatchObject({ result: [{ policy: 'random' }, { policy: 'leader' }] });
  });

  it('of searching says how many states it has seen', async () => {
    const told = await reports(searching(6));
    const searched = told.flatMap((each) =>
      'progress' in each && 'searched' in each.progress ? [each.progress.searched] : [],
    );
    expect(searched.length).toBeGreaterThan(2);
    expect(searched).toEqual(searched.toSorted((a, b) => a - b));
    expect(told.at(-1)).toHaveProperty('result.searched');
  });

  it('that is too much becomes a problem in words', async () => {
    // Where a disk may be lost, higher ballots than the picture's may matter.
    const told = await reports(searching(40, 1));
    expect(told).toMatchObject([{ problem: { code: 'too-much-to-search' } }]);
  });
});
