// Runs a command written in TypeScript: `node scripts/run-ts.mjs src/cli/sim.ts ARGUMENTS…`.
// Bundles the entry with the bundler that builds the page, and imports the result in this process, so
// that the simulation in Node is the very code of the page. Prints nothing on standard output itself.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

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

const bundle = await rolldown({
  input: `${root}${entry}`,
  cwd: root,
  platform: 'node',
  external: [/^node:/],
  onLog: (level, log) => {
    if (level === 'warn') process.stderr.write(`${log.message}\n`);
  },
}).catch((/** @type {Error} */ error) => fail(error));
await bundle
  .write({ file, format: 'esm', sourcemap: 'inline', codeSplitting: false })
  .catch((/** @type {Error} */ error) => fail(error));
await bundle.close();

process.setSourceMapsEnabled(true);
process.argv = [process.execPath, `${root}${entry}`, ...rest];
await import(pathToFileURL(file).href);

/**
 * @param {Error} error
 * @returns {never}
 */
function fail(error) {
  process.stderr.write(`run-ts: ${entry} cannot be bundled:\n${error.message}\n`);
  process.exit(2);
}
