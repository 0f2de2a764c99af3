import { expect, test } from './fixtures.ts';

declare global {
  interface Window {
    /** How often React has committed. */
    commits: number;
  }
}

test('while only positions move, React commits nothing', async ({ lab, page }) => {
  // React reports each commit to this hook, in production builds too.
  await page.addInitScript(() => {
    window.commits = 0;
    Object.assign(window, {
      __REACT_DEVTOOLS_GLOBAL_HOOK__: {
        supportsFiber: true,
        isDisabled: false,
        renderers: new Map(),
        inject: () => 1,
        checkDCE: () => undefined,
        onCommitFiberRoot: () => window.commits++,
        onCommitFiberUnmount: () => undefined,
        onPostCommitFiberRoot: () => undefined,
      },
    });
  });
  await lab.openElection();
  expect(await page.evaluate(() => window.commits)).toBeGreaterThan(0);
  await lab.stepUntilMessagesFly();
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('0.1×');
  await lab.button('Play').click();

  const seen = await page.evaluate(async () => {
    const all = (): Element[] => [...document.querySelectorAll('[data-key^="message-"]')];
    const where = (): string =>
      all()
        .map((one) => one.getAttribute('transform'))
        .join();
    // A label that has no room any more is shortened; the sentence of what happened waits until the
    // one before it could be heard: both are more than a new position.
    const looks = (): string =>
      all()
        .map((one) => one.innerHTML)
        .join() + (document.querySelector('p[aria-live]')?.textContent ?? '');
    const total = { moved: 0, commitsThen: 0 };
    let frame = window.zooscope.frame();
    let still = 0;
    for (let frames = 0; frames < 240; frames++) {
      const before = { commits: window.commits, where: where(), looks: looks() };
      await new Promise(requestAnimationFrame);
      const now = window.zooscope.frame();
      // What a new frame brings (lists asked for, sentences) may follow within a few frames.
      still = now === frame ? still + 1 : 0;
      frame = now;
      if (still < 20 || where() === before.where || looks() !== before.looks) continue;
      total.moved += 1;
      total.commitsThen += window.commits - before.commits;
    }
    return total;
  });
  expect(seen.moved).toBeGreaterThan(30);
  expect(seen.commitsThen).toBe(0);
  await lab.press('Pause');
});
