// Runs a command written in TypeScript: `node scripts/run-ts.mjs src/cli/sim.ts ARGUMENTS…`.
// Bundles the entry with the bundler that builds the page, and imports the result in this process, so
// that the simulation in Node is the very code of the page. Prints nothing on standard output itself.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [entry, ...rest] = process.argv.slice(2);

if (entry === undefined || !existsSync(`${root}${entry}`)) {
  process.stderr.write(`run-ts: no such entry: ${entry ?? '(none given)'}\n`);
  process.exit(2);
}

const cache = `${root}node_modules/.cache/run-ts`;
// The process id keeps commands that run at the same time out of each other's way.
const file = `${cache}/${basename(entry, '.ts')}-${process.pid}.mjs`;
mkdirSync(cache, { recursive: true });
process.on('exit', () => rmSync(file, { force: true }));

const bundler = fileURLToPath(new URL('bundle-ts.mjs', import.meta.url));
const { status } = spawnSync(process.execPath, [bundler, entry, file], {
  stdio: ['ignore', 'inherit', 'inherit'],
});
if (status !== 0) process.exit(2);

process.setSourceMapsEnabled(true);
process.argv = [process.execPath, `${root}${entry}`, ...rest];
await import(pathToFileURL(file).href);
