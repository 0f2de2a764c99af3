// Plays runs in the built page in a real browser: `node bench/playing-page.mjs`, with {runs: [{route,
// scenario, speed, dock, seconds, naively}]} as JSON on standard input. Prints for each what a frame cost,
// and where it says `naively` what it cost a naive drawing of the same messages by React.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { countCommits, input, openRun, printMeasured, spentOf } from './built-page.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./naive-svg.mjs').Crowd} Crowd */

const WARM_UP_MS = 1500;
/** Virtual µs that pass in a second at the pace and speed of the crowd. */
const RATE = 100_000;

const { runs } = input();
await printMeasured('#/', async (page) => {
  await page.addInitScript(countCommits);
  const found = [];
  for (const run of runs) {
    await openRun(page, run);
    const crowd = { ...(await page.evaluate(underWay)), rate: RATE };
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    const cost = await measured(page, run.seconds);
    const naive = run.naively === true ? await naively(page, crowd, run.seconds) : null;
    found.push({ ...cost, naiveTask: naive?.task ?? null });
  }
  return found;
});

/**
 * What a frame costs from now on.
 * @param {Page} page
 * @param {number} seconds
 */
async function measured(page, seconds) {
  const spent = await spentOf(page);
  await page.waitForTimeout(WARM_UP_MS);
  await page.evaluate(begin);
  const before = await spent();
  await page.waitForTimeout(seconds * 1000);
  const noted = await page.evaluate(end);
  const after = await spent();
  /** @param {keyof typeof after} name */
  const each = (name) => (after[name] - before[name]) / noted.frames;
  const cost = { task: each('task'), script: each('script') };
  return { ...cost, layout: each('layout'), style: each('style'), ...noted };
}

/**
 * The same of a naive drawing, in an empty page.
 * @param {Page} page
 * @param {Crowd} crowd
 * @param {number} seconds
 */
async function naively(page, crowd, seconds) {
  const bundle = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(new URL('naive-svg.mjs', import.meta.url)),
        formats: ['iife'],
        name: 'naive',
      },
    },
  });
  const [built] = Array.isArray(bundle) ? bundle : [bundle];
  if (built === undefined || !('output' in built)) throw new Error('nothing was built');
  await page.goto('about:blank');
  await page.addScriptTag({ content: built.output[0].code });
  await page.evaluate(
    (shown) =>
      /** @type {{ drawNaively: (crowd: Crowd) => void }} */ (
        /** @type {unknown} */ (window)
      ).drawNaively(shown),
    crowd,
  );
  return measured(page, seconds);
}

/** Runs in the page: the messages of the moment shown. @returns {Omit<Crowd, 'rate'>} */
function underWay() {
  const { messages = [], processes = [], time = 0 } = window.zooscope.frame() ?? {};
  return {
    messages: messages.map(({ id, from, to, leftAt, arrivesAt, label }) => {
      return { id, from, to, leftAt, arrivesAt, label };
    }),
    pids: processes.map(({ pid }) => pid),
    time,
  };
}

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
  const { messages = [], processes = [] } =
    ('zooscope' in window ? window.zooscope.frame() : null) ?? {};
  return {
    frames,
    commits: (here.commitsOfReact() - commits) / frames,
    elements: document.querySelectorAll('*').length,
    processes: processes.length,
    messages: messages.length,
  };
}
