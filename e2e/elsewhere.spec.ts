import { writeFileSync } from 'node:fs';
import { expect, test } from './fixtures.ts';
import { serve } from './site.ts';

test('the page is used inside a frame of a course page on another host', async ({ page }, info) => {
  await using site = await serve('dist', '/any/path/');
  const course = `<link rel="icon" href="data:," /><h1>Week 3</h1><iframe title="lab" width="1200" height="700" src="${site.url}?lang=en#/lab/election?from=start"></iframe>`;
  writeFileSync(info.outputPath('index.html'), course);
  // Another port is another origin.
  await using school = await serve(info.outputDir, '/');
  await page.goto(school.url);
  const lab = page.frameLocator('iframe[title="lab"]');
  await lab.getByRole('button', { name: 'Step forward' }).click();
  await expect(lab.getByText('event 1', { exact: true })).toBeVisible();
  await lab.getByRole('button', { name: 'Share', exact: true }).click();
  const link = lab.getByRole('textbox', { name: 'Link to this run' });
  await expect(link).toHaveValue(/^http:\/\/127\.0\.0\.1:\d+\/any\/path\/#\/lab\/election\?run=/);
});

test('a link’s preview finds title, sentence and picture in the page as it is sent', async ({
  request,
}) => {
  const html = await (await request.get('')).text();
  const content = (name: string): string =>
    new RegExp(`<meta (?:property|name)="${name}" content="([^"]+)"`).exec(html)?.[1] ?? '';
  expect(content('og:title')).toMatch(/^Zooscope/);
  expect(content('og:description')).toContain('浏览器');
  const picture = await request.get(content('og:image'));
  expect(picture.headers()['content-type']).toBe('image/png');
});
