// The built page in a real browser, for what is measured there.
import { mkdtempSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { findBrowser, launchArgs } from '../scripts/browser.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** Where the built page is served. */
let origin = '';

/** The JSON document on standard input; a long one comes bit by bit. */
export function input() {
  const parts = [];
  const part = Buffer.alloc(1 << 16);
  for (;;) {
    try {
      const length = readSync(0, part);
      if (length === 0) return JSON.parse(Buffer.concat(parts).toString('utf8'));
      parts.push(Buffer.from(part.subarray(0, length)));
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error) || error.code !== 'EAGAIN') throw error;
    }
  }
}

/**
 * The browser that the tests take; `{missing}`, which says why, when there is none.
 * @returns {Promise<string | { missing: string }>}
 */
export async function browserPath() {
  const found = await findBrowser().catch((/** @type {Error} */ error) => error);
  if (found instanceof Error) return { missing: found.message };
  return found ?? { missing: 'There is no browser here; `node scripts/browser.mjs` installs one.' };
}

/**
 * Prints what `measure` finds as one JSON document.
 * @param {() => Promise<unknown>} measure
 */
export async function printResult(measure) {
  process.stdout.write(`\n${JSON.stringify(await measure())}`);
}

/**
 * Builds the page for as long as `measure` takes.
 * @template T
 * @param {(folder: string) => Promise<T>} measure
 * @returns {Promise<T>}
 */
export async function withBuild(measure) {
  const outDir = mkdtempSync(join(tmpdir(), 'built-page-'));
  try {
    await build({ build: { outDir, emptyOutDir: true }, logLevel: 'error' });
    return await measure(outDir);
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

/**
 * Builds the page, opens this address of it, waits for its run, and prints what `measure` finds as one
 * JSON document; `{missing}`, which says why, when there is no browser.
 * @param {string} hash
 * @param {(page: Page) => Promise<unknown>} measure
 */
export const printMeasured = (hash, measure) => printResult(() => measured(hash, measure));

/**
 * @param {string} hash
 * @param {(page: Page) => Promise<unknown>} measure
 */
async function measured(hash, measure) {
  const executablePath = await browserPath();
  if (typeof executablePath !== 'string') return executablePath;
  return withBuild(async (outDir) => {
    const server = await preview({
      build: { outDir },
      preview: { host: '127.0.0.1', port: 0 },
      logLevel: 'error',
    });
    const browser = await chromium.launch({ executablePath, args: launchArgs });
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      origin = server.resolvedUrls?.local[0] ?? '';
      await page.goto(`${origin}?lang=en${hash}`);
      await page.waitForFunction(() => 'zooscope' in window);
      if (hash !== '#/') await page.waitForFunction(() => window.zooscope.frame() !== null);
      return await measure(page);
    } finally {
      await browser.close();
      await server.close();
    }
  });
}

/** Runs in the page before its scripts: React tells this hook of each commit, in production too. */
export function countCommits() {
  let commits = 0;
  Object.assign(window, {
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      isDisabled: false,
      renderers: new Map(),
      inject: () => 1,
      checkDCE: () => undefined,
      onCommitFiberRoot: () => commits++,
      onCommitFiberUnmount: () => undefined,
      onPostCommitFiberRoot: () => undefined,
    },
    commitsOfReact: () => commits,
  });
}

/**
 * Opens a lab cold, a scenario in it (or what it opens with), with or without its dock, at a speed.
 * @param {Page} page
 * @param {{ route: string, scenario: unknown, speed: string, dock: boolean, position?: number }} run
 */
export async function openRun(page, { route, scenario, speed, dock, position }) {
  await page.goto('about:blank');
  await page.goto(`${origin}?lang=en${route}`);
  await page.waitForFunction(() => 'zooscope' in window && window.zooscope.frame() !== null);
  if (scenario !== null)
    await page.evaluate((file) => window.zooscope.send({ type: 'open', scenario: file }), scenario);
  if (position !== undefined)
    await page.evaluate((to) => window.zooscope.send({ type: 'seek', position: to }), position);
  // The page remembers it from one visit to the next.
  const toggle = page.getByRole('button', { name: /^(Hide|Show) the views$/ });
  const shown = (await toggle.getAttribute('aria-label'))?.startsWith('Hide') ?? dock;
  if (shown !== dock) await toggle.click();
  await page.getByRole('combobox', { name: 'Speed' }).selectOption(speed);
  await page.evaluate(() => window.zooscope.idle());
}

/**
 * Says what the main thread has spent so far, ms of processor time: all of it, scripts, and what the
 * browser lays out and styles.
 * @param {Page} page
 */
export async function spentOf(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    /** @param {string} name */
    const of = (name) => 1000 * (metrics.find((one) => one.name === name)?.value ?? 0);
    return {
      task: of('TaskDuration'),
      script: of('ScriptDuration'),
      layout: of('LayoutDuration'),
      style: of('RecalcStyleDuration'),
    };
  };
}
