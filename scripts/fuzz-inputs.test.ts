/** A share of the mutated inputs; `npm run fuzz:inputs -- --runs N` gives as many as one likes. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const command = fileURLToPath(new URL('fuzz-inputs.mjs', import.meta.url));

function fuzz(...args: readonly string[]): { status: number | null; stdout: string } {
  return spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' });
}

it('nothing but a message comes of mutated inputs of any kind', () => {
  const { status, stdout } = fuzz('--runs', '40');
  expect(stdout).toMatch(/^0 failed$/mu);
  expect(status).toBe(0);
});

describe('an input of which something else comes is found', () => {
  it.each([
    ['throw', '600', /^FAIL cfg 4 TypeError: planted/mu],
    ['slow', '600', /^FAIL cfg 4 took \d+\.\d s of processor time/mu],
    ['hang', '10', /^FAIL cfg 4 hangs: nothing for 10 s/mu],
    ['memory', '600', /^FAIL cfg 4 ended its process \(.*heap/mu],
    ['buffers', '600', /^FAIL cfg 4 took \d{3} MB of memory/mu],
  ])('when it would %s; patience %s s', (plant, patience, line) => {
    const args = ['--kind', 'cfg', '--runs', '5', '--patience', patience, '--plant', plant];
    const { status, stdout } = fuzz(...args);
    expect(stdout).toMatch(line);
    expect(stdout).toMatch(/^ {2}again: npm run fuzz:inputs -- --kind cfg --seed 1 --from 4/mu);
    expect(status).toBe(1);
  });
});
