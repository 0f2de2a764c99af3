import { expect, test } from './fixtures.ts';
import { ZooKeeperLab } from './zookeeper-lab.ts';

test('what the inspector of a server explains is one stop for Tab, and the arrows lead through it', async ({
  page,
}) => {
  const lab = new ZooKeeperLab(page);
  await lab.openCold('zookeeper?preset=replicated');
  await lab.inspect(3);
  const values = lab.inspector(3).getByRole('toolbar', { name: 'Values, each explained' });
  const explained = values.getByRole('button');
  expect(await explained.count()).toBeGreaterThan(5);
  await explained.first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(explained.nth(1)).toBeFocused();
  await expect(page.getByRole('tooltip')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(values.locator(':focus')).toHaveCount(0);
  await page.keyboard.press('Shift+Tab');
  await expect(explained.nth(1)).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(values.locator(':focus')).toHaveCount(0);
});
