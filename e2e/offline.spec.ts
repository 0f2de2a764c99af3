import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { POLICY } from '../scripts/policy.mjs';
import { expect, test } from './fixtures.ts';
import { Lab } from './lab.ts';
import { nextBuild } from './next-build.ts';
import { ROUTES } from './routes.ts';
import { serve } from './site.ts';

// A service worker outlives its page: each journey has a browser window of its own.
test.use({ serviceWorkers: 'allow', reuseContext: false });

/** The longest that Chromium lets a worker that is to be replaced finish what it has under way. */
const FAREWELL_MS = 300_000;

const headers = { 'Content-Security-Policy': POLICY };

/** Waits until this page is served from what the service worker keeps. */
const kept = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');

test('after the first visit every route opens without a network', async ({ page, context }) => {
  const site = await serve('dist', '/under/a/path/', headers);
  await page.goto(`${site.url}?lang=en`);
  await kept(page);
  await context.setOffline(true);
  await site[Symbol.asyncDispose]();

  const lab = new Lab(page);
  for (const route of ROUTES) {
    await page.goto('about:blank');
    await page.goto(`${site.url}?lang=en${route}`);
    await lab.idle();
    await expect(page.getByRole('heading').first()).toBeVisible();
    await expect(page.getByText('This part of the page has failed')).toHaveCount(0);
  }
  await page.goto(`${site.url}?lang=zh-CN#/lab/election`);
  await lab.idle();
  await expect(page.getByRole('button', { name: '播放', exact: true }).first()).toBeVisible();
});

test('what is kept is every file that a route can ask for', () => {
  const kept = readFileSync('dist/sw.js', 'utf8');
  const built = readdirSync('dist/assets').map((file) => `assets/${file}`);
  expect(built.length).toBeGreaterThan(100);
  expect([...built, 'index.html', 'early.js'].filter((file) => !kept.includes(file))).toEqual([]);
});

test('a newer build says so, waits for Reload, and is never mixed with the one on screen', async ({
  page,
  context,
}, info) => {
  const next = info.outputPath('next');
  nextBuild(next);
  await using site = await serve('dist', '/', headers);
  const asked: string[] = [];
  const open = async (tab: Page): Promise<void> => {
    await tab.goto(`${site.url}?lang=en#/lab/counter`);
    await new Lab(tab).idle();
  };
  await open(page);
  await kept(page);
  const other = await context.newPage();
  await open(other);
  const notice = page.getByRole('region', { name: 'Newer version' });
  await expect(notice).toHaveCount(0);

  site.publish(next);
  await page.reload();
  await new Lab(page).idle();
  await expect(notice).toContainText('A newer version is ready.');
  const script = (tab: Page) => tab.locator('script[src*="/page-"]');
  const before = /assets\/page-[\w-]{8}\.js$/;
  await expect(script(page)).toHaveAttribute('src', before);

  // What this build had not fetched yet still comes from it.
  page.on('response', (response) => asked.push(`${response.status()} ${response.url()}`));
  await page.evaluate(() => (location.hash = '#/lab/paxos'));
  await expect(page.getByRole('heading', { name: 'Paxos' }).first()).toBeVisible();
  // A browser lets a newer worker take over once the present one has nothing under way.
  await new Lab(page).idle();
  // By their whole names: one of this build may end in an x, too.
  const newer = readdirSync(join(next, 'assets'));
  expect(asked.filter((one) => newer.includes(basename(one)))).toEqual([]);

  await notice.getByRole('button', { name: 'Reload' }).click();
  await expect(script(page)).toHaveAttribute('src', /assets\/page-[\w-]{8}x\.js$/, {
    timeout: FAREWELL_MS + 60_000,
  });
  await expect(notice).toHaveCount(0);

  // The other tab goes on with its own build, though the host has it no more.
  await expect(script(other)).toHaveAttribute('src', before);
  await other.evaluate(() => (location.hash = '#/lab/zookeeper'));
  await new Lab(other).idle();
  await expect(other.getByRole('heading', { name: 'ZooKeeper' }).first()).toBeVisible();
  await expect(other.getByText('This part of the page has failed')).toHaveCount(0);
});

test('the site can be installed', async ({ page, request }) => {
  await page.goto('');
  const href = await page.locator('link[rel="manifest"]').getAttribute('href');
  const manifest = (await (await request.get(href ?? '')).json()) as {
    icons: { src: string; sizes: string }[];
  };
  expect(manifest).toMatchObject({ name: 'Zooscope', start_url: './', display: 'standalone' });
  expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(
    expect.arrayContaining(['192x192', '512x512']),
  );
  for (const { src } of manifest.icons) expect((await request.get(src)).ok()).toBe(true);
});

test('opened as a file the page says why it stays blank and what to do', async ({
  page,
  consoleErrors,
}) => {
  await page.goto(pathToFileURL('dist/index.html').href);
  await expect(page.getByText('npx serve').first()).toBeVisible();
  await expect(page.getByText('直接打开文件时')).toBeVisible();
  // That browsers refuse the scripts is what this is about.
  consoleErrors.length = 0;
});

test('from a host nobody sees what is said of files', async ({ page }) => {
  await page.goto('');
  await page.evaluate(() => window.zooscope.idle());
  await expect(page.getByText('npx serve')).toHaveCount(0);
});
