import { describe, expect, it } from 'vitest';
import { invariants } from '../../ensemble/invariants.ts';
import { fileOfRun } from '../../scenarios/from-run.ts';
import { loadText } from '../../scenarios/load-text.ts';
import { protocols } from '../../scenarios/protocols.ts';
import { mutants } from '../../zookeeper/mutants.ts';
import { Run } from '../run.ts';
import { fuzz } from './fuzz.ts';
import { zookeeperFuzzRun } from './zookeeper-run.ts';

const { zookeeper } = protocols;
const sound = { wipes: false };

describe('random runs of a server and its clients', () => {
  it('break no invariant, and in the end every living handle is connected and answered', () => {
    const report = fuzz(zookeeper, 150, 1, sound);
    expect(report.violations).toEqual([]);
    expect(report.runs).toBe(150);
  }, 30_000);

  it('are the same for the same seed, and others for another seed', () => {
    const [one, same, other] = [7, 7, 8].map((seed) => zookeeperFuzzRun(zookeeper, seed, sound));
    expect(same).toEqual(one);
    expect(other?.digest).not.toBe(one?.digest);
  });

  it('become scenarios which are in order and come to the same digest', () => {
    for (let seed = 20; seed < 30; seed++) {
      const run = zookeeperFuzzRun(zookeeper, seed, sound);
      const { scenario, problems } = loadText(fileOfRun(run.file, run.interventions));
      expect(problems, `seed ${seed}`).toBeUndefined();
      if (scenario === undefined) continue;
      const replay = new Run(zookeeper, scenario, false);
      while (replay.position < run.events && replay.step());
      expect(replay.world.fingerprint(), `seed ${seed}`).toBe(run.digest);
    }
  });

  it('do not take pings that are on their way at every look for requests that stay there', () => {
    // It pings every 83 ms, and is looked at every 500 ms.
    expect(zookeeperFuzzRun(zookeeper, 61_303_958, sound).violation).toBeNull();
  });

  it('lose disks when asked to, and that is nobody’s broken promise', () => {
    const report = fuzz(zookeeper, 60, 500, { wipes: true });
    expect(report.faults['wipe']).toBeGreaterThan(0);
    expect(report.violations.map(({ text }) => text)).toEqual([]);
  }, 30_000);
});

describe('a rule that is switched off', () => {
  it.each(Object.entries(mutants))(
    '%s breaks the invariant that it protects',
    (broken, { caughtBy }) => {
      expect(invariants.map(({ name }) => name)).toContain(caughtBy);
      const found = (run: { violation: unknown }): boolean => run.violation !== null;
      const { violations } = fuzz(zookeeper, 200, 1, { ...sound, broken }, found);
      expect(violations.map(({ invariant }) => invariant)).toEqual([caughtBy]);
    },
    30_000,
  );
});
