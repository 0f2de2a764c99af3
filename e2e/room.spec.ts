import type { Locator, Page } from '@playwright/test';
import { LABS } from '../scripts/labs.mjs';
import { expect, test } from './fixtures.ts';
import { Lab } from './lab.ts';
import { names } from './names.ts';

const room = (page: Page): Locator => page.getByRole('main', { name: /^(Projector|投影)$/ });

const enter = async (lab: Lab): Promise<void> => {
  await lab.page.locator('body').click({ position: { x: 2, y: 2 } });
  await lab.page.keyboard.press('f');
  await expect(room(lab.page)).toBeVisible();
  await lab.idle();
};

/** The least text that is seen, as a part of the screen's height, the drawing's included. */
const leastOf = (where: Locator): Promise<number> =>
  where.evaluate((root) => {
    let least = Infinity;
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const { parentElement: element } = walk.currentNode;
      if (element === null || (walk.currentNode.textContent ?? '').trim() === '') continue;
      if (element.closest('.vh') !== null || element.getClientRects().length === 0) continue;
      const { fontSize, visibility } = getComputedStyle(element);
      if (visibility === 'hidden') continue;
      // A drawing has a scale of its own, and all of a view is enlarged.
      const drawn = element instanceof SVGGraphicsElement ? element.getBBox().height : 0;
      const scale =
        drawn > 0 ? element.getBoundingClientRect().height / drawn : element.currentCSSZoom;
      least = Math.min(least, Number.parseFloat(fontSize) * scale);
    }
    return least / innerHeight;
  });

/** Texts of the drawings that lie over each other; two lines of one caption may touch. */
const overlapsOf = (where: Locator): Promise<readonly string[]> =>
  where.locator('svg').evaluateAll((drawings) =>
    drawings.flatMap((drawing) => {
      const texts = [...drawing.querySelectorAll('text')].filter(
        (one) => (one.textContent ?? '').trim() !== '',
      );
      const boxes = texts.map((one) => one.getBoundingClientRect());
      return texts.flatMap((one, i) =>
        texts.slice(i + 1).flatMap((other, j) => {
          const [a, b] = [boxes[i], boxes[i + 1 + j]];
          if (a === undefined || b === undefined) return [];
          const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          return wide > 2 && high > 0.4 * Math.min(a.height, b.height)
            ? [`${one.textContent ?? ''} / ${other.textContent ?? ''}`]
            : [];
        }),
      );
    }),
  );

/** The least text has 2.2% of the height; sizes are rounded to a hundredth of that. */
const LEAST = 0.0218;

for (const { width, height } of [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
]) {
  test.describe(`a room, ${width} × ${height}`, () => {
    test.use({ viewport: { width, height } });

    test('the sentence, the question, the options and the step are read from the last row', async ({
      lab,
      page,
      expectAccessible,
    }) => {
      await lab.open('#/lesson/after-a-crash');
      await lab.fastest();
      await lab.press('Go to step 5');
      await enter(lab);
      const main = room(page);
      const sentence = main.getByText('S1 and S2 both have 1·8');
      const size = await sentence.evaluate((one) =>
        Number.parseFloat(getComputedStyle(one).fontSize),
      );
      expect(size / height).toBeGreaterThan(0.046);
      expect(size / height).toBeLessThan(0.048);
      expect(await leastOf(main)).toBeGreaterThanOrEqual(LEAST);

      const question = main.getByRole('radiogroup', { name: 'Who becomes leader?' });
      for (const option of await question.getByRole('radio').all())
        await expect(option).toBeInViewport();
      // The options grow with the height as the sentence does, and are no smaller than the least text.
      const option = main.getByText('S4: its id is the largest');
      const optionSize = await option.evaluate((one) =>
        Number.parseFloat(getComputedStyle(one).fontSize),
      );
      expect(optionSize / height).toBeGreaterThanOrEqual(LEAST);
      // The steps stay at the lower edge.
      const steps = await main.getByText('Step 5 of 8').boundingBox();
      expect((steps?.y ?? 0) / height).toBeGreaterThan(0.92);
      expect(((steps?.y ?? 0) + (steps?.height ?? 0)) / height).toBeLessThanOrEqual(1);
      await expect(lab.server(2)).toBeInViewport();
      await expect(lab.button('Share')).toBeHidden();
      await expect(page.getByRole('searchbox')).toHaveCount(0);
      const over = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
      expect(over).toBeLessThanOrEqual(0);
      await expectAccessible();
    });

    test('hands are counted by keys, and stay when the answer and its replies are told', async ({
      lab,
      page,
      expectAccessible,
    }) => {
      await lab.open('#/lesson/after-a-crash');
      await lab.fastest();
      await lab.press('Go to step 5');
      await enter(lab);
      const main = room(page);
      const counts = main.getByRole('spinbutton', { name: /^Hands for: / });
      await expect(counts).toHaveCount(4);
      await page.keyboard.press('h');
      await expect(counts.first()).toBeFocused();
      for (const typed of ['14', '21', '6', '9']) {
        await page.keyboard.type(typed);
        await page.keyboard.press('Enter');
      }
      await expect(main).toBeFocused();
      await expect(main.getByText('50 hands')).toBeVisible();
      const bars = main.locator('.hands-bar');
      // All bars have one scale: the longest is of the option that most hold.
      const lengths = (): Promise<number[]> =>
        bars.evaluateAll((all) => all.map((bar) => bar.getBoundingClientRect().width));
      await expect
        .poll(async () => {
          const all = await lengths();
          const longest = Math.max(...all);
          return longest > 100 && all.map((one) => Math.round((one / longest) * 100));
        })
        .toEqual([14, 21, 6, 9].map((count) => Math.round((count / 21) * 100)));
      const options = main.locator('.projected-option');
      const places = () =>
        options.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
      const before = await places();

      await page.keyboard.press('Space');
      await expect(main.locator('.because')).toBeVisible();
      const reply = main.locator('.projected-replies [role=status]');
      // What most believed, and why it is not so.
      await expect(reply).toContainText('S4’s log ends at 1·7.');
      await expect(reply.locator('.belief')).not.toBeEmpty();
      await page.keyboard.press('4');
      await expect(reply).toContainText('S4 changes its vote again');
      await page.keyboard.press('3');
      await expect(reply).toContainText('Three of five are a majority.');
      // Nothing moved, and nothing was lost.
      expect(await places()).toEqual(before);
      await expect(counts.first()).toHaveValue('14');
      await expect(main.getByText('50 hands')).toBeVisible();
      await expectAccessible();

      await page.keyboard.press('Space');
      await lab.idle();
      await expect(reply).toContainText('Three of five are a majority.');
      await expect(counts.nth(1)).toHaveValue('21');
      expect(await places()).toEqual(before);
      expect(await leastOf(main)).toBeGreaterThanOrEqual(LEAST);
      // A look at the lab, and back: they are still there; the next step begins with none.
      await page.keyboard.press('f');
      await expect(main).toBeHidden();
      await page.keyboard.press('f');
      await expect(counts.nth(1)).toHaveValue('21');
      await lab.idle();
      await page.keyboard.press('Space');
      await expect(counts).toHaveCount(0);
    });

    for (const [lesson, step, view] of [
      ['did-it-happen', 4, 'Space-time diagram'],
      ['paxos-case-3', 4, 'Certificate'],
      ['majorities', 6, 'Majorities'],
    ] as const)
      test(`with a view beside the stage all of it can be read (${lesson})`, async ({
        lab,
        page,
      }) => {
        await lab.open(`#/lesson/${lesson}`);
        await lab.fastest();
        await lab.press(`Go to step ${step}`);
        await enter(lab);
        const main = room(page);
        await expect(main.getByRole('region', { name: view })).toBeInViewport();
        await expect(main.getByRole('button', { name: /longer|shorter/i })).toHaveCount(0);
        expect(await leastOf(main)).toBeGreaterThanOrEqual(LEAST);
        await page.keyboard.press('Space');
        await lab.idle();
        expect(await leastOf(main)).toBeGreaterThanOrEqual(LEAST);
        // What is told beside it is there whole, too.
        const over = await main
          .locator('.clean-asked')
          .evaluateAll((all) => all.map((one) => one.scrollHeight - one.clientHeight));
        for (const one of over) expect(one).toBeLessThanOrEqual(2);
      });

    for (const [lesson, steps] of [
      ['two-generals', [3, 5]],
      ['three-generals', [3, 5, 7]],
      ['seven-generals', [3, 5, 7]],
    ] as const)
      test(`beside a question generals and what one of them holds can be read (${lesson})`, async ({
        lab,
        page,
      }) => {
        await lab.open(`#/lesson/${lesson}`);
        await lab.fastest();
        for (const step of steps) {
          await lab.press(`Go to step ${step}`);
          await enter(lab);
          const main = room(page);
          const panel = main.locator('.byzantine-panel');
          const legible = async (when: string): Promise<void> => {
            expect(await leastOf(main), `step ${step}, ${when}`).toBeGreaterThanOrEqual(LEAST);
            expect(await overlapsOf(panel), `step ${step}, ${when}`).toEqual([]);
          };
          await legible('asked');
          // The answer, and the run to its end.
          await page.keyboard.press('Space');
          await page.keyboard.press('Space');
          await lab.idle();
          await legible('played');
          await page.keyboard.press('f');
          await expect(main).toBeHidden();
        }
      });

    test('in the free labs everything can be read from the last row', async ({ lab, page }) => {
      for (const id of LABS) {
        await lab.open(`#/lab/${id}`);
        await enter(lab);
        expect(await leastOf(room(page)), id).toBeGreaterThanOrEqual(LEAST);
      }
      // Nothing that a console says, its prompt included, is cut at its edge.
      await lab.open('#/lab/zookeeper?preset=write');
      await enter(lab);
      const cut = await room(page)
        .locator('.terminal')
        .evaluateAll((all) => all.map((one) => one.scrollWidth - one.clientWidth));
      expect(cut.length).toBeGreaterThan(0);
      for (const one of cut) expect(one).toBeLessThanOrEqual(0);
      const covered = await room(page)
        .locator('.console')
        .evaluateAll((all) =>
          all.map((one) => {
            const tools = one.querySelector('.console-tools')?.getBoundingClientRect();
            const lines = one.querySelector('.terminal')?.getBoundingClientRect();
            return (lines?.right ?? NaN) - (tools?.left ?? NaN);
          }),
        );
      for (const one of covered) expect(one).toBeLessThanOrEqual(0.5);
    });
  });
}

for (const language of ['en', 'zh-CN'] as const) {
  test(`Space goes from the question to the answer, to the run, to the next step (${language})`, async ({
    page,
  }) => {
    const lab = new Lab(page, language);
    const say = names[language];
    await lab.open('#/lesson/first-start', `lang=${language}`);
    await lab.fastest();
    await lab.press(say.goToStep(2));
    await enter(lab);
    const main = room(page);
    const options = main.getByRole('radio');
    const told = main.locator('.projected > [role=status]');
    const why = main.locator('.because');
    const before = await main.locator('.projected-option').first().boundingBox();
    await page.keyboard.press('1');
    await expect(options.first()).toBeChecked();
    await expect(why).toBeHidden();
    const { position } = await lab.frame();

    await page.keyboard.press('Space');
    await expect(told).not.toBeEmpty();
    await expect(why).toBeVisible();
    // The answer is told, and nothing has moved for it: neither the run nor the question.
    expect((await lab.frame()).position).toBe(position);
    expect(await main.locator('.projected-option').first().boundingBox()).toEqual(before);
    await expect(main.locator('.projected-option.right')).toHaveCount(1);
    // It is too late to choose.
    await page.keyboard.press('3');
    await expect(options.first()).toBeChecked();

    await page.keyboard.press('Space');
    await expect
      .poll(() => page.evaluate(() => window.zooscope.frame()?.position))
      .toBeGreaterThan(position);
    await expect(why).toBeVisible();
    await lab.idle();
    await expect(why).toBeVisible();
    await page.keyboard.press('Space');
    await expect(main).toContainText(say.stepOf(3, 6));
    await expect(why).toBeHidden();
    await expect(told).toBeEmpty();
  });
}

test('the keys and the way out are shown, then gone for the eye alone', async ({ lab, page }) => {
  await lab.openElection();
  await enter(lab);
  const leave = lab.button(/leave$/);
  const keys = room(page).locator('.clean-keys');
  await expect(keys).toHaveCSS('opacity', '1');
  await expect(keys).toHaveCSS('opacity', '0');
  await page.mouse.move(300, 300);
  await expect(keys).toHaveCSS('opacity', '1');
  await leave.focus();
  await expect(keys).toHaveCSS('opacity', '1');
  await page.keyboard.press('Enter');
  await expect(room(page)).toBeHidden();
});

test('in the ZooKeeper lab the console is there, and no search and no tools', async ({
  lab,
  page,
  expectAccessible,
}) => {
  await lab.open('#/lab/zookeeper?preset=write');
  await enter(lab);
  const main = room(page);
  await expect(main.getByRole('region', { name: /^zkCli/ }).first()).toBeInViewport();
  await expect(main.getByRole('tree', { name: 'Znode tree' })).toBeInViewport();
  await expect(main.getByRole('searchbox')).toHaveCount(0);
  await expect(main.getByRole('button', { name: /Unfold|Fold|as text/ })).toHaveCount(0);
  await expectAccessible();
});
