import { deflateRawSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { experiment } from '../src/page/labs/cap/presets.ts';
import { expect, test } from './fixtures.ts';
import { runUntil } from './run-until.ts';

/** A valid run in which much happens in no time: five servers whose tick is a millisecond. */
const hostile = experiment('zookeeper', { tickMs: 1 });

/** A link to an event of it at which nobody would wait to arrive. */
const link = deflateRawSync(
  JSON.stringify({ v: 1, scenario: hostile, digest: '0000000000000000', position: 390_000 }),
).toString('base64url');

const progress = (page: Page) => page.getByRole('progressbar', { name: 'Steps of the run' });
const said = (page: Page, what: RegExp) => page.getByRole('status').filter({ hasText: what });

/** Processor time of the page and its workers, s: what a machine that does other things, too, leaves as it is. */
const worked = async (page: Page): Promise<number> => {
  const session = await page.context().browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
  await session?.detach();
  const pages = processInfo.filter(({ type }) => type === 'renderer');
  return pages.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
};

/** Whether what is said of long work lies over the stage, by the size of the window. */
const overStage = async (page: Page, sizes: readonly (readonly [number, number])[]) => {
  const over: [number, number, boolean][] = [];
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    await expect(page.getByRole('region', { name: 'Stage' })).toBeVisible();
    const [box, stage] = await Promise.all(
      ['What takes long', 'Stage'].map((name) =>
        page.getByRole('region', { name, exact: true }).boundingBox(),
      ),
    );
    if (!box || !stage) throw new Error('not both are there');
    const inside = box.x >= 0 && box.x + box.width <= width && box.y + box.height <= height;
    const apart = box.x + box.width <= stage.x || box.y >= stage.y + stage.height;
    over.push([width, height, !(inside && apart)]);
  }
  return over;
};

test('a link to a moment far away says how far it is, and can be stopped on the way', async ({
  lab,
  page,
}) => {
  await page.goto(`?lang=en#/lab/cap?run=${link}`);
  await expect(progress(page)).toBeVisible();
  await expect(said(page, /^Still working/)).toHaveCount(1);
  await expect(progress(page)).toHaveAttribute('aria-valuetext', /^[\d,]+ of 390,000 steps$/);
  // Nobody is taken away from where they are.
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).not.toBeFocused();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(progress(page)).toHaveCount(0);
  await lab.idle();
  await expect(said(page, /^Stopped: the run stands at event [\d,]+\.$/)).toHaveCount(1);
  // It is not this run that comes out differently: nobody has come to the link's moment.
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0);
  const there = await lab.position();
  expect(there).toBeGreaterThan(0);
  expect(there).toBeLessThan(390_000);
  // The page is there, and what it says of the stop is over when the run goes on.
  await lab.press('Step forward');
  expect(await lab.position()).toBeGreaterThan(there);
  await expect(said(page, /^Stopped/)).toHaveCount(0);
});

test('a search is told within a second, and Escape stops it', async ({ lab, page }) => {
  await lab.openCold('cap');
  await lab.chooseFile('hostile.json', JSON.stringify(hostile));
  const before = await worked(page);
  const search = runUntil(page, { timeMs: 1e9 }, 1e9);
  await expect(progress(page)).toBeVisible();
  expect((await worked(page)) - before).toBeLessThan(1);
  const sizes = [
    [1280, 720],
    [1920, 1080],
    [800, 900],
    [390, 844],
  ] as const;
  expect(await overStage(page, sizes)).toEqual(sizes.map((size) => [...size, false]));
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.keyboard.press('Escape');
  expect(await search).toMatchObject({ stopped: true });
  await lab.idle();
  await expect(said(page, /^Stopped: the run stands at event/)).toHaveCount(1);
  const digest = await lab.digest();
  const position = await lab.position();
  // The same moment, come to at once.
  await lab.press('Restart');
  await page.evaluate((at) => window.zooscope.send({ type: 'seek', position: at }), position);
  expect(await lab.digest()).toBe(digest);
  await lab.press('Dismiss');
  await expect(said(page, /^Stopped/)).toHaveCount(0);
});

test('what takes long is told and stopped in Chinese, too, and is accessible', async ({
  lab,
  page,
  expectAccessible,
}) => {
  await lab.open('#/lab/cap?from=start', 'lang=zh-CN');
  await page.evaluate((scenario) => window.zooscope.send({ type: 'open', scenario }), hostile);
  const search = runUntil(page, { timeMs: 1e9 }, 1e9);
  await expect(said(page, /^仍在计算/)).toHaveCount(1);
  await expectAccessible();
  await page.getByRole('button', { name: '停止', exact: true }).click();
  expect(await search).toMatchObject({ stopped: true });
  await expect(said(page, /^已停止：运行停在事件/)).toHaveCount(1);
});
