/** Runs the scripts that measure the built page in a real browser. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import process from 'node:process';

/**
 * What `bench/SCRIPT.mjs` measured with this input. Null when there is no browser, which is said.
 * @throws Error when the script fails
 */
export function inPage<T>(name: string, script: string, input: unknown): T | null {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(dirname(process.argv[1] ?? ''), `${script}.mjs`)],
    { encoding: 'utf8', input: JSON.stringify(input), maxBuffer: 1 << 26 },
  );
  if (status !== 0) throw new Error(`the page could not be measured: ${stderr}`);
  // What builds the page may have said something before.
  const result = JSON.parse(stdout.slice(stdout.lastIndexOf('\n') + 1)) as
    | T
    | { readonly missing: string };
  if (typeof result !== 'object' || result === null || !('missing' in result)) return result;
  process.stderr.write(`${name}: not measured. ${String(result.missing)}\n`);
  return null;
}
