import type { Protocol } from '../../scenarios/protocol.ts';
import type { RecordedIntervention } from '../../view/intervention.ts';
import type { ScenarioFile } from '../../view/scenario.ts';
import { fuzzRun } from './fuzz-run.ts';
import type { Wishes } from './fuzz-run.ts';
import { paxosFuzzRun } from './paxos-run.ts';

/** What one random run of whatever protocol came to. */
export interface AnyFuzzRun {
  readonly seed: number;
  readonly file: ScenarioFile;
  readonly interventions: readonly RecordedIntervention[];
  readonly events: number;
  readonly faults: ReadonlyMap<string, number>;
  readonly violation: {
    readonly invariant: string;
    readonly step: number;
    readonly text: string;
  } | null;
}

type Fuzzer = (protocol: Protocol, seed: number, wishes: Wishes) => AnyFuzzRun;

const fuzzers: Readonly<Record<ScenarioFile['model'], Fuzzer>> = {
  election: fuzzRun,
  paxos: paxosFuzzRun,
};

/** One random run of a protocol; the same seed and wishes give the same run. */
export const randomRun: Fuzzer = (protocol, seed, wishes) =>
  fuzzers[protocol.name](protocol, seed, wishes);
