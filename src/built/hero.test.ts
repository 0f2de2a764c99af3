import { expect, it } from 'vitest';
import { atRest, situationOf } from '../stage/situation.ts';
import type { ElectionDetail } from '../view/election.ts';
import type { Frame } from '../view/frame.ts';
import { heroSituation, heroStart } from './hero.built.ts';
import { BuiltRun } from './run.ts';

const open = async (): Promise<BuiltRun> => {
  const run = new BuiltRun();
  await run.ask({ type: 'open', scenario: heroStart.scenario });
  await run.ask({ type: 'seek', position: heroStart.position });
  return run;
};

const frameOf = (run: BuiltRun) => run.frame as Frame<ElectionDetail>;

/** The leader, and how the run stands when another has been elected, or nobody can be. */
const kill = async (run: BuiltRun, pid: number): Promise<void> => {
  await run.ask({ type: 'intervene', at: run.frame.time, what: { kind: 'kill', pid } });
};

it('the hero opens with a write on three of five, and slow links to the other two', () => {
  expect(heroSituation).toEqual({
    kind: 'led',
    leader: 3,
    zxid: '1·8',
    have: 3,
    waiting: [4, 5],
    slow: true,
  });
});

it('until the hero rests the write has not come to those who wait', async () => {
  const run = await open();
  await run.ask({ type: 'advance', until: heroStart.restsAt });
  expect(situationOf(frameOf(run))).toMatchObject({ have: 3, waiting: [4, 5] });
  expect(atRest(frameOf(run))).toBe(false);
});

it('who follows the killed leader has the newest write, and of those the largest id', async () => {
  const run = await open();
  await kill(run, 3);
  expect(situationOf(frameOf(run))).toEqual({ kind: 'electing', dead: [3], needed: 3 });
  await run.ask({
    type: 'run-until',
    condition: { state: { pid: 2, is: 'LEADING' } },
    withinMs: 20_000,
  });
  expect(situationOf(frameOf(run))).toEqual({ kind: 'elected', leader: 2, needed: 3 });
  const established = { all: [{ leader: 2 }, { quiet: true }] } as const;
  const { reached } = await run.ask({
    type: 'run-until',
    condition: established,
    withinMs: 20_000,
  });
  expect(reached).toBe(true);
  expect(situationOf(frameOf(run))).toMatchObject({ kind: 'led', leader: 2, waiting: [] });
  expect(atRest(frameOf(run))).toBe(true);
});

it('two of five elect nobody', async () => {
  const run = await open();
  for (const pid of [3, 2, 1]) await kill(run, pid);
  expect(situationOf(frameOf(run))).toEqual({ kind: 'too-few', up: 2, needed: 3 });
});
