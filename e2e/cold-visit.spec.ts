import { visits } from '../scripts/size.mjs';
import { expect, test } from './fixtures.ts';

// Nothing is known from a visit before.
test.use({ reuseContext: false });

for (const { route, files, budget } of visits('dist')) {
  test(`a cold visit of ${route} fetches the files that the report of sizes names`, async ({
    page,
  }) => {
    const fetched = new Set<string>();
    page.on('request', (request) => {
      const path = new URL(request.url()).pathname.replace(/^\/zooscope\//, '');
      if (/(\.js|\.css|^)$/.test(path)) fetched.add(path === '' ? 'index.html' : path);
    });
    await page.goto(`?lang=en${route}`);
    await page.evaluate(() => window.zooscope.idle());
    expect([...fetched].toSorted()).toEqual(files);
    expect(fetched.size).toBeLessThanOrEqual(budget);
  });
}
