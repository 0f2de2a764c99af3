import { expect, test } from './fixtures.ts';
import { Screen } from './screen.ts';

/** Frames in which only positions moved that are looked at. */
const ENOUGH = 40;
/** What a new frame of the run brings (lists asked for, sentences) may follow within so many of the screen. */
const SETTLED = 20;

test('while only positions move, React commits nothing', async ({ lab, page }) => {
  const screen = await Screen.of(page);
  await lab.openElection();
  expect(await page.evaluate(() => window.commits)).toBeGreaterThan(0);
  await lab.stepUntilMessagesFly();
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('0.1×');
  await screen.stand();
  await lab.button('Play').click();

  const look = () =>
    page.evaluate(() => {
      const all = [...document.querySelectorAll('[data-key^="message-"]')];
      const { position } = window.zooscope.frame() ?? {};
      return {
        position,
        commits: window.commits,
        where: all.map((one) => one.getAttribute('transform')).join(),
        // A label that has no room any more is shortened; the sentence of what happened waits until the
        // one before it could be heard: both are more than a new position.
        looks:
          all.map((one) => one.innerHTML).join() +
          (document.querySelector('p[aria-live]')?.textContent ?? ''),
      };
    });
  const seen = { moved: 0, commitsThen: 0 };
  let before = await look();
  for (let still = 0; seen.moved < ENOUGH;) {
    await screen.nextFrame();
    const now = await look();
    still = now.position === before.position ? still + 1 : 0;
    if (still >= SETTLED && now.where !== before.where && now.looks === before.looks) {
      seen.moved += 1;
      seen.commitsThen += now.commits - before.commits;
    }
    before = now;
  }
  expect(seen.commitsThen).toBe(0);
  await screen.goOn();
  await lab.press('Pause');
});
