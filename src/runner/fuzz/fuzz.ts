import type { Protocol } from '../../scenarios/protocol.ts';
import type { Wishes } from './fuzz-run.ts';
import { randomRun } from './fuzzers.ts';
import type { RunOf } from './fuzzers.ts';
import type { RandomRun } from './random-run.ts';

export interface FoundViolation {
  readonly invariant: string;
  /** The seed of the run: with it and one run, the same comes out again. */
  readonly seed: number;
  readonly step: number;
  readonly text: string;
}

export interface FuzzReport {
  readonly runs: number;
  readonly events: number;
  /** How often each fault was done. */
  readonly faults: Readonly<Record<string, number>>;
  /** How often the schedules reached each of the rare things that the rules exist for. */
  readonly exercised: Readonly<Record<string, number>>;
  readonly violations: readonly FoundViolation[];
}

/** More of them teach nothing. */
const ENOUGH = 20;

/**
 * Random runs with the seeds `seed`, `seed + 1`, …
 * @param until stops after the run for which it says true
 * @param runOf the protocol's own random runs, unless others are wanted
 */
export function fuzz(
  protocol: Protocol,
  runs: number,
  seed: number,
  wishes: Wishes,
  until: (run: RandomRun) => boolean = () => false,
  runOf: RunOf = randomRun,
): FuzzReport {
  const faults: Record<string, number> = {};
  const exercised: Record<string, number> = {};
  const violations: FoundViolation[] = [];
  let events = 0;
  let done = 0;
  while (done < runs && violations.length < ENOUGH) {
    const run = runOf(protocol, seed + done, wishes);
    done++;
    events += run.events;
    add(faults, run.faults);
    add(exercised, run.exercised ?? new Map());
    if (run.violation !== null) {
      const { invariant, step, text } = run.violation;
      violations.push({ invariant, seed: run.seed, step, text });
    }
    if (until(run)) break;
  }
  return { runs: done, events, faults, exercised, violations };
}

function add(all: Record<string, number>, more: ReadonlyMap<string, number>): void {
  for (const [name, count] of more) all[name] = (all[name] ?? 0) + count;
}
