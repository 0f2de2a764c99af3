import { describe, expect, it } from 'vitest';
import { livelock as duel } from '../scenarios/paxos/livelock.ts';
import { paxos } from '../scenarios/paxos/adapter.ts';
import { withPolicy } from '../scenarios/paxos/retry-policies.ts';
import type { BallotsView, PaxosQuestion } from '../view/paxos-ask.ts';
import type { PaxosDetail } from '../view/paxos.ts';
import type { Scenario } from '../view/scenario.ts';
import { BallotReader } from '../scenarios/paxos/ballots.ts';
import { Run } from './run.ts';
import { Session } from './session.ts';

const livelock = duel(false);

const run = (file: Scenario<'paxos'>, until: number): Run => {
  const made = new Run(paxos, file);
  while (made.step(until));
  return made;
};

const everything = { at: Infinity, before: 1000, after: 0 };
const detail = ({ world }: Run): PaxosDetail => paxos.detail(world) as PaxosDetail;

/** `3 A1 refused`: each ballot with its end. */
const ends = ({ spans }: BallotsView): string[] =>
  spans.map(({ ballot, proposer, end }) => `${ballot} A${proposer} ${end ?? 'under way'}`);

describe('the ballots of a run', () => {
  it('of the duel climb in turns, each refused but the last two', () => {
    const view = new BallotReader().ask(run(livelock, 360_000), everything);
    expect(ends(view)).toEqual([
      '1 A1 refused',
      '2 A5 refused',
      '3 A1 refused',
      '4 A5 refused',
      '5 A1 under way',
      '6 A5 under way',
    ]);
    expect(view.chosen).toBe(null);
    expect(view.now).toMatchObject({ rounds: 6, refused: 4 });
  });

  it('have their phases in order', () => {
    const { spans } = new BallotReader().ask(run(livelock, 360_000), everything);
    for (const { begun, proposed, ended } of spans.slice(0, 4)) {
      expect(proposed).toBeGreaterThan(begun);
      expect(ended).toBeGreaterThan(proposed ?? Infinity);
    }
  });

  it('are bracketed by passes of the schedule, each of 14 rows', () => {
    const { passes, firstPass } = new BallotReader().ask(run(livelock, 700_000), everything);
    expect(firstPass).toBe(0);
    expect(passes.length).toBeGreaterThan(3);
    const lengths = passes.slice(1).map((time, at) => time - (passes[at] ?? 0));
    expect(new Set(lengths)).toEqual(new Set([140_000]));
  });

  it.each(['immediate', 'one-waits', 'exponential', 'leader'] as const)(
    '%s: counts are those of the lab, and the decision is where the lab has it',
    (policy) => {
      const made = run({ ...withPolicy(livelock, policy), seed: 7 }, 2_000_000);
      const view = new BallotReader().ask(made, everything);
      const { rounds, messages, chosen } = detail(made);
      const [first] = chosen;
      expect(view.chosen).toMatchObject({ ballot: first?.ballot, value: first?.value });
      expect(view.spans).toHaveLength(rounds);
      expect(view.spans.some(({ end }) => end === 'chosen')).toBe(true);
      expect(view.counts.at(-1)).toMatchObject({ rounds, messages });
    },
  );

  it('read in stretches as the run grows are those of the whole run', () => {
    const made = new Run(paxos, livelock);
    const growing = new BallotReader();
    for (let time = 0; time <= 500_000; time += 37_000) {
      while (made.step(time));
      growing.ask(made, everything);
    }
    expect(growing.ask(made, everything)).toEqual(new BallotReader().ask(made, everything));
  });

  it('are asked for around a time', () => {
    const made = run(livelock, 3_000_000);
    const { spans } = new BallotReader().ask(made, { at: 1_000_000, before: 3, after: 2 });
    expect(spans).toHaveLength(5);
    expect(spans.map(({ begun }) => begun <= 1_000_000)).toEqual([true, true, true, false, false]);
  });

  it('of another branch are read anew', () => {
    const made = run(livelock, 360_000);
    const reader = new BallotReader();
    reader.ask(made, everything);
    made.seek(40);
    made.intervene({ kind: 'kill', pid: 1 });
    while (made.step(360_000));
    expect(ends(reader.ask(made, everything))).toContain('1 A1 left');
  });

  it('stay few figures however long the run is', () => {
    const made = run(livelock, 60_000_000);
    const reader = new BallotReader();
    let view = reader.ask(made, { at: Infinity, before: 40, after: 0 });
    while (view.read < made.branch.length) {
      view = reader.ask(made, { at: Infinity, before: 40, after: 0 });
    }
    expect(view.spans).toHaveLength(40);
    expect(view.counts.length).toBeLessThan(140);
    expect(view.counts.at(-1)?.rounds).toBe(detail(made).rounds);
  });
});

describe('a session of the Paxos lab', () => {
  it('tells the ballots, and the same group with another policy, as a scenario', async () => {
    const session = new Session();
    await session.handle({ type: 'open', scenario: livelock });
    await session.handle({ type: 'run-until', condition: { livelock: true }, withinMs: 10_000 });
    const asks = async (question: PaxosQuestion) =>
      (await session.handle({ type: 'ask', question })).answer.asked;
    const ballots = { ask: 'ballots', at: 1e9, before: 9, after: 0 } as const;
    expect(await asks(ballots)).toHaveProperty('ballots.spans.3');
    const other = await asks({ ask: 'other-retry', policy: 'leader' });
    expect(other).toMatchObject({ scenario: { setup: { retry: { policy: 'leader' } } } });
    const { scenario } = other as unknown as { readonly scenario: Scenario<'paxos'> };
    const opened = await session.handle({ type: 'open', scenario });
    expect(opened.answer.problem).toBe(null);
    expect(await asks(ballots)).toMatchObject({ ballots: { spans: [] } });
  });
});
