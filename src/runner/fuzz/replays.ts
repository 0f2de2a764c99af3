/** Random runs with every deed that a person can do, saved as files, and played again from those. */
import { fileOfRun } from '../../scenarios/from-run.ts';
import { loadText } from '../../scenarios/load-text.ts';
import type { Protocol } from '../../scenarios/protocol.ts';
import type { ScenarioFile } from '../../view/scenario.ts';
import { Run } from '../run.ts';
import { anyDeed } from './any-deed.ts';
import { Dice } from './dice.ts';
import { fuzzerOf } from './fuzzers.ts';
import { tryTo } from './random-run.ts';

export interface Replayed {
  readonly seed: number;
  readonly events: number;
  /** How often each kind of deed was done. */
  readonly deeds: ReadonlyMap<string, number>;
  /** Why the saved run is not the one that was lived, in plain English; null when it is. */
  readonly difference: string | null;
}

/** A run with anything done to it at any time. */
export function livedRun(protocol: Protocol, seed: number) {
  const dice = new Dice(seed);
  const fuzzer = fuzzerOf(protocol);
  const file = fuzzer.file(dice, seed);
  const lived = new Run(protocol, file);
  const deeds = new Map<string, number>();
  const rounds = dice.magnitude(4, 40);
  for (let round = 0; round < rounds; round++) {
    goOn(dice, lived);
    // Several at one instant, too.
    for (let more = dice.pick([1, 1, 2, 4]); more > 0; more--) {
      const what = anyDeed(dice, lived.world, (pid) => fuzzer.asked(dice, file, pid));
      if (what === null || !tryTo(lived, what, soon(dice, lived))) continue;
      deeds.set(what.kind, (deeds.get(what.kind) ?? 0) + 1);
    }
  }
  goOn(dice, lived);
  return { file, lived, deeds };
}

/** One run: lived, saved, loaded, and played again. */
export function replayed(protocol: Protocol, seed: number): Replayed {
  const { file, lived, deeds } = livedRun(protocol, seed);
  const result = { seed, events: lived.position, deeds };
  // As it is written to a file and read again.
  const text = JSON.stringify(fileOfRun(file, lived.interventions()));
  const { scenario, problems } = loadText(text);
  if (scenario === undefined) {
    return { ...result, difference: `the file is refused: ${problems[0]?.text ?? ''}` };
  }
  return { ...result, difference: difference(lived, protocol, scenario) };
}

/** Some events or some time; at times back into the past, where what is done begins a branch. */
function goOn(dice: Dice, run: Run): void {
  if (dice.chance(0.05)) run.seek(dice.between(0, run.position));
  if (dice.chance(0.6)) {
    for (let steps = dice.magnitude(1, 30); steps > 0 && run.step(); steps--);
    return;
  }
  const limit = run.world.time + dice.magnitude(100, 3_000_000);
  for (let steps = 2000; steps > 0 && run.step(limit); steps--);
}

/** Now, or between now and the next event. */
const soon = (dice: Dice, { world }: Run): number =>
  world.time + (dice.chance(0.7) ? 0 : dice.magnitude(1, 1_000_000));

function difference(lived: Run, protocol: Protocol, scenario: ScenarioFile): string | null {
  try {
    const again = new Run(protocol, scenario, false);
    while (again.position < lived.position && again.step());
    if (again.world.fingerprint() === lived.world.fingerprint()) return null;
    return `at event ${again.position} of ${lived.position} the digests differ`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
