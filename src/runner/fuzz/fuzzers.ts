import { livelock } from '../../scenarios/paxos/livelock.ts';
import type { Protocol } from '../../scenarios/protocol.ts';
import { LIMITS } from '../../view/limits.ts';
import type { Model } from '../../view/protocols.ts';
import type { Scenario, ScenarioFile } from '../../view/scenario.ts';
import type { Pid } from '../../view/time.ts';
import { quorumMutants } from '../../zookeeper/quorum/mutants.ts';
import type { Asked } from './any-deed.ts';
import { byzantineFuzzer } from './byzantine-run.ts';
import { capFuzzer } from './cap-run.ts';
import { counterFuzzer } from './counter-run.ts';
import type { Dice } from './dice.ts';
import { randomSetup } from './election-setup.ts';
import { fuzzRun } from './fuzz-run.ts';
import type { Wishes } from './fuzz-run.ts';
import { paxosFuzzRun } from './paxos-run.ts';
import { randomPaxos } from './paxos-setup.ts';
import type { RandomRun } from './random-run.ts';
import { recipesFuzzer } from './recipes-run.ts';
import { zabFuzzRun } from './zab-run.ts';
import { randomEnsemble } from './zab-setup.ts';
import { zookeeperFuzzRun } from './zookeeper-run.ts';
import { zookeeperInput } from './zookeeper-input.ts';
import { randomZooKeeper } from './zookeeper-setup.ts';

export type RunOf = (protocol: Protocol, seed: number, wishes: Wishes) => RandomRun;

/** How many servers, acceptors, callers or generals a random run may be asked for: what a scenario may have. */
export type Sizes = readonly [least: number, most: number];

const ENSEMBLES: Sizes = [1, LIMITS.shownServers];

/** Random runs of one protocol. */
interface Fuzzer<File> {
  readonly sizes: Sizes;
  /** A random run under the invariants; the same seed and wishes give the same one. */
  readonly run: RunOf;
  /** A random scenario, to be lived and played again. */
  readonly file: (dice: Dice, seed: number) => File;
  /** What a process of it is asked by hand. */
  readonly asked: (dice: Dice, file: File, pid: Pid) => Asked;
}

const fuzzers: { readonly [M in Model]: Fuzzer<Scenario<M>> } = {
  election: {
    sizes: ENSEMBLES,
    run: fuzzRun,
    file: (dice, seed) => {
      const temper = dice.pick(['stormy', 'golden-stormy', 'calm'] as const);
      return randomSetup(dice, seed, temper, {});
    },
    asked: (dice) => ({ name: 'CLIENT_WRITE', data: { ops: dice.magnitude(1, 20) } }),
  },
  paxos: {
    sizes: [1, 9],
    run: paxosFuzzRun,
    // The adversary's place in its script is part of a run, too.
    file: (dice, seed) =>
      dice.chance(0.2)
        ? { ...livelock(dice.chance(0.5)), seed }
        : randomPaxos(dice, seed, { wipes: false }),
    asked: (dice) => ({
      name: 'PROPOSE',
      data: dice.chance(0.4) ? { value: dice.pick(['U', 'V']) } : {},
    }),
  },
  zookeeper: {
    // Ensembles are `zab`.
    sizes: [1, 1],
    run: zookeeperFuzzRun,
    file: (dice, seed) => {
      const file = dice.chance(0.5)
        ? randomEnsemble(dice, seed, {})
        : randomZooKeeper(dice, seed, {});
      const clients = file.setup.clients.map((client) => ({
        ...client,
        program: dice.pick(['api', 'zkcli', 'zkcli-wait', 'subscriber']),
      }));
      return { ...file, setup: { ...file.setup, clients } };
    },
    asked: zookeeperInput,
  },
  // One process more is who they call.
  counter: { ...counterFuzzer, sizes: [1, LIMITS.shownServers - 1] },
  recipes: { ...recipesFuzzer, sizes: ENSEMBLES },
  byzantine: { ...byzantineFuzzer, sizes: [3, 10] },
  cap: { ...capFuzzer, sizes: [1, LIMITS.capServers] },
};

/** Random runs of a part of what a protocol does, under rules of its own. */
export interface FuzzedPart {
  readonly model: Model;
  readonly sizes: Sizes;
  readonly run: RunOf;
  readonly mutants: Protocol['mutants'];
}

/** By the name that a command line gives it. */
export const fuzzedParts: Readonly<Record<string, FuzzedPart>> = {
  zab: {
    model: 'zookeeper',
    // Faults of an ensemble happen between two.
    sizes: [2, LIMITS.shownServers],
    run: zabFuzzRun,
    mutants: Object.entries(quorumMutants).map(([name, { reach, runs }]) => ({
      name,
      reach,
      runs,
    })),
  },
};

// A fuzzer only ever meets files that it has made itself.
export const fuzzerOf = ({ name }: Protocol): Fuzzer<ScenarioFile> =>
  fuzzers[name] as Fuzzer<ScenarioFile>;

export const randomRun: RunOf = (protocol, seed, wishes) =>
  fuzzerOf(protocol).run(protocol, seed, wishes);
