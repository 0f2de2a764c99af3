import { whole } from '../scenarios/slices.ts';
import { describe, expect, it, vi } from 'vitest';
import { protocols } from '../scenarios/protocols.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import { Lookahead } from './lookahead.ts';
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

/** When the first step at or after this position that is more than pings and waiting is. */
const nextOf = (run: Run, position: number): number | null =>
  run.records(position, run.branch.length).find(({ routine }) => !routine)?.time ?? null;

describe('looking ahead', () => {
  it('finds what comes next wherever the run is gone to, as if it had been played on', () => {
    const run = played();
    const end = run.position;
    const known = Array.from({ length: Math.floor(end / 7) }, (_, n) => 7 * n).filter(
      (position) => nextOf(run, position) !== null,
    );
    expect(known.length).toBeGreaterThan(20);
    const found = known.map((position) => {
      run.seek(position);
      return whole(new Lookahead().next(run));
    });
    expect(found).toEqual(known.map((position) => nextOf(run, position)));
  });

  it('plays nothing to find the end of a wait that was played already', () => {
    const run = played();
    const [wait] = run.branch.allMarks().filter(({ kind, time }) => kind === 'quiet' && time > 2e7);
    run.seek(Math.floor(((wait?.since ?? 0) + (wait?.position ?? 0)) / 2));
    const scout = vi.spyOn(run, 'cursor');
    expect(whole(new Lookahead().next(run))).toBe(wait?.time);
    expect(scout).not.toHaveBeenCalled();
  });

  it('does not take the end of a wait from another branch than the one that is shown', () => {
    const run = played();
    const [wait] = run.branch.allMarks().filter(({ kind, time }) => kind === 'quiet' && time > 2e7);
    const fork = (wait?.position ?? 0) - 50;
    run.seek(fork);
    run.intervene({ kind: 'kill', pid: 1 });
    run.seek(fork - 20);
    expect(whole(new Lookahead().next(run))).toBe(nextOf(run, fork - 20));
    expect(run.branch.waitEnds(fork - 20)).not.toBe(wait?.time);
  });
});
