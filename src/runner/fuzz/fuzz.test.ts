import { describe, expect, it } from 'vitest';
import { fileOfRun } from '../../scenarios/from-run.ts';
import { loadText } from '../../scenarios/load-text.ts';
import { playAll } from '../../scenarios/play-all.ts';
import { protocols } from '../../scenarios/protocols.ts';
import { Run } from '../run.ts';
import { ANSWERS } from './answers.ts';
import { Dice } from './dice.ts';
import { fuzz } from './fuzz.ts';
import { fuzzRun, LIVENESS } from './fuzz-run.ts';
import { legalDisks } from './legal-disks.ts';

const { election } = protocols;
const sound = { wipes: false };

describe('random runs of the election', () => {
  it('break no invariant, and in the end everybody serves', () => {
    const report = fuzz(election, 250, 1, sound);
    expect(report.violations).toEqual([]);
    expect(report.runs).toBe(250);
  }, 30_000);

  it('meet every kind of fault, but lose no disk unless asked to', () => {
    const { faults } = fuzz(election, 100, 500, sound);
    expect(Object.keys(faults).toSorted()).toEqual(
      [
        ...[
          'cut',
          'cutOneWay',
          'diskLatency',
          'heal',
          'hold',
          'kill',
          'latency',
          'mend',
          'powerOff',
        ],
        ...[
          'partition',
          'partitionOneWay',
          'pause',
          'release',
          'reset',
          'resume',
          'start',
          'write',
        ],
      ].toSorted(),
    );
    expect(fuzz(election, 60, 500, { wipes: true }).faults['wipe']).toBeGreaterThan(0);
  });

  it('are the same for the same seed, and others for another seed', () => {
    const [one, same, other] = [7, 7, 8].map((seed) => fuzzRun(election, seed, sound));
    expect(same).toEqual(one);
    expect(other?.digest).not.toBe(one?.digest);
  });

  it('have as many servers as wished', () => {
    for (const servers of [1, 2, 5]) {
      const { file } = fuzzRun(election, 3, { ...sound, servers });
      expect(file.setup.servers).toHaveLength(servers);
    }
  });

  it('become scenarios which are in order and come to the same digest', () => {
    for (let seed = 20; seed < 40; seed++) {
      const run = fuzzRun(election, seed, sound);
      const { scenario, problems } = loadText(fileOfRun(run.file, run.interventions));
      expect(problems, `seed ${seed}`).toBeUndefined();
      if (scenario === undefined) continue;
      const replay = new Run(election, scenario, false);
      while (replay.position < run.events && replay.step());
      expect(replay.world.fingerprint(), `seed ${seed}`).toBe(run.digest);
      const last = replay.world.time / 1000;
      expect(playAll(scenario, { untilMs: last }).digest, `seed ${seed}`).toBe(run.digest);
    }
  });
});

describe('disks to begin with', () => {
  it('never disagree about what a quorum had', () => {
    for (let seed = 0; seed < 300; seed++) {
      const voters = [1, 2, 3, 4, 5];
      const disks = [...legalDisks(new Dice(seed), voters).values()];
      const newest = Math.max(0, ...disks.map(({ currentEpoch = 0 }) => currentEpoch));
      for (const { acceptedEpoch = 0, currentEpoch = 0 } of disks) {
        expect(currentEpoch).toBeLessThanOrEqual(acceptedEpoch);
        expect(currentEpoch).toBeLessThanOrEqual(newest);
      }
    }
  });
});

/** Which expectation a rule protects, as the random runs see it, and how many runs that takes. */
const caught: Readonly<Record<string, { by: readonly string[]; within: number }>> = {
  'ignore-epoch': { by: ['E-Order', 'BetterVoteInBox'], within: 50 },
  'ignore-zxid': { by: ['E-Order', 'BetterVoteInBox'], within: 50 },
  'ignore-sid': { by: [LIVENESS, 'BetterVoteInBox'], within: 50 },
  'half-is-quorum': { by: ['E-Quorum'], within: 50 },
  'skip-finalize-wait': { by: [LIVENESS], within: 150 },
  'believe-old-rounds': { by: ['E-Quorum', 'E-Order'], within: 50 },
  'keep-old-rounds-waiting': { by: [ANSWERS], within: 50 },
  'skip-check-leader': { by: ['E-Quorum'], within: 100 },
  'forget-epoch': { by: ['Z-Fence'], within: 50 },
  'accept-old-epoch': { by: ['Z-Fence'], within: 200 },
  'accept-fresher-follower': { by: ['E-Fresh'], within: 300 },
  'yield-to-newcomer': { by: ['E-Stable'], within: 50 },
  'skip-discovery-quorum': { by: [LIVENESS, 'E-OneEstablished', 'E-Quorum'], within: 200 },
};

describe('a rule that is switched off', () => {
  it('has an entry here, whichever it is', () => {
    const names = election.mutants.map(({ name }) => name);
    expect(Object.keys(caught).toSorted()).toEqual(names.toSorted());
  });

  it.each(Object.entries(caught))(
    '%s is found',
    (broken, { by, within }) => {
      const found = (run: { violation: unknown }): boolean => run.violation !== null;
      const { violations } = fuzz(election, within, 1, { ...sound, broken }, found);
      expect(violations).toHaveLength(1);
      expect(by).toContain(violations[0]?.invariant);
    },
    30_000,
  );
});
