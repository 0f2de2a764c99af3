/** Contestants taking turns, each time in a fresh process. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import process from 'node:process';
import type { Result } from './contestants.ts';
import { median } from './row.ts';

const ROUNDS = 7;

/**
 * Seven rounds in which each contestant runs once.
 * @throws Error when one fails, or when they do not all come to the same digest
 */
export function inTurns(names: readonly string[]): ReadonlyMap<string, readonly Result[]> {
  const results = new Map<string, Result[]>(names.map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of names) {
      results.get(name)?.push(inProcess<Result>(name));
      process.stderr.write('.');
    }
  }
  process.stderr.write('\n');
  const digests = new Set(
    [...results.values()].flat().map(({ digest, events }) => `${digest} ${events}`),
  );
  if (digests.size !== 1) {
    const seen = [...results].map(([name, all]) => `${name}: ${all[0]?.digest} ${all[0]?.events}`);
    throw new Error(`the contestants come to different ends: ${seen.join(', ')}`);
  }
  return results;
}

/** The median over the rounds of one rate by the other. */
export function ratioOf(
  results: ReadonlyMap<string, readonly Result[]>,
  name: string,
  yardstick: string,
): number {
  const rates = (of: string): number[] =>
    (results.get(of) ?? []).map(({ events, cpu }) => events / cpu);
  const base = rates(yardstick);
  return median(rates(name).map((rate, round) => rate / (base[round] ?? NaN)));
}

/** Runs one contestant in a fresh process. @throws Error with what it said when it fails */
export function inProcess<T>(name: string, flags: readonly string[] = []): T {
  const bench = dirname(process.argv[1] ?? '');
  const script = join(bench, '../scripts/run-ts.mjs');
  const args = [...flags, script, 'bench/main.ts', '--contestant', name];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(`${name} failed: ${stderr}`);
  return JSON.parse(stdout) as T;
}
