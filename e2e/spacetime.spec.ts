import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const diagram = (page: Page): Locator => page.getByRole('region', { name: 'Space-time diagram' });
const events = (page: Page): Locator =>
  diagram(page).getByRole('button', { name: /^Event \d+ at / });
const stepOf = async (event: Locator): Promise<number> =>
  Number(/^Event (\d+)/.exec((await event.getAttribute('aria-label')) ?? '')?.[1]);

/** The event that has the focus. */
const focused = (page: Page): Locator => diagram(page).locator('[role="button"]:focus');

test('ten minutes of pings are a pleat, in the diagram and on the timeline', async ({
  lab,
  page,
}) => {
  await lab.openElection();
  await lab.runUntilServing(5);
  const mark = lab.timeline().locator('[data-key^="start-"]').first();
  const advance = (seconds: number) =>
    page.evaluate((until) => window.zooscope.send({ type: 'advance', until }), seconds * 1_000_000);
  await advance(20);
  await lab.idle();
  const before = (await mark.boundingBox())?.x ?? Number.NaN;
  await advance(620);
  await lab.idle();
  // The clock beside the timeline has become wider: less than a sign’s width may change.
  expect(Math.abs(((await mark.boundingBox())?.x ?? 0) - before)).toBeLessThan(8);
  // The election is there still, and so is how long nothing happened since.
  await expect(diagram(page).locator('.time-fold').last()).toContainText(/6[12]\d s$/);
  expect(await events(page).count()).toBeGreaterThan(10);
  await expect(lab.timeline().locator('title').last()).toHaveText(/^6[12]\d s quiet$/);
});

test('an event that is looked at says its sentence there, and pales what did not cause it', async ({
  lab,
  page,
}) => {
  await lab.openElection();
  await lab.runUntilServing(5);
  await lab.timeline().focus();
  const stop = diagram(page).locator('[role="button"][tabindex="0"]');
  await expect(stop).toHaveCount(1);
  await stop.focus();
  const name = (await focused(page).getAttribute('aria-label')) ?? '';
  const sentence = name.slice(name.indexOf(': ') + 2);
  await expect(page.locator('.event-tip')).toContainText(sentence);

  const step = await stepOf(focused(page));
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => stepOf(focused(page))).toBeLessThan(step);
  const earlier = await stepOf(focused(page));
  await expect(diagram(page).locator(`[data-key="step-${earlier - 1}"]`)).toHaveCSS('opacity', '1');
  await expect(diagram(page).locator(`[data-key="step-${step - 1}"]`)).toHaveCSS('opacity', '0.38');
  await page.keyboard.press('Home');
  await expect.poll(() => stepOf(focused(page))).toBeLessThan(5);
  const first = await stepOf(focused(page));
  await expect(focused(page)).toBeInViewport();

  // It leads there, too.
  await page.keyboard.press('Enter');
  await lab.idle();
  await expect(lab.timeline()).toHaveAttribute('aria-valuenow', String(first));
  await page.keyboard.press('Escape');
  await lab.timeline().focus();
  await expect(page.locator('.event-tip')).toHaveCount(0);
});

test('a selected server, or message, is lit in the diagram', async ({ lab, page }) => {
  await lab.openElection();
  await lab.stepUntilMessagesFly();
  await expect(diagram(page).locator('[data-key^="flight-"]').first()).toHaveCSS('opacity', '0.62');
  await lab.inspect(2);
  const ofTwo = (await lab.frame()).messages.find(
    ({ from, to, routine }) => !routine && (from === 2 || to === 2),
  );
  const others = (await lab.frame()).messages.find(
    ({ from, to, routine, kind }) =>
      !routine && kind === 'notification' && from !== 2 && to !== 2 && from !== to,
  );
  const flight = (id: number | undefined) => diagram(page).locator(`[data-key="flight-${id}"]`);
  await expect(flight(ofTwo?.id)).toHaveCSS('opacity', '1');
  await expect(flight(others?.id)).toHaveCSS('opacity', '0.38');
});
