import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** Holds back the files of the labs until what it gives back is called. */
const holdLabs = async (page: Page): Promise<() => Promise<void>> => {
  let go = (): void => undefined;
  const gone = new Promise<void>((resolve) => (go = resolve));
  await page.route(/\/assets\/(lab|widgets|sim\.worker)-[\w-]+\.js$/, async (route) => {
    await gone;
    await route.continue();
  });
  return async () => {
    go();
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
    const goOn = await holdLabs(page);
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

test('what is played, and its words, are fetched while the lab itself is still on its way', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const goOn = await holdLabs(page);
  await page.goto('?lang=zh-CN#/lab/paxos');
  await expect(
    page.getByRole('region', { name: '舞台', exact: true }).locator('svg'),
  ).toBeVisible();
  for (const part of ['sim.worker', 'paxos', 'paxos.built', 'said-zh-CN']) {
    expect(asked).toContainEqual(expect.stringContaining(`/assets/${part}-`));
  }
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
    const goOn = await holdLabs(page);
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
