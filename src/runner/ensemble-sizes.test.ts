import { describe, expect, it } from 'vitest';
import { playAll } from '../scenarios/play-all.ts';
import { protocolOf } from '../scenarios/protocols.ts';
import type { Condition } from '../view/condition.ts';
import type { EnsembleSize } from '../view/exhibit.ts';
import type { Scenario } from '../view/scenario.ts';
import { LIMITS } from '../view/limits.ts';
import { ensembleSizes } from './ensemble-sizes.ts';
import { Run } from './run.ts';

const scenario = (
  servers: number,
  parts: Partial<Scenario<'election'>> = {},
): Scenario<'election'> => ({
  format: 'zooscope-scenario',
  version: 1,
  model: 'election',
  seed: 7,
  setup: {
    profile: 'zookeeper-3.8',
    servers: Array.from({ length: servers }, (_, at) => ({ sid: at + 1, startMs: 0 })),
  },
  ...parts,
});

const run = (file: Scenario<'election'>): Run => new Run(protocolOf('election'), file);
const sizesOf = ({ world, file }: Run): readonly EnsembleSize[] =>
  ensembleSizes(world, file.seed, LIMITS.shownServers);
const medians = (sizes: readonly EnsembleSize[]): number[] => sizes.map(({ wait }) => wait.median);

describe('the sizes of an ensemble', () => {
  const sizes = sizesOf(run(scenario(4)));

  it('are the table of majorities: an even number survives no more than the odd one before', () => {
    expect(sizes.map(({ servers }) => servers)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(sizes.map(({ quorum }) => quorum)).toEqual([1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6]);
    expect(sizes.map(({ survives }) => survives)).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5]);
    expect(sizes.map(({ messages }) => messages)).toEqual([0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30]);
  });

  it('have waits that are exact where nothing is left to chance', () => {
    const fixed = {
      latency: { kind: 'fixed', us: 10_000 },
      diskLatency: { kind: 'fixed', us: 2000 },
    } as const;
    const [alone, ...others] = sizesOf(run(scenario(3, fixed)));
    expect(alone?.wait).toEqual({ low: 2000, median: 2000, high: 2000 });
    for (const { wait } of others)
      expect(wait).toEqual({ low: 22_000, median: 22_000, high: 22_000 });
  });

  it('of an even number wait longer than of the odd ones beside it', () => {
    const [, , three = 0, four = 0, five = 0, six = 0, seven = 0] = medians(sizes);
    expect(four).toBeGreaterThan(three);
    expect(four).toBeGreaterThan(five);
    expect(six).toBeGreaterThan(five);
    expect(six).toBeGreaterThan(seven);
  });

  it('wait for the fastest majority: one slow server is waited for only when it is needed', () => {
    const slow = { kind: 'fixed', us: 100_000 } as const;
    const links = [2, 3, 4, 5].flatMap((pid) => [
      { from: 1, to: pid, latency: slow },
      { from: pid, to: 1, latency: slow },
    ]);
    const [, two = 0, three = 0, four = 0] = medians(sizesOf(run(scenario(5, { links }))));
    expect(two).toBeGreaterThan(200_000);
    expect(three).toBeLessThan(10_000);
    expect(four).toBeLessThan(10_000);
  });

  it('follow what was done to the latencies, and leave the run as it was', () => {
    const changed = run(scenario(3));
    const before = changed.world.fingerprint();
    expect(sizesOf(changed)).toEqual(sizesOf(changed));
    expect(changed.world.fingerprint()).toBe(before);
    changed.intervene({ kind: 'latency', latency: { kind: 'fixed', us: 50_000 } });
    expect(medians(sizesOf(changed))[2]).toBeGreaterThan(100_000);
  });

  it('do not depend on how many servers the run itself has', () => {
    expect(medians(sizesOf(run(scenario(1))))).toEqual(medians(sizesOf(run(scenario(9)))));
  });
});

describe('what the table says is what the simulation does', () => {
  const lead = { leader: 'any' } as const;
  const up = (sids: readonly number[]): Condition => ({
    all: [lead, ...sids.map((serving) => ({ serving }))],
  });

  it.each([2, 3, 4, 5, 6, 7])('%i servers, killed one by one', (servers) => {
    const survives =
      ensembleSizes(run(scenario(servers)).world, 1, LIMITS.shownServers)[servers - 1]?.survives ??
      -1;
    const sids = Array.from({ length: servers }, (_, at) => at + 1);
    for (const order of [sids, sids.toReversed()]) {
      const kills = order.slice(0, survives + 1).map((pid, at) => ({
        id: `kill-${pid}`,
        do: [{ kind: 'kill', pid } as const],
        until: { elapsedMs: 30_000 },
        expect: [
          { text: `${at + 1} dead`, that: at < survives ? lead : ({ leader: 'none' } as const) },
        ],
      }));
      const { expectations, stuck } = playAll(
        scenario(servers, { steps: [{ id: 'begin', until: up(sids) }, ...kills] }),
      );
      expect(stuck).toBeNull();
      expect(expectations.filter(({ ok }) => !ok)).toEqual([]);
      expect(expectations).toHaveLength(survives + 1);
    }
  });
});
