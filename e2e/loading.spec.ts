import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** The files of the labs. */
const OF_LABS = /\/assets\/(lab|widgets|sim\.worker)-[\w-]+\.js$/;
/** What runs the simulation. */
const SIMULATION = /\/assets\/sim\.worker-[\w-]+\.js$/;

/** Holds back such files until what it gives back is called. */
const hold = async (page: Page, files: RegExp): Promise<() => Promise<void>> => {
  let go = (): void => undefined;
  const gone = new Promise<void>((resolve) => (go = resolve));
  await page.route(files, async (route) => {
    await gone;
    await route.continue();
  });
  return async () => {
    go();
    await page.waitForFunction(() => 'zooscope' in window);
    await page.evaluate(() => window.zooscope.idle());
  };
};

/** The left and upper edges of what stands in a lab before and after it has come. */
const edges = async (page: Page) => {
  const play = await page.getByRole('button', { name: 'Play', exact: true }).first().boundingBox();
  const stage = await page.getByRole('region', { name: 'Stage', exact: true }).boundingBox();
  const title = await page.getByRole('heading', { level: 1 }).boundingBox();
  return [play, stage, title].map((box) => [Math.round(box?.x ?? -1), Math.round(box?.y ?? -1)]);
};

for (const [size, viewport] of [
  ['a laptop', { width: 1280, height: 720 }],
  ['a large screen', { width: 1920, height: 1080 }],
] as const) {
  test(`on ${size} a lesson being fetched shows its first frame, and nothing moves when it comes`, async ({
    page,
    expectAccessible,
  }) => {
    await page.setViewportSize(viewport);
    const goOn = await hold(page, OF_LABS);
    await page.goto('?lang=en#/lesson/after-a-crash');

    const stage = page.getByRole('region', { name: 'Stage', exact: true });
    await expect(stage.locator('svg')).toContainText('S5');
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeDisabled();
    await expectAccessible();
    const before = await edges(page);

    await goOn();
    await expect(page.getByRole('button', { name: 'Play', exact: true }).first()).toBeEnabled();
    const after = await edges(page);
    // A hairline between two panels may fall on either side of a pixel.
    for (const [index, [x = 0, y = 0]] of after.entries()) {
      expect(Math.abs(x - (before[index]?.[0] ?? Infinity))).toBeLessThanOrEqual(2);
      expect(Math.abs(y - (before[index]?.[1] ?? Infinity))).toBeLessThanOrEqual(2);
    }
  });
}

test('what is seen first, and its words, are fetched while the lab itself is still on its way', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const goOn = await hold(page, OF_LABS);
  await page.goto('?lang=zh-CN#/lab/paxos');
  await expect(
    page.getByRole('region', { name: '舞台', exact: true }).locator('svg'),
  ).toBeVisible();
  for (const part of ['paxos', 'paxos.built', 'said-zh-CN']) {
    expect(asked).toContainEqual(expect.stringContaining(`/assets/${part}-`));
  }
  // Its files would only be in the way of those.
  expect(asked.filter((path) => SIMULATION.test(path))).toEqual([]);
  await goOn();
});

for (const address of ['#/lab/election', '#/lesson/after-a-crash']) {
  test(`${address} stands there before its simulation has come, which then does what was pressed`, async ({
    page,
  }) => {
    const goOn = await hold(page, SIMULATION);
    await page.goto(`?lang=en${address}`);
    const step = page.getByRole('button', { name: 'Step forward', exact: true });
    await expect(step).toBeEnabled();
    await expect(page.locator('[data-loading]')).toHaveCount(0);
    const before = await page.evaluate(() => window.zooscope.frame());
    expect(before?.processes.length).toBeGreaterThan(0);
    await step.click();
    await goOn();
    const after = await page.evaluate(() => window.zooscope.frame()?.position ?? 0);
    expect(after).toBeGreaterThan(before?.position ?? 0);
  });
}

test('a run of its own in the address waits for nothing before its simulation', async ({
  page,
}) => {
  const goOn = await hold(page, /\/assets\/page-[\w-]+\.js$/);
  const asked = page.waitForRequest(SIMULATION);
  await page.goto('?lang=en#/lab/election?from=start', { waitUntil: 'commit' });
  await asked;
  await goOn();
});

test('the page is not idle before its words are there and its run is open', async ({ page }) => {
  let go = (): void => undefined;
  const gone = new Promise<void>((resolve) => (go = resolve));
  await page.route(/\/assets\/zh-CN-[\w-]+\.js$/, async (route) => {
    await gone;
    await route.continue();
  });
  await page.goto('?lang=zh-CN#/lab/zookeeper?from=start');
  const first = await page.evaluate(async () => {
    // Two quiet frames of the screen would do, if the page were idle.
    const frames = async (count: number): Promise<'busy'> => {
      for (let left = count; left > 0; left--) await new Promise(requestAnimationFrame);
      return 'busy';
    };
    return Promise.race([window.zooscope.idle().then(() => 'idle'), frames(10)]);
  });
  expect(first).toBe('busy');
  go();
  await page.evaluate(() => window.zooscope.idle());
  expect(await page.evaluate(() => window.zooscope.frame()?.position)).toBe(0);
});

test('a lab takes the place of its first frame when it is drawn: no stage stands empty between them', async ({
  page,
}) => {
  await page.addInitScript(() => {
    let before = false;
    const look = (): void => {
      const drawn = [...document.querySelectorAll('section[aria-label="Stage"] svg')].some((one) =>
        one.checkVisibility({ visibilityProperty: true }),
      );
      if (before && !drawn) document.documentElement.dataset['emptyStages'] = 'seen';
      before = drawn;
      requestAnimationFrame(look);
    };
    look();
  });
  await page.goto('?lang=en#/lab/election');
  await page.evaluate(() => window.zooscope.idle());

  await expect(page.getByRole('group', { name: 'Ensemble of 5 servers' })).toBeVisible();
  await expect(page.locator('html')).not.toHaveAttribute('data-empty-stages');
});

for (const [address, lang, says] of [
  ['#/lab/election', 'en', /^S5 led and has crashed\./],
  ['#/lesson/after-a-crash', 'zh-CN', /^五台服务器，S3 .*1·7。$/],
] as const) {
  test(`what ${address} says first stands there before the page’s own script, and stays where it is`, async ({
    page,
  }) => {
    let go = (): void => undefined;
    const gone = new Promise<void>((resolve) => (go = resolve));
    await page.route(/\/assets\/page-[\w-]+\.js$/, async (route) => {
      await gone;
      await route.continue();
    });
    const goOn = await hold(page, OF_LABS);
    // The page's script belongs to the document, which is not loaded before that has come.
    await page.goto(`?lang=${lang}${address}`, { waitUntil: 'commit' });
    const sentence = page.locator('p.sentence');
    await expect(sentence).toHaveText(says);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(0);
    const before = await sentence.boundingBox();
    // Whoever takes it away for a moment is seen.
    await page.evaluate(() => {
      new MutationObserver(() => {
        if (document.querySelector('p.sentence') === null)
          document.documentElement.dataset['unsaid'] = 'seen';
      }).observe(document.body, { childList: true, subtree: true });
    });
    go();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(sentence).toHaveText(says);
    expect(await sentence.boundingBox()).toEqual(before);
    await expect(page.locator('html')).not.toHaveAttribute('data-unsaid');
    await goOn();
  });
}
