// An election at 0.1× in the built page in a real browser: `node bench/moving-page.mjs`. Prints {moved,
// commits}: animation frames in which only positions moved, and React's commits in them.
import { countCommits, printMeasured } from './built-page.mjs';

/** Messages in flight that make it worth looking. */
const FLYING = 4;

await printMeasured('#/lab/election?from=start', async (page) => {
  await page.addInitScript(countCommits);
  await page.reload();
  await page.waitForFunction(() => 'zooscope' in window && window.zooscope.frame() !== null);
  const flying = () => page.evaluate(() => window.zooscope.frame()?.messages.length ?? 0);
  while ((await flying()) < FLYING) {
    await page.getByRole('button', { name: 'Step forward' }).click();
    await page.evaluate(() => window.zooscope.idle());
  }
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('0.1×');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  return page.evaluate(moving);
});

/** Runs in the page. */
async function moving() {
  const commits = () =>
    /** @type {{ commitsOfReact: () => number }} */ (
      /** @type {unknown} */ (window)
    ).commitsOfReact();
  const messages = () => [...document.querySelectorAll('[data-key^="message-"]')];
  const places = () =>
    messages()
      .map((one) => one.getAttribute('transform'))
      .join();
  // A label that is shortened for want of room, or another sentence, is more than a new position.
  const looks = () =>
    messages()
      .map((one) => one.innerHTML)
      .join() + (document.querySelector('p[aria-live]')?.textContent ?? '');
  const found = { moved: 0, commits: 0 };
  let shown = window.zooscope.frame();
  let still = 0;
  for (let frames = 0; frames < 300; frames++) {
    const before = { commits: commits(), places: places(), looks: looks() };
    await new Promise(requestAnimationFrame);
    const frame = window.zooscope.frame();
    // What a new frame of the run brings may follow within some frames of the screen.
    still = frame === shown ? still + 1 : 0;
    shown = frame;
    if (still < 20 || places() === before.places || looks() !== before.looks) continue;
    found.moved += 1;
    found.commits += commits() - before.commits;
  }
  return found;
}
