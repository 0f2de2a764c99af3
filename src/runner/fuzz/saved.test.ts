/** What a random run saves is a scenario that can be checked and played, however large it was asked for. */
import { describe, expect, it } from 'vitest';
import { fileOfRun } from '../../scenarios/from-run.ts';
import { load } from '../../scenarios/load.ts';
import { playAll } from '../../scenarios/play-all.ts';
import { protocols } from '../../scenarios/protocols.ts';
import { LIMITS } from '../../view/limits.ts';
import type { ScenarioFile } from '../../view/scenario.ts';
import { fuzzedParts, fuzzerOf } from './fuzzers.ts';

const subjects = [
  ...Object.values(protocols).map((protocol) => {
    const { run, sizes } = fuzzerOf(protocol);
    return { name: protocol.name as string, protocol, run, sizes };
  }),
  ...Object.entries(fuzzedParts).map(([name, part]) => ({
    ...part,
    name,
    protocol: protocols[part.model],
  })),
];

describe.each(subjects)('a random run of $name', ({ protocol, run, sizes }) => {
  it.each(sizes.flatMap((servers) => [1, LIMITS.seed].map((seed) => ({ servers, seed }))))(
    'with $servers servers and seed $seed',
    ({ servers, seed }) => {
      const made = run(protocol, seed, { servers, wipes: true });
      const saved: unknown = JSON.parse(JSON.stringify(fileOfRun(made.file, made.interventions)));
      const { scenario, problems } = load(saved);
      expect(problems).toBe(undefined);
      expect(playAll(scenario as ScenarioFile).notReached).toBe(null);
    },
  );
});
