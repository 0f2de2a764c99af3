import { expect, test } from './fixtures.ts';
import type { Lab } from './lab.ts';

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
  happened: '.reading-step > .happened',
  inspector: '.inspector h2',
  play: LANDMARKS.play,
  timeline: LANDMARKS.timeline,
  tab: LANDMARKS.tab,
  tools: LANDMARKS.tools,
};

interface Walked {
  /** Where the things stood that a person aims at, before the first step. */
  readonly first: Readonly<Record<string, string>>;
  /** What moved, from where to where, and while which sentence was told. */
  readonly moved: Readonly<Record<string, string>>;
  readonly told: readonly string[];
}

/** Plays a run event by event. */
const walk = (
  { page }: Lab,
  steps: number,
  landmarks: Readonly<Record<string, string>> = LANDMARKS,
): Promise<Walked> =>
  page.evaluate(
    async ([count, all]) => {
      const places = (): Record<string, string> =>
        Object.fromEntries(
          Object.entries(all).map(([name, selector]) => {
            const box = document.querySelector(selector)?.getBoundingClientRect();
            const { x = NaN, y = NaN, width = NaN } = box ?? {};
            return [name, [x, y, width].map((one) => one.toFixed(1)).join(' ')];
          }),
        );
      const first = places();
      const moved: Record<string, string> = {};
      const told = new Set<string>();
      for (let left = count; left > 0; left--) {
        await window.zooscope.commands.step(1);
        await window.zooscope.idle();
        const sentence = document.querySelector('p[aria-live]')?.textContent ?? '';
        told.add(sentence);
        for (const [name, place] of Object.entries(places())) {
          if (place !== first[name]) moved[name] = `${first[name]} → ${place} at “${sentence}”`;
        }
      }
      return { first, moved, told: [...told] };
    },
    [steps, landmarks] as const,
  );

for (const { width, height } of [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
]) {
  test.describe(`${width} × ${height}`, () => {
    test.use({ viewport: { width, height } });

    // The sentences are those of the first size: here fewer of them say the same.
    const fewer = width === 1280 ? 0 : 20;

    test('while sentences change, nothing outside their box moves', async ({ lab, page }) => {
      await lab.openElection();
      await lab.inspect(3);
      const { first, moved, told } = await walk(lab, 45 - fewer);
      for (const [name, place] of Object.entries(first))
        expect(place, `${name} is on the page`).not.toContain('NaN');
      const lengths = told.map((sentence) => sentence.length);
      expect(Math.max(...lengths) - Math.min(...lengths)).toBeGreaterThan(40);
      expect(moved).toEqual({});

      // What is measured here would be seen: with a box that grows, Set-up moves.
      if (width > 1280) return;
      await page.evaluate(() => {
        // By script: the page's policy refuses a style element.
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('.told { height: auto !important; }');
        document.adoptedStyleSheets.push(sheet);
      });
      expect(Object.keys((await walk(lab, 12)).moved)).toContain('set-up');
    });

    test('nor does anything in a lesson’s column', async ({ lab, page }) => {
      await lab.open('#/lesson/after-a-crash');
      await lab.inspect(3);
      const { first, moved, told } = await walk(lab, 30 - fewer / 2, IN_A_LESSON);
      for (const [name, place] of Object.entries(first))
        expect(place, `${name} is on the page`).not.toContain('NaN');
      const lengths = told.map((sentence) => sentence.length);
      expect(Math.max(...lengths) - Math.min(...lengths)).toBeGreaterThan(40);
      expect(moved).toEqual({});

      // Here, too, it would be seen: what stands below the sentence moves when text and sentence have no
      // part of the column of their own. On a larger screen nothing stands below it.
      if (width > 1280) return;
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('.reading-step, .happened { min-height: 0 !important; }');
        document.adoptedStyleSheets.push(sheet);
      });
      expect(Object.keys((await walk(lab, 12, IN_A_LESSON)).moved)).toContain('inspector');
    });
  });
}

test('neither what is watched, however long its words, nor what is refused moves anything', async ({
  lab,
  page,
}) => {
  await lab.open('#/lab/zookeeper?preset=write');
  const places = (): Promise<Record<string, string>> =>
    page.evaluate(
      (all) =>
        Object.fromEntries(
          Object.entries(all).map(([name, selector]) => {
            const box = document.querySelector(selector)?.getBoundingClientRect();
            return [name, [box?.x, box?.y, box?.width].map((one) => one?.toFixed(1)).join(' ')];
          }),
        ),
      {
        setUp: LANDMARKS['set-up'],
        beginnings: '.beginnings',
        play: LANDMARKS.play,
        tools: LANDMARKS.tools,
        stage: '.stage',
        tab: LANDMARKS.tab,
      },
    );
  const before = await places();
  const command =
    'create /app/members/someone-with-a-long-name "and data that are not short at all"';
  await page.getByRole('textbox', { name: 'zkCli command' }).first().fill(command);
  await page.keyboard.press('Enter');
  const chip = page.locator('.watching-text');
  await expect(chip).toHaveText(`α: ${command}`);
  // All of it is there: it is not cut, and nothing of it has to be scrolled to.
  expect(
    await chip.evaluate((one) => [
      one.scrollWidth - one.clientWidth,
      Math.max(0, one.scrollHeight - one.clientHeight - 1),
    ]),
  ).toEqual([0, 0]);
  expect(await places()).toEqual(before);
  await lab.pause();

  await lab.chooseFile('bad.json', '{ "no": "scenario" }');
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toBeVisible();
  expect(await places()).toEqual(before);
});

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
