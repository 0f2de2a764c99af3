// Makes sure that node_modules is what package-lock.json asks for, so that every command works on a
// fresh clone. Imports nothing but Node itself, since nothing else may be there yet. Standard output
// stays empty: commands that print JSON begin with this script.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const wanted = `${root}package-lock.json`;
const installed = `${root}node_modules/.package-lock.json`;

/** @typedef {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} Packages */

/**
 * @param {string} file
 * @returns {Packages}
 */
function packages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** Whether each package of the lock is there at its version; other platforms' binaries may miss. */
function upToDate() {
  if (!existsSync(installed)) return false;
  const have = packages(installed);
  return Object.entries(packages(wanted)).every(([path, entry]) => {
    if (path === '') return true;
    const there = have[path];
    return there === undefined ? entry.optional === true : there.version === entry.version;
  });
}

if (!upToDate()) {
  process.stderr.write('Installing the packages of package-lock.json …\n');
  const npm = process.env['npm_execpath'];
  const args = ['ci', '--no-audit', '--no-fund'];
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const result =
    npm === undefined
      ? spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
      : spawnSync(process.execPath, [npm, ...args], options);
  if (result.status !== 0) {
    process.stderr.write('`npm ci` failed: see above. Without it no command can run.\n');
    process.exit(2);
  }
}
