// Types lines at zkCli in the built page in a real browser, at the quickest speed: `node
// bench/answer-page.mjs`. Prints the times from Enter to the frame that shows the next prompt, ms.
import { printMeasured } from './built-page.mjs';

const LINES = 60;
/** The first ones warm the page up. */
const WARM_UP = 10;

await printMeasured('#/lab/zookeeper?from=start', async (page) => {
  await page.evaluate(() =>
    window.zooscope.send({ type: 'run-until', condition: { quiet: true }, withinMs: 60_000 }),
  );
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('50×');
  await page.getByRole('tab', { name: 'zkCli', exact: true }).click();
  const field = page.getByRole('textbox', { name: 'zkCli command', exact: true });
  await field.evaluate(watch);
  for (let n = 0; n < LINES; n++) {
    await page.evaluate(() => window.zooscope.idle());
    await field.fill(`create /n${n} x`);
    await field.press('Enter');
    await page.waitForFunction(
      (all) => performance.getEntriesByName('answer').length === all,
      n + 1,
    );
  }
  return page.evaluate(
    (from) =>
      performance
        .getEntriesByName('answer')
        .map(({ duration }) => duration)
        .slice(from),
    WARM_UP,
  );
});

/**
 * Runs in the page: measures from each Enter until there is another prompt.
 * @param {Element} field
 */
function watch(field) {
  const prompt = () => field.parentElement?.firstElementChild?.textContent ?? '';
  field.addEventListener('keydown', (event) => {
    if (/** @type {KeyboardEvent} */ (event).key !== 'Enter') return;
    const before = prompt();
    performance.mark('enter');
    const look = () => {
      if (prompt() === before || !prompt().startsWith('[zk')) requestAnimationFrame(look);
      else performance.measure('answer', 'enter');
    };
    look();
  });
}
