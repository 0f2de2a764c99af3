import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import { Lab } from './lab.ts';

test('a shared link replays the run to the same digest on another page', async ({
  lab,
  page,
  context,
}) => {
  await lab.openElection();
  await lab.stepUntilMessagesFly();
  await lab.kill(5);
  await lab.runUntilLeader();
  await lab.partition([1]);
  await lab.steps(3);
  const { position, time } = await lab.frame();
  const digest = await lab.digest();
  expect(digest).toMatch(/^[0-9a-f]{16}$/);

  const link = await lab.linkToThisRun();
  expect(link).toMatch(/\/zooscope\/#\/lab\/election\?run=[\w-]+$/);

  const other = new Lab(await context.newPage());
  await other.page.goto(link);
  await other.idle();
  await other.expectPosition(position);
  await other.expectState(4, 'LEADING');
  expect(await other.digest()).toBe(digest);
  expect((await other.frame()).time).toBe(time);
  await expect(other.page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0);
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('the link can be copied', async ({ lab, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await lab.openElection();
  const link = await lab.linkToThisRun();
  const dialog = lab.dialog('Share this run');
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
});

test('a saved scenario file opens again and replays to the same digest', async ({ lab, page }) => {
  await lab.openElection();
  await lab.runUntilLeader();
  await lab.kill(5);
  await lab.runUntilLeader();
  const digest = await lab.digest();
  const { position, time } = await lab.frame();

  await lab.button('Share').click();
  const download = page.waitForEvent('download');
  await lab.dialog('Share this run').getByRole('button', { name: 'Save scenario file' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('zooscope-election.json');
  const content = await readFile(await file.path(), 'utf8');
  expect(JSON.parse(content)).toMatchObject({ format: 'zooscope-scenario', version: 3 });

  await lab.openElection();
  await lab.chooseFile('run.json', content);
  await lab.runToPosition(position, time);
  expect(await lab.digest()).toBe(digest);
  await lab.expectStates({ 4: 'LEADING', 5: 'CRASHED' });
});

test('a scenario file can be dropped on the lab', async ({ lab, page }) => {
  await lab.openElection();
  const saved = await page.evaluate(async () => {
    const { scenario } = await window.zooscope.send({ type: 'save' });
    return JSON.stringify({ ...scenario, setup: { profile: 'golden', servers: [{ sid: 9 }] } });
  });
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'run.json', { type: 'application/json' }));
    return transfer;
  }, saved);
  await page.getByRole('region', { name: 'Stage' }).dispatchEvent('drop', { dataTransfer: data });
  await expect(lab.server(9)).toBeVisible();
  await expect(lab.server(1)).toHaveCount(0);
});

test('the stage is saved as a well-formed SVG with its servers', async ({ lab, page }) => {
  await lab.openElection();
  await lab.stepUntilMessagesFly();
  await lab.button('Share').click();
  const download = page.waitForEvent('download');
  await lab.dialog('Share this run').getByRole('button', { name: 'Save stage as SVG' }).click();
  const svg = await readFile(await (await download).path(), 'utf8');

  // Elsewhere: what may stand in the site's own page says nothing about a file.
  const blank = await page.context().newPage();
  const seen = await blank.evaluate((text) => {
    const document_ = new DOMParser().parseFromString(text, 'image/svg+xml');
    return {
      root: document_.documentElement.nodeName,
      broken: document_.querySelector('parsererror')?.textContent ?? null,
      texts: [...document_.querySelectorAll('text')].map((one) => one.textContent),
      links: /href="http|url\(http|<script/.test(text),
    };
  }, svg);
  expect(seen).toMatchObject({ root: 'svg', broken: null, links: false });
  expect(seen.texts).toEqual(expect.arrayContaining(['S1', 'S3', 'LOOKING']));
});

test('the stage is saved as a PNG of a useful size', async ({ lab, page }) => {
  await lab.openElection();
  await lab.runUntilLeader();
  await lab.button('Share').click();
  const download = page.waitForEvent('download');
  await lab.dialog('Share this run').getByRole('button', { name: 'Save stage as PNG' }).click();
  const png = await readFile(await (await download).path());
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBeGreaterThan(900);
  expect(png.readUInt32BE(20)).toBeGreaterThan(500);
  // A blank picture of this size is far smaller.
  expect(png.length).toBeGreaterThan(10_000);
});
