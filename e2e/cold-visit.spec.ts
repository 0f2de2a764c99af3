import { visits } from '../scripts/visits.mjs';
import { expect, test } from './fixtures.ts';

// Nothing is known from a visit before.
test.use({ reuseContext: false });

for (const { route, files, later, budget } of visits('dist')) {
  test(`a cold visit of ${route} stands there with the files that the report of sizes names`, async ({
    page,
  }) => {
    // No time is idle: what is fetched is what is shown.
    await page.addInitScript(() => {
      window.requestIdleCallback = () => 0;
    });
    const fetched = new Set<string>();
    page.on('request', (request) => {
      const path = new URL(request.url()).pathname.replace(/^\/zooscope\//, '');
      if (/(\.js|\.css|^)$/.test(path)) fetched.add(path === '' ? 'index.html' : path);
    });
    await page.goto(`?lang=en${route}`);
    await page.evaluate(() => window.zooscope.idle());
    expect([...fetched]).toEqual(expect.arrayContaining(files));
    const besides = [...fetched].filter((file) => !files.includes(file));
    expect(later).toEqual(expect.arrayContaining(besides));
    expect(fetched.size).toBeLessThanOrEqual(budget);
  });
}

test('what a lab shows later is there before anybody asks for it', async ({ page, lab }) => {
  const parts = page.waitForEvent('requestfinished', (one) => one.url().includes('/assets/parts-'));
  const widgets = page.waitForEvent('requestfinished', (one) => one.url().includes('/widgets-'));
  await lab.openElection();
  await Promise.all([parts, widgets]);
  const again: string[] = [];
  page.on('request', (request) => again.push(request.url()));
  await lab.press('Share');
  await expect(page.getByRole('dialog', { name: 'Share' })).toBeVisible();
  expect(again.filter((url) => url.includes('/widgets-'))).toEqual([]);
});
