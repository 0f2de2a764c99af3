// Plays a scenario in the built page in a real browser: `node bench/duel-page.mjs`, with {lab,
// scenario, speed, way} as JSON on standard input. Prints {frames, longTasks, task, script, commits, events}.
import { countCommits, input, printMeasured, spentOf } from './built-page.mjs';

/** @typedef {{ frames: number[], longTasks: number[], commits: number, from: number }} Noted */
/** @typedef {{ noted: Noted }} Watched what `watch` adds to the page's window */

const WARM_UP_MS = 2000;
const LONG_MS = 8000;

const { lab, scenario, speed, way = [] } = input();
await printMeasured(`#/lab/${lab}?from=start`, async (page) => {
  await page.addInitScript(countCommits);
  await page.reload();
  await page.waitForFunction(() => 'zooscope' in window && window.zooscope.frame() !== null);
  await page.evaluate(
    ([file, begins]) => window.zooscope.send({ type: 'open', scenario: file, way: begins }),
    [scenario, way],
  );
  await page.getByRole('combobox', { name: 'Speed' }).selectOption(speed);
  await page.evaluate(watch);

  const spent = await spentOf(page);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await page.waitForTimeout(WARM_UP_MS);
  const before = await spent();
  await page.evaluate(begin);
  await page.waitForTimeout(LONG_MS);
  const found = await page.evaluate(end);
  const after = await spent();
  if (!(await page.getByRole('button', { name: 'Pause', exact: true }).isVisible())) {
    throw new Error('the run has come to its end before it was measured');
  }
  return { ...found, task: after.task - before.task, script: after.script - before.script };
});

/** Runs in the page: notes every animation frame and every long task. */
function watch() {
  /** @type {Noted} */
  const noted = { frames: [], longTasks: [], commits: 0, from: 0 };
  /** @type {Watched} */ (/** @type {unknown} */ (window)).noted = noted;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) noted.longTasks.push(duration);
  }).observe({ type: 'longtask' });
  let last = performance.now();
  /** @param {number} now */
  const frame = (now) => {
    noted.frames.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** Runs in the page: what was noted so far does not count. */
function begin() {
  const here = /** @type {Watched & { commitsOfReact: () => number }} */ (
    /** @type {unknown} */ (window)
  );
  here.noted.frames.length = 0;
  here.noted.longTasks.length = 0;
  here.noted.commits = here.commitsOfReact();
  here.noted.from = window.zooscope.frame()?.position ?? 0;
}

/** Runs in the page: what was noted since. */
function end() {
  const here = /** @type {Watched & { commitsOfReact: () => number }} */ (
    /** @type {unknown} */ (window)
  );
  const { frames, longTasks, commits, from } = here.noted;
  return {
    frames,
    longTasks,
    commits: here.commitsOfReact() - commits,
    events: (window.zooscope.frame()?.position ?? 0) - from,
  };
}
