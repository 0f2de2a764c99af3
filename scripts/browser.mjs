// Finds a browser for the tests, or gets one. `node scripts/browser.mjs` says which one it takes.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

/** @typedef {{ path: string, origin: string }} Candidate */

const REMEDIES = `No browser for the tests could be found or installed. Any of these helps:
  npx playwright install --with-deps chromium
  sudo apt-get install chromium
  BROWSER_PATH=/path/to/chrome npm test`;

/** Without these the browser calls home at each start; as root it needs to go without its sandbox. */
export const launchArgs = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

/** @param {string} path */
function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @returns {Candidate[]} */
function installed() {
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
  ];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const windows = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter((folder) => folder !== undefined);
  return [
    { path: chromium.executablePath(), origin: 'Playwright' },
    ...names.flatMap((name) => folders.map((f) => ({ path: join(f, name), origin: 'PATH' }))),
    ...[
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ...windows.map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
      ...windows.map((folder) => join(folder, 'Microsoft/Edge/Application/msedge.exe')),
    ].map((path) => ({ path, origin: 'usual place' })),
  ].filter(({ path }) => path !== '' && existsSync(path) && executable(path));
}

/**
 * The version of the browser if it starts, and undefined if it does not.
 * @param {string} executablePath
 */
async function launches(executablePath) {
  try {
    const browser = await chromium.launch({ executablePath, args: launchArgs, timeout: 180_000 });
    const version = browser.version();
    await browser.close();
    return version;
  } catch {
    return undefined;
  }
}

/** @param {Candidate[]} candidates */
async function firstThatStarts(candidates) {
  for (const { path, origin } of candidates) {
    const version = await launches(path);
    if (version === undefined) {
      process.stderr.write(`Browser ${path} (${origin}) does not start; passed over\n`);
      continue;
    }
    process.env['BROWSER_PATH'] = path;
    process.stderr.write(`Browser: ${path} (${origin}, ${version})\n`);
    return path;
  }
  return undefined;
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} env
 */
function run(command, args, env = {}) {
  spawnSync(command, args, { stdio: ['ignore', 2, 2], env: { ...process.env, ...env } });
}

/**
 * The path of a browser that is here and starts, or undefined. Sets BROWSER_PATH, so that child
 * processes take the same one. Throws when BROWSER_PATH names something that cannot be executed.
 * @returns {Promise<string | undefined>}
 */
export async function findBrowser() {
  const given = process.env['BROWSER_PATH'];
  if (given === undefined || given === '') return firstThatStarts(installed());
  if (executable(given)) return given;
  throw new Error(`BROWSER_PATH is ${given}, which cannot be executed`);
}

/**
 * The path of a browser that starts, installed if need be. Throws, with the remedies, when there is
 * none to be had.
 * @returns {Promise<string>}
 */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found !== undefined) return found;

  const cli = join(
    createRequire(import.meta.url).resolve('playwright-core/package.json'),
    '../cli.js',
  );
  run(process.execPath, [cli, 'install', 'chromium'], {
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000',
  });
  const downloaded = await firstThatStarts(installed());
  if (downloaded !== undefined) return downloaded;

  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update', '-qq'], env);
    // The font matters: without one, Chinese text is boxes.
    const packages = ['chromium', 'fonts-noto-cjk'];
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], env);
    const packaged = await firstThatStarts(installed());
    if (packaged !== undefined) return packaged;
  }
  throw new Error(REMEDIES);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await ensureBrowser();
  } catch (error) {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 2;
  }
}
