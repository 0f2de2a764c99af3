import { expect, test } from './fixtures.ts';

test('the built site opens under a sub-path, without errors, and is accessible', async ({
  page,
  expectAccessible,
}) => {
  await page.goto('?lang=en');
  await expect(page).toHaveTitle(/Zooscope/);
  await expect(page.locator('#root > *').first()).toBeVisible();
  await expectAccessible();
});
