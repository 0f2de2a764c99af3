import { describe, expect, it } from 'vitest';
import { fileOfRun } from '../../scenarios/from-run.ts';
import { loadText } from '../../scenarios/load-text.ts';
import { protocols } from '../../scenarios/protocols.ts';
import { quorumMutants } from '../../zookeeper/quorum/mutants.ts';
import { Run } from '../run.ts';
import { fuzz } from './fuzz.ts';
import type { RandomRun } from './random-run.ts';
import { zabFuzzRun } from './zab-run.ts';

const { zookeeper } = protocols;
const sound = { wipes: false };
const never = (): boolean => false;

describe('random runs of an ensemble and its clients', () => {
  it('break no invariant, come to rest in the end, and reach what the rules exist for', () => {
    const report = fuzz(zookeeper, 60, 1, sound, never, zabFuzzRun);
    expect(report.violations).toEqual([]);
    for (const rare of [
      'DIFF',
      'TRUNC',
      'SNAP',
      'a leader established',
      'a leader died with proposals outstanding',
      'a learner died while it was synchronised',
      'a synchronisation under writes',
      'an uncommitted tail lost',
      'an uncommitted tail survived',
      'a session moved',
      'a session expired',
      'read-only mode',
      'a read without a leader',
      'a write without a leader',
      'a local createSession',
      'a local session upgraded',
      'a server that the others do not list serves',
    ])
      expect([rare, report.exercised[rare] ?? 0]).not.toEqual([rare, 0]);
  }, 120_000);

  it('have a death, a loss of power and a cut, each of them', () => {
    for (let seed = 100; seed < 110; seed++) {
      const { faults } = zabFuzzRun(zookeeper, seed, sound);
      for (const fault of ['kill', 'powerOff', 'partition'])
        expect([seed, fault, faults.get(fault) ?? 0]).not.toEqual([seed, fault, 0]);
    }
  }, 60_000);

  it('do not take a minute in which servers answer each other without a pause for a standstill', () => {
    const { violation, events } = zabFuzzRun(zookeeper, 810_000_683, sound);
    expect(events).toBeGreaterThan(500_000);
    expect(violation).toBeNull();
  }, 120_000);

  it('are the same for the same seed, and as files come to the same digest', () => {
    for (let seed = 20; seed < 24; seed++) {
      const run = zabFuzzRun(zookeeper, seed, sound);
      expect(zabFuzzRun(zookeeper, seed, sound).digest).toBe(run.digest);
      const { scenario, problems } = loadText(fileOfRun(run.file, run.interventions));
      expect(problems, `seed ${seed}`).toBeUndefined();
      if (scenario === undefined) continue;
      const replay = new Run(zookeeper, scenario, false);
      while (replay.position < run.events && replay.step());
      expect(replay.world.fingerprint(), `seed ${seed}`).toBe(run.digest);
    }
  }, 60_000);
});

/** Another expectation than the one that protects the rule may be the first that fails. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  // Who keeps what it should have dropped has more than the others in the end, or tells it to clients.
  'skip-truncation': ['liveness', 'Z-Agreement'],
  // What an older leader proposes stands behind the newer epoch's, in one step with the fence or before it.
  'follow-older-leader': ['Z-Prefix'],
};

describe('a rule that is switched off', () => {
  it.each(Object.entries(quorumMutants))(
    '%s breaks the invariant that it protects',
    (broken, { caughtBy }) => {
      const found = ({ violation }: RandomRun): boolean => violation !== null;
      const wishes = { ...sound, broken };
      const { violations } = fuzz(zookeeper, 200, 1, wishes, found, zabFuzzRun);
      expect(violations).toHaveLength(1);
      expect([caughtBy, ...(OTHERS[broken] ?? [])]).toContain(violations[0]?.invariant);
    },
    120_000,
  );
});
