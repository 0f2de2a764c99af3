import { describe, expect, it, vi } from 'vitest';
import { protocols } from '../scenarios/protocols.ts';
import type { Fact, StepRecord } from '../view/fact.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import { newestFacts } from './history.ts';
import { Run } from './run.ts';

const three: ScenarioFile = {
  format: 'zooscope-scenario',
  version: 1,
  model: 'election',
  seed: 1,
  setup: { profile: 'zookeeper-3.8', servers: [1, 2, 3].map((sid) => ({ sid, startMs: 0 })) },
  latency: { kind: 'uniform', min: 5000, max: 15_000 },
};

const until = (run: Run, time: number): void => {
  while (run.world.time < time) run.step();
};

/** An election, a long wait, a kill and what comes of it, and pings without an end. */
const played = (): Run => {
  const run = new Run(protocols.election, three);
  until(run, 30_000_000);
  run.intervene({ kind: 'kill', pid: 3 });
  until(run, 60_000_000);
  return run;
};

/** The same leaves that run in the middle of its first long wait, and goes on. */
const branched = (): Run => {
  const run = played();
  const wait = firstWait(run);
  run.seek(Math.floor((wait.since + wait.position) / 2));
  run.intervene({ kind: 'kill', pid: 1 });
  until(run, run.world.time + 20_000_000);
  return run;
};

const firstWait = (run: Run) => {
  const wait = run.branch.allMarks().find(({ kind, time }) => kind === 'quiet' && time > 2e7);
  if (wait === undefined) throw new Error('there is no long wait');
  return wait;
};

const speaks = ({ routine, facts }: StepRecord): boolean => !routine && facts.length > 0;

/** What was said last before each position, by computing the whole run once more. */
function byPlayingAll(run: Run): (position: number) => readonly Fact[] {
  const records = run.records(0, run.branch.length);
  const marks = run.branch.allMarks().filter(({ kind }) => kind !== 'quiet');
  return (position) => {
    const near = records.slice(Math.max(0, position - 64), position).findLast(speaks);
    if (near !== undefined) return near.facts;
    const mark = marks.findLast((one) => one.position <= position);
    return mark === undefined ? [] : (records[mark.position - 1]?.facts ?? []);
  };
}

describe('what was said last', () => {
  it.each([
    ['a run', played],
    ['a branch of it, which leaves in a wait', branched],
  ])('is found in %s as by computing all of it again', (_, make) => {
    const run = make();
    const expected = byPlayingAll(run);
    const waits = run.branch.allMarks().filter(({ kind }) => kind === 'quiet');
    expect(waits.length).toBeGreaterThan(1);
    // Where a wait begins and ends, and every seventh place.
    const edges = waits.flatMap(({ since, position }) => [since, position]);
    const near = edges.flatMap((edge) =>
      [-65, -64, -1, 0, 1, 2, 63, 64, 65].map((by) => edge + by),
    );
    const places = Array.from({ length: Math.floor(run.branch.length / 7) }, (_each, n) => 7 * n);
    const positions = [...near, ...places].filter((at) => at >= 0 && at <= run.branch.length);
    for (const position of positions) {
      run.seek(position);
      expect(newestFacts(run), `position ${position}`).toEqual(expected(position));
    }
  });

  it('is not looked for where there were only pings, and computed once for each mark', () => {
    const run = played();
    const { since, position } = firstWait(run);
    const walked = vi.spyOn(run, 'walking');
    run.seek(since + 100);
    const first = newestFacts(run);
    expect(first.length).toBeGreaterThan(0);
    // The step that made the mark, and none of the pings.
    expect(walked.mock.calls.map(([from, to]) => to - from)).toEqual([1]);
    run.seek(position - 1);
    expect(newestFacts(run)).toEqual(first);
    expect(walked).toHaveBeenCalledOnce();
  });
});
