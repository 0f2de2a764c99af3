import { livelock } from '../../scenarios/paxos/livelock.ts';
import type { Protocol } from '../../scenarios/protocol.ts';
import type { ScenarioFile } from '../../view/scenario.ts';
import { quorumMutants } from '../../zookeeper/quorum/mutants.ts';
import { counterFuzzRun, randomCounter } from './counter-run.ts';
import type { Dice } from './dice.ts';
import { randomSetup } from './election-setup.ts';
import { fuzzRun } from './fuzz-run.ts';
import type { Wishes } from './fuzz-run.ts';
import { paxosFuzzRun } from './paxos-run.ts';
import { randomPaxos } from './paxos-setup.ts';
import type { RandomRun } from './random-run.ts';
import { zabFuzzRun } from './zab-run.ts';
import { zookeeperFuzzRun } from './zookeeper-run.ts';
import { randomZooKeeper } from './zookeeper-setup.ts';

export type RunOf = (protocol: Protocol, seed: number, wishes: Wishes) => RandomRun;

interface Fuzzer {
  /** A random run under the invariants; the same seed and wishes give the same one. */
  readonly run: RunOf;
  /** A random scenario, to be lived and played again. */
  readonly file: (dice: Dice, seed: number) => ScenarioFile;
}

const fuzzers: Readonly<Record<ScenarioFile['model'], Fuzzer>> = {
  election: {
    run: fuzzRun,
    file: (dice, seed) => {
      const temper = dice.pick(['stormy', 'golden-stormy', 'calm'] as const);
      return randomSetup(dice, seed, temper, {});
    },
  },
  paxos: {
    run: paxosFuzzRun,
    // The adversary's place in its script is part of a run, too.
    file: (dice, seed) =>
      dice.chance(0.2)
        ? { ...livelock(dice.chance(0.5)), seed }
        : randomPaxos(dice, seed, { wipes: false }),
  },
  zookeeper: {
    run: zookeeperFuzzRun,
    file: (dice, seed) => {
      const file = randomZooKeeper(dice, seed, {});
      const clients = file.setup.clients.map((client) => ({
        ...client,
        program: dice.pick(['api', 'zkcli', 'zkcli-wait', 'subscriber']),
      }));
      return { ...file, setup: { ...file.setup, clients } };
    },
  },
  counter: {
    run: counterFuzzRun,
    file: (dice, seed) => randomCounter(dice, seed, { wipes: false }),
  },
};

/** Random runs of a part of what a protocol does, under rules of its own. */
export interface FuzzedPart {
  readonly model: ScenarioFile['model'];
  readonly run: RunOf;
  readonly mutants: Protocol['mutants'];
}

/** By the name that a command line gives it. */
export const fuzzedParts: Readonly<Record<string, FuzzedPart>> = {
  zab: {
    model: 'zookeeper',
    run: zabFuzzRun,
    mutants: Object.entries(quorumMutants).map(([name, { reach, runs }]) => ({
      name,
      reach,
      runs,
    })),
  },
};

export const randomRun: RunOf = (protocol, seed, wishes) =>
  fuzzers[protocol.name].run(protocol, seed, wishes);

export const randomFile = ({ name }: Protocol, dice: Dice, seed: number): ScenarioFile =>
  fuzzers[name].file(dice, seed);
