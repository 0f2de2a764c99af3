import type { Locator, Page } from '@playwright/test';
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

/** The sizes of all text that is seen, px, the drawing's included. */
const sizesOf = (where: Locator): Promise<number[]> =>
  where.evaluate((root) => {
    const sizes: number[] = [];
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const { parentElement: element } = walk.currentNode;
      if (element === null || (walk.currentNode.textContent ?? '').trim() === '') continue;
      if (element.closest('.vh, [aria-hidden=true].clean-keys') !== null) continue;
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
      sizes.push(size * (matrix?.d ?? 1));
    }
    return sizes;
  });

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
      await lab.press('Go to step 5');
      await enter(lab);
      const main = room(page);
      const sentence = main.getByText('S1 and S2 both have 1·8');
      const size = await sentence.evaluate((one) =>
        Number.parseFloat(getComputedStyle(one).fontSize),
      );
      expect(size / height).toBeGreaterThan(0.046);
      expect(size / height).toBeLessThan(0.048);
      expect(Math.min(...(await sizesOf(main))) / height).toBeGreaterThanOrEqual(0.0184);

      const question = main.getByRole('radiogroup', { name: 'Who becomes leader?' });
      for (const option of await question.getByRole('radio').all())
        await expect(option).toBeInViewport();
      await expect(main.getByText('Step 5 of 8')).toBeInViewport();
      await expect(lab.server(2)).toBeInViewport();
      await expect(lab.button('Share')).toBeHidden();
      await expect(page.getByRole('searchbox')).toHaveCount(0);
      const over = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
      expect(over).toBeLessThanOrEqual(0);
      await expectAccessible();
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
    await lab.press(say.goToStep(2));
    await enter(lab);
    const main = room(page);
    const options = main.getByRole('radio');
    const told = main.locator('.projected [role=status]');
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
  await lab.open('#/lab/zookeeper');
  await enter(lab);
  const main = room(page);
  await expect(main.getByRole('region', { name: /^zkCli/ }).first()).toBeInViewport();
  await expect(main.getByRole('tree', { name: 'Znode tree' })).toBeInViewport();
  await expect(main.getByRole('searchbox')).toHaveCount(0);
  await expect(main.getByRole('button', { name: /Unfold|Fold|as text/ })).toHaveCount(0);
  await expectAccessible();
});
