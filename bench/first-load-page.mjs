// Cold visits of the built page over a slow line: `node bench/first-load-page.mjs`, with the visits to
// make as JSON on standard input. Prints what each met, in ms.
import { browserPath, input, printResult, withBuild } from './built-page.mjs';
import { chromium } from 'playwright-core';
import { launchArgs } from '../scripts/browser.mjs';
import { serveGzip } from './gzip-site.mjs';

/**
 * `slowdown`: of the processor, for the times of paints; `phone`: its screen; `atOnce`: no time is idle,
 * so that what may be shown later is not fetched.
 * @typedef {{ route: string, latency: number, megabits: number, slowdown: number, phone: boolean, atOnce: boolean }} Visit
 * @typedef {import('playwright-core').Browser} Browser
 */

/** How long after it stands there the page is still watched, ms. */
const AFTER = 2000;

await printResult(async () => {
  const executablePath = await browserPath();
  if (typeof executablePath !== 'string') return executablePath;
  return withBuild(async (folder) => {
    const site = await serveGzip(folder);
    const browser = await chromium.launch({ executablePath, args: launchArgs });
    try {
      const met = [];
      for (const visit of /** @type {Visit[]} */ (input()))
        met.push(await visited(browser, site.url, visit));
      return met;
    } finally {
      await browser.close();
      site.close();
    }
  });
});

/**
 * @param {Browser} browser
 * @param {string} url
 * @param {Visit} visit
 */
async function visited(browser, url, { route, latency, megabits, slowdown, phone, atOnce }) {
  const context = await browser.newContext(
    phone
      ? { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true }
      : { viewport: { width: 1350, height: 940 } },
  );
  const page = await context.newPage();
  await page.addInitScript(watch);
  if (atOnce) await page.addInitScript(() => (window.requestIdleCallback = () => 0));
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const bytes = (megabits * 1e6) / 8;
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: bytes,
    uploadThroughput: bytes,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  let [requests, kilobytes] = [0, 0];
  page.on('request', () => requests++);
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    kilobytes += encodedDataLength / 1000;
  });
  await browser.startTracing(page, {
    categories: [
      'toplevel',
      'devtools.timeline',
      'disabled-by-default-devtools.timeline',
      'loading',
    ],
  });
  await page.goto(`${url}?lang=en${route}`);
  await page.waitForFunction(() => performance.getEntriesByName('drawn').length > 0);
  await page.evaluate(() => window.zooscope.idle());
  const live = await page.evaluate(() => performance.now());
  await page.waitForTimeout(AFTER);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const seen = await page.evaluate(() => {
    const first = performance.getEntriesByName('first-contentful-paint')[0];
    const drawn = performance.getEntriesByName('drawn')[0];
    return {
      firstPaint: first?.startTime ?? NaN,
      drawn: drawn?.startTime ?? NaN,
      largestPaint: Number(document.documentElement.dataset['largestPaint'] ?? NaN),
      shifted: Number(document.documentElement.dataset['shifted'] ?? 0),
    };
  });
  await context.close();
  return {
    route,
    requests,
    live,
    kilobytes,
    ...seen,
    tasks: tasksAfterPaint(traceEvents),
  };
}

/** Runs in the page before its scripts: notes paints, shifts, and when the lab or the live election is there. */
function watch() {
  /** @param {string} type @param {(entry: PerformanceEntry & { value?: number }) => void} take */
  const observe = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
    });
  let shifted = 0;
  observe('largest-contentful-paint', ({ startTime }) => {
    document.documentElement.dataset['largestPaint'] = String(startTime);
  });
  observe('layout-shift', ({ value = 0 }) => {
    shifted += value;
    document.documentElement.dataset['shifted'] = String(shifted);
  });
  const look = () => {
    const there = document.querySelector('main svg') !== null;
    if (there && document.querySelector('[data-loading]') === null) performance.mark('drawn');
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/**
 * Processor time, ms, of each task of the page's main thread since its first paint. What the machine
 * does besides is not in it.
 * @param {{ name: string, ph: string, pid: number, tid: number, ts: number, tdur?: number }[]} events
 */
function tasksAfterPaint(events) {
  const paint = events.find(({ name }) => name === 'firstContentfulPaint');
  if (paint === undefined) throw new Error('the trace has no first paint');
  return events
    .filter(
      ({ name, ph, pid, tid, ts }) =>
        name === 'RunTask' &&
        ph === 'X' &&
        pid === paint.pid &&
        tid === paint.tid &&
        ts >= paint.ts,
    )
    .map(({ tdur = 0 }) => tdur / 1000)
    .filter((ms) => ms > 1);
}
