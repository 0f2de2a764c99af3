// Plays runs in the built page in a real browser: `node bench/playing-page.mjs`, with {runs: [{route,
// scenario, speed, dock, seconds}]} as JSON on standard input. Prints for each what a frame cost.
import { countCommits, input, openRun, printMeasured, spentOf } from './built-page.mjs';

const WARM_UP_MS = 1500;

const { runs } = input();
await printMeasured('#/', async (page) => {
  await page.addInitScript(countCommits);
  const found = [];
  for (const run of runs) {
    await openRun(page, run);
    const spent = await spentOf(page);
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.waitForTimeout(WARM_UP_MS);
    await page.evaluate(begin);
    const before = await spent();
    await page.waitForTimeout(run.seconds * 1000);
    const noted = await page.evaluate(end);
    const after = await spent();
    /** @param {keyof typeof after} name */
    const each = (name) => (after[name] - before[name]) / noted.frames;
    const cost = { task: each('task'), script: each('script') };
    found.push({ ...cost, layout: each('layout'), style: each('style'), ...noted });
  }
  return found;
});

/** Runs in the page: counts animation frames from now on. */
function begin() {
  const here =
    /** @type {{ commitsOfReact: () => number, counted: { frames: number, commits: number } }} */ (
      /** @type {unknown} */ (window)
    );
  here.counted = { frames: 0, commits: here.commitsOfReact() };
  const count = () => {
    here.counted.frames++;
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
}

/** Runs in the page: what was counted. */
function end() {
  const here =
    /** @type {{ commitsOfReact: () => number, counted: { frames: number, commits: number } }} */ (
      /** @type {unknown} */ (window)
    );
  const { frames, commits } = here.counted;
  return {
    frames,
    commits: (here.commitsOfReact() - commits) / frames,
    elements: document.querySelectorAll('*').length,
    messages: window.zooscope.frame()?.messages.length ?? 0,
  };
}
