// Drags the timeline of the built page in a real browser: `node bench/scrub-page.mjs`, with the
// scenario of a long run as JSON on standard input. Prints {samples, steps}.
import { input, printMeasured } from './built-page.mjs';

/** @typedef {{ ms: number, frames: number }} Sample from an input to the end of the frame that shows it */
/** @typedef {import('../src/view/command.ts').Command} Command */
/** @typedef {import('../src/view/election.ts').ElectionDetail} ElectionDetail */
/** @typedef {{ painted: () => Promise<Sample | null> }} Watched what `watch` adds to the page's window */

const MOVES = 300;
/** The first ones warm the page up. */
const WARM_UP = 40;
/** A move after which nothing has changed for so long led to the event that was shown already, ms. */
const NOWHERE = 2000;
/** Virtual µs between two crashes of the leader, and how long it is down. */
const ROUND = 12 * 60_000_000;
const DOWN = 30_000_000;

const { scenario, steps } = input();
await printMeasured('#/lab/election?from=start', async (page) => ({
  steps: await longRun(page),
  samples: await dragged(page),
}));

/**
 * Lets the scenario run so far, with a crash of the leader in each round.
 * @param {import('playwright-core').Page} page
 */
function longRun(page) {
  return page.evaluate(
    async ({ scenario: file, steps: enough, round, down }) => {
      const page = window.zooscope;
      /** @param {Command} command */
      const ask = async (command) => {
        const { problem } = await page.send(command);
        if (problem !== null) throw new Error(problem.text);
      };
      const length = () => page.frame()?.length ?? 0;
      /** @param {number} until */
      const advance = async (until) => {
        // Each command takes a bounded number of steps.
        for (let before = -1; before !== length();) {
          before = length();
          await ask({ type: 'advance', until });
        }
      };
      await ask({ type: 'open', scenario: file });
      for (let end = round; length() < enough; end += round) {
        await advance(end);
        const detail = /** @type {ElectionDetail | undefined} */ (page.frame()?.detail);
        const pid = detail?.established?.leader;
        if (pid === undefined) continue;
        await ask({ type: 'intervene', at: end, what: { kind: 'kill', pid } });
        await advance(end + down);
        await ask({ type: 'intervene', at: end + down, what: { kind: 'start', pids: [pid] } });
      }
      return length();
    },
    { scenario, steps, round: ROUND, down: DOWN },
  );
}

/**
 * Drags the timeline's handle to and fro, each move after the last one has been painted.
 * @param {import('playwright-core').Page} page
 */
async function dragged(page) {
  const slider = page.getByRole('slider', { name: 'Timeline' });
  const box = await slider.boundingBox();
  if (box === null) throw new Error('the timeline is not there');
  await slider.evaluate(watch, NOWHERE);
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width / 2, y);
  await page.mouse.down();
  /** @type {Sample[]} */
  const samples = [];
  for (let i = 0; i < MOVES; i++) {
    // To and fro in strides of a few pixels, thousands of events each, and never the same place twice.
    const phase = (i * 0.618) / 8;
    const part = 0.5 + 0.48 * Math.sin(2 * Math.PI * phase);
    const painted = page.evaluate(() =>
      /** @type {Watched} */ (/** @type {unknown} */ (window)).painted(),
    );
    await page.mouse.move(box.x + part * box.width, y);
    const sample = await painted;
    if (sample !== null) samples.push(sample);
  }
  await page.mouse.up();
  return samples.slice(WARM_UP);
}

/**
 * Runs in the page. `painted()` tells of the next input that the slider takes: how long it lasted from
 * the page's getting it to the end of the frame that shows it, and how many frames later than the
 * first possible one that frame was; null when the input has led nowhere else.
 * @param {Element} slider
 * @param {number} nowhere
 */
function watch(slider, nowhere) {
  let frames = 0;
  const count = () => {
    frames++;
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);

  /** @type {((sample: { ms: number, frames: number } | null) => void) | null} */
  let tell = null;
  let since = 0;
  let first = 0;
  slider.addEventListener(
    'pointermove',
    () => {
      since = performance.now();
      // Moves are handed over just before a frame's own callbacks.
      first = frames + 1;
    },
    { capture: true },
  );

  let later = 0;
  const channel = new MessageChannel();
  channel.port1.addEventListener('message', () => {
    tell?.({ ms: performance.now() - since, frames: later });
    tell = null;
  });
  channel.port1.start();
  // What is newly observed is told of at the end of the very frame in which it changed, after its
  // layout; a message sent then comes when that frame has been painted.
  const observer = new ResizeObserver(() => {
    // Counted here: the message may come when the next frame has begun already.
    later = frames - first;
    channel.port2.postMessage(null);
  });
  new MutationObserver(() => {
    observer.disconnect();
    observer.observe(slider);
  }).observe(slider, { attributes: true, attributeFilter: ['aria-valuenow'] });

  /** @type {Watched} */ (/** @type {unknown} */ (window)).painted = () =>
    new Promise((resolve) => {
      tell = resolve;
      setTimeout(() => {
        if (tell !== resolve) return;
        tell = null;
        resolve(null);
      }, nowhere);
    });
}
