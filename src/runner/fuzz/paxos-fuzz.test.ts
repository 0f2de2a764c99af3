import { describe, expect, it } from 'vitest';
import { fileOfRun } from '../../scenarios/from-run.ts';
import { loadText } from '../../scenarios/load-text.ts';
import { paxos } from '../../scenarios/paxos/adapter.ts';
import { playAll } from '../../scenarios/play-all.ts';
import { paxosFuzzRun } from './paxos-run.ts';
import type { PaxosFuzzRun } from './paxos-run.ts';
import type { PaxosWishes } from './paxos-setup.ts';

const sound: PaxosWishes = { wipes: false };

const runs = (count: number, first: number, wishes: PaxosWishes): PaxosFuzzRun[] =>
  Array.from({ length: count }, (_, index) => paxosFuzzRun(paxos, first + index, wishes));

/** The first violation among so many runs. */
function found(count: number, wishes: PaxosWishes): string | null {
  for (let seed = 1; seed <= count; seed++) {
    const { violation } = paxosFuzzRun(paxos, seed, wishes);
    if (violation !== null) return violation.invariant;
  }
  return null;
}

describe('random runs of Paxos', () => {
  it('break no invariant, and in the end a value is chosen and known', () => {
    const all = runs(300, 1, sound);
    expect(
      all.flatMap(({ seed, violation }) => (violation ? [{ seed, ...violation }] : [])),
    ).toEqual([]);
    const faults = new Set(all.flatMap(({ faults: each }) => [...each.keys()]));
    expect(faults.size).toBe(18);
  }, 30_000);

  it('are the same for the same seed, and become scenarios with the same digest', () => {
    for (const { seed, file, interventions, digest } of runs(15, 70, sound)) {
      expect(paxosFuzzRun(paxos, seed, sound).digest).toBe(digest);
      const { scenario, problems } = loadText(fileOfRun(file, interventions));
      expect(problems, `seed ${seed}`).toBeUndefined();
      if (scenario === undefined) continue;
      const last = interventions.at(-1)?.time ?? 0;
      expect(playAll(scenario, { untilMs: last / 1000 }).violations).toEqual([]);
    }
  });

  it('reach what the choice of a value is for, and say so', () => {
    const all = runs(200, 1, sound);
    const share = (name: string): number =>
      all.filter(({ exercised }) => (exercised?.get(name) ?? 0) > 0).length / all.length;
    expect(share('votes for two values')).toBeGreaterThan(0.15);
    expect(share('two values reported to one proposer')).toBeGreaterThan(0.08);
    expect(share('a value recovered')).toBeGreaterThan(0.4);
    expect(share('begun again while old answers fly')).toBeGreaterThan(0.2);
    expect(share('a second value asked for')).toBeGreaterThan(0.4);
  });

  it('find amnesia when disks are lost', () => {
    expect(found(200, { wipes: true })).toBe('I-Mono');
  });
});
