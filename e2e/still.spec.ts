import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { Lab } from './lab.ts';

type Places = Readonly<Record<string, string>>;

/** Where the things stand that a person aims at while a sentence changes. */
const placesOf = async (page: Page, landmarks: Readonly<Record<string, string>>): Promise<Places> =>
  page.evaluate(
    (all) =>
      Object.fromEntries(
        Object.entries(all).map(([name, selector]) => {
          const box = document.querySelector(selector)?.getBoundingClientRect();
          const { x = NaN, y = NaN, width = NaN } = box ?? {};
          return [name, [x, y, width].map((one) => one.toFixed(1)).join(' ')];
        }),
      ),
    landmarks,
  );

const LANDMARKS = {
  'set-up': '.free .btn',
  'run until': '.free .until',
  inspector: '.inspector h2',
  play: '.transport-play',
  timeline: '.transport [role=slider], .transport input',
  tab: '[role=tab]:last-of-type',
  tools: '.stage-tools',
  speed: '.transport select',
};

/** In a lesson the text stands above what just happens, and the inspector below it. */
const IN_A_LESSON = {
  sentence: '.lesson .sentence',
  steps: '.lesson .steps',
  happened: '.reading > .happened',
  inspector: '.inspector h2',
  play: LANDMARKS.play,
  timeline: LANDMARKS.timeline,
  tab: LANDMARKS.tab,
  tools: LANDMARKS.tools,
};

/** Plays a run event by event. @returns what moved, and the sentences that were told meanwhile */
const walk = async (
  lab: Lab,
  steps: number,
  landmarks: Readonly<Record<string, string>> = LANDMARKS,
) => {
  const { page } = lab;
  const first = await placesOf(page, landmarks);
  const moved = new Map<string, string>();
  const told = new Set<string>();
  for (let left = steps; left > 0; left--) {
    await page.evaluate(() => window.zooscope.commands.step(1));
    await lab.idle();
    const sentence = (await lab.happened().textContent()) ?? '';
    told.add(sentence);
    const now = await placesOf(page, landmarks);
    for (const name of Object.keys(landmarks)) {
      if (now[name] !== first[name])
        moved.set(name, `${first[name]} → ${now[name]} at “${sentence}”`);
    }
  }
  return { first, moved, told };
};

for (const { width, height } of [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
]) {
  test.describe(`${width} × ${height}`, () => {
    test.use({ viewport: { width, height } });

    test('while sentences change, nothing outside their box moves', async ({ lab, page }) => {
      await lab.openElection();
      await lab.inspect(3);
      const { first, moved, told } = await walk(lab, 45);
      for (const [name, place] of Object.entries(first))
        expect(place, `${name} is on the page`).not.toContain('NaN');
      const lengths = [...told].map((sentence) => sentence.length);
      expect(Math.max(...lengths) - Math.min(...lengths)).toBeGreaterThan(40);
      expect([...moved]).toEqual([]);

      // What is measured here would be seen: with a box that grows, Set-up moves.
      await page.evaluate(() => {
        // By script: the page's policy refuses a style element.
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('.happened-lead { height: auto !important; }');
        document.adoptedStyleSheets.push(sheet);
      });
      expect([...(await walk(lab, 12)).moved.keys()]).toContain('set-up');
    });

    test('nor does anything in a lesson’s column', async ({ lab }) => {
      await lab.open('#/lesson/after-a-crash');
      await lab.inspect(3);
      const { first, moved, told } = await walk(lab, 30, IN_A_LESSON);
      for (const [name, place] of Object.entries(first))
        expect(place, `${name} is on the page`).not.toContain('NaN');
      const lengths = [...told].map((sentence) => sentence.length);
      expect(Math.max(...lengths) - Math.min(...lengths)).toBeGreaterThan(40);
      expect([...moved]).toEqual([]);
    });
  });
}

test('choosing a tab moves none of the others', async ({ lab, page }) => {
  await lab.openElection();
  const tabs = page.getByRole('tab');
  const places = (): Promise<(number | undefined)[]> =>
    tabs.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().x));
  const before = await places();
  for (const tab of await tabs.all()) {
    await tab.click();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
    expect(await places()).toEqual(before);
  }
});
