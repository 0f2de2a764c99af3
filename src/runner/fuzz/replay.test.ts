/** A run that is saved and replayed is the same run, whatever model it is of. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fileOfRun } from '../../scenarios/from-run.ts';
import { loadText } from '../../scenarios/load-text.ts';
import { protocolOf } from '../../scenarios/protocols.ts';
import type { ScenarioFile } from '../../view/scenario.ts';
import { Run } from '../run.ts';
import { randomRun } from './fuzzers.ts';
import { replayed } from './replays.ts';

/** How many runs of each model; more of them by the environment. */
const RUNS = Number(process.env['ZOOSCOPE_REPLAYS'] ?? 60);

function loaded(file: unknown): ScenarioFile {
  const { scenario, problems } = loadText(JSON.parse(JSON.stringify(file)));
  if (scenario === undefined) throw new Error(problems?.[0]?.text);
  return scenario;
}

describe.each(['election', 'paxos', 'zookeeper', 'counter', 'byzantine'] as const)(
  'random runs of %s',
  (name) => {
    const protocol = protocolOf(name);

    it('are saved and replayed to equal digests', () => {
      const different: number[] = [];
      for (let seed = 1; seed <= RUNS; seed++) {
        const { file, interventions, events, digest } = randomRun(protocol, seed, { wipes: false });
        const run = new Run(protocol, loaded(fileOfRun(file, interventions)), false);
        while (run.position < events && run.step());
        if (run.world.fingerprint() !== digest) different.push(seed);
      }
      expect(different).toEqual([]);
    });

    it('with anything that a person can do are the same when they are replayed', () => {
      const all = Array.from({ length: RUNS }, (_, index) => replayed(protocol, index + 1));
      expect(all.filter(({ difference }) => difference !== null)).toEqual([]);
      const done = new Set(all.flatMap(({ deeds }) => [...deeds.keys()]));
      for (const deed of ['kill', 'power-off', 'stop', 'crash', 'pause', 'hold-timer', 'input'])
        expect(done).toContain(deed);
    });
  },
);

describe('chance that goes on in the run that was lived', () => {
  it.each([1808, 6242])('does not change what a cycle is remembered as (seed %i)', (seed) => {
    expect(replayed(protocolOf('paxos'), seed).difference).toBeNull();
  });
});

describe('a process that is planned to start and is started by hand before', () => {
  const file = loaded(
    JSON.parse(
      String(readFileSync(`${import.meta.dirname}/../../../fixtures/paxos/planned-start.json`)),
    ),
  );
  const protocol = protocolOf('paxos');
  const { interventions = [], ...fresh } = file;

  it('is not brought back by the plan after a crash, in the run or in its replay', () => {
    const lived = new Run(protocol, fresh);
    for (const { step = 0, timeMs, what } of interventions) {
      while (lived.position < step && lived.step());
      lived.intervene(what, timeMs * 1000);
    }
    while (lived.step());
    const replayed = new Run(protocol, file);
    while (replayed.step());
    expect(lived.world.process(3).liveness).toBe('crashed');
    expect(replayed.world.process(3).liveness).toBe('crashed');
    expect(replayed.world.fingerprint()).toBe(lived.world.fingerprint());
  });

  it('neither is it when something else happens meanwhile', () => {
    const propose = { kind: 'input', pid: 4, name: 'PROPOSE', data: {} } as const;
    const busy = new Run(protocol, fresh);
    while (busy.step(5000));
    busy.intervene({ kind: 'start', pids: [3] }, 10_000);
    busy.intervene({ kind: 'kill', pid: 3 }, 50_000);
    busy.intervene(propose, 70_000);
    while (busy.step());
    const replayed = new Run(protocol, loaded(fileOfRun(fresh, busy.interventions())));
    while (replayed.step());
    expect(replayed.world.process(3).liveness).toBe('crashed');
    expect(replayed.world.fingerprint()).toBe(busy.world.fingerprint());
  });
});
