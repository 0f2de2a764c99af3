import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const hero = (page: Page) => page.getByRole('region', { name: 'A live election', exact: true });

/** Who leads, by the simulation itself. */
const leader = (page: Page) =>
  page.evaluate(
    () =>
      window.zooscope
        .frame()
        ?.processes.find(({ state, liveness }) => state === 'LEADING' && liveness === 'up')?.pid,
  );

/** What the hero said, one after the other, and where everything around it stood then. */
interface Seen {
  readonly said: string;
  readonly places: string;
}

/** Notes the hero's sentence, and the places of what stands below and beside it, at each change. */
const watchHero = (page: Page) =>
  page.evaluate(() => {
    const seen: Seen[] = [];
    Object.assign(window, { seen });
    const note = (): void => {
      const around = document.querySelectorAll(
        '.hero-acts > .btn-big, .hero-link, .hero-drawing, .band, .index',
      );
      const places = [...around].map((element) => {
        const { x, y, width } = element.getBoundingClientRect();
        return [x, y, width].map(Math.round).join(' ');
      });
      const said = document.querySelector('.hero-sentence')?.textContent ?? '';
      seen.push({ said, places: places.join(', ') });
    };
    note();
    const hero = document.querySelector('.hero-say');
    if (hero === null) throw new Error('no hero');
    new MutationObserver(note).observe(hero, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });

const seen = (page: Page) => page.evaluate(() => (window as unknown as { seen: Seen[] }).seen);

test('on the first page leaders are killed until there is no majority, and a lesson says why', async ({
  page,
  lab,
  expectAccessible,
}) => {
  await lab.open('#/');
  await expect(hero(page)).toContainText('S3 leads. 3 of 5 have write 1·8');
  await expect(hero(page).getByRole('link')).toHaveCount(0);
  await watchHero(page);

  await lab.press('Kill the leader');
  // The simulation decides; of those with the newest write the one with the larger id leads.
  expect(await leader(page)).toBe(2);
  await expect(hero(page)).toContainText('S2 leads.');
  const all = await seen(page);
  expect(all.map(({ said }) => said)).toContainEqual(expect.stringMatching(/^S3 has crashed\./));
  expect(new Set(all.map(({ places }) => places)).size).toBe(1);
  await expectAccessible();

  // One after the other, until nobody has a majority.
  const killNext = async (): Promise<void> => {
    await lab.button('Kill the leader').click();
    // It has a pace of its own for each election; that was seen above.
    await lab.fastest();
    await lab.idle();
  };
  await killNext();
  expect(await leader(page)).toBeDefined();
  await killNext();
  await expect(hero(page)).toContainText('Only 2 of 5 are up');
  await expect(hero(page).getByRole('link')).toHaveCount(0);

  await lab.press('Begin again');
  await expect(hero(page)).toContainText('S3 leads.');
  await killNext();
  await hero(page)
    .getByRole('link', { name: /^After a crash/ })
    .click();
  await expect(page).toHaveURL(/#\/lesson\/after-a-crash$/);
});

test('with less motion the first page opens still, and plays when asked', async ({ page, lab }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await lab.open('#/');
  await expect(lab.button('Play')).toBeVisible();
  const opened = await page.evaluate(() => window.zooscope.frame()?.position);
  await lab.button('Play').click();
  await lab.fastest();
  await expect
    .poll(() => page.evaluate(() => window.zooscope.frame()?.position))
    .toBeGreaterThan(opened ?? Infinity);
});

test('the election stands still while it is scrolled out of sight, and goes on in sight', async ({
  page,
  lab,
}) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await lab.open('#/');
  await lab.button('Kill the leader').click();
  await page
    .getByRole('heading', { name: 'Paxos', exact: true, level: 2 })
    .scrollIntoViewIfNeeded();
  await expect(hero(page).getByRole('button', { name: 'Play', exact: true })).toBeAttached();
  await lab.idle();
  await lab.fastest();
  await lab.button('Kill the leader').scrollIntoViewIfNeeded();
  await expect(hero(page)).toContainText('S2 leads.');
});

test('a search looks through titles, lines, terms and labs, and says when there is nothing', async ({
  page,
  lab,
}) => {
  await lab.openGallery();
  const search = page.getByRole('searchbox', { name: 'Search lessons' });
  const found = (address: string) => page.getByRole('main').locator(`[href="${address}"]:visible`);

  await search.fill('ephemeral');
  await expect(found('#/lesson/znode-tree')).toBeVisible();
  await expect(found('#/lab/zookeeper')).toBeVisible();
  await expect(found('#/lab/paxos')).toHaveCount(0);
  await search.fill('会话');
  await expect(found('#/lesson/what-a-session-is')).toBeVisible();
  await search.fill('quorum vote');
  await expect(found('#/lesson/majorities')).toBeVisible();
  await expect(found('#/lab/election')).toBeVisible();
  await search.fill('no such thing');
  await expect(page.getByRole('status')).toContainText('No lesson matches “no such thing”.');
});

test('drawings of the first page come without moving anything', async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: unknown[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({
      type: 'layout-shift',
      buffered: true,
    });
  });
  await page.goto('?lang=en#/');
  await page.evaluate(() => window.zooscope.idle());
  expect(await page.locator('.picture svg').count()).toBeGreaterThan(10);
  expect(
    await page.evaluate(() => (window as unknown as { shifts: unknown[] }).shifts.length),
  ).toBe(0);
});
