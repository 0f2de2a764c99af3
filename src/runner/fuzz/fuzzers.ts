import type { Protocol } from '../../scenarios/protocol.ts';
import type { ScenarioFile } from '../../view/scenario.ts';
import { counterFuzzRun } from './counter-run.ts';
import { fuzzRun } from './fuzz-run.ts';
import type { Wishes } from './fuzz-run.ts';
import { paxosFuzzRun } from './paxos-run.ts';
import type { RandomRun } from './random-run.ts';
import { zookeeperFuzzRun } from './zookeeper-run.ts';

type Fuzzer = (protocol: Protocol, seed: number, wishes: Wishes) => RandomRun;

const fuzzers: Readonly<Record<ScenarioFile['model'], Fuzzer>> = {
  election: fuzzRun,
  paxos: paxosFuzzRun,
  zookeeper: zookeeperFuzzRun,
  counter: counterFuzzRun,
};

/** One random run of a protocol; the same seed and wishes give the same run. */
export const randomRun: Fuzzer = (protocol, seed, wishes) =>
  fuzzers[protocol.name](protocol, seed, wishes);
