import { expect, test } from './fixtures.ts';
import type { Lab } from './lab.ts';
import { runUntil } from './run-until.ts';

/** Services in the recipe lab: a registry or a fixed list, and what is done to the whole of it. */

const openPreset = (lab: Lab, id: string): Promise<void> => lab.open(`#/lab/recipes?preset=${id}`);

test('a registry and a fixed list are compared by one switch: same deeds, same time', async ({
  lab,
  page,
}) => {
  await openPreset(lab, 'dead-provider');
  const way = page.getByRole('radiogroup', { name: 'Where consumers find providers' });
  await expect(way.getByRole('radio', { name: 'Registry' })).toBeChecked();
  await expect(
    page.getByRole('button', { name: /^P3, CRASHED; \d+ answered, 2 failed$/u }),
  ).toBeVisible();
  const before = await page.evaluate(() => window.zooscope.frame()?.time ?? 0);
  // By the keyboard, as every group of radio buttons.
  await way.getByRole('radio', { name: 'Registry' }).focus();
  await page.keyboard.press('ArrowLeft');
  await lab.idle();
  await expect(way.getByRole('radio', { name: 'Fixed list' })).toBeChecked();
  // Nobody leaves it out, and no session of it ends.
  await expect(
    page.getByRole('button', { name: /^P3, CRASHED; \d+ answered, 1\d failed$/u }),
  ).toBeVisible();
  await expect(page.getByText('No registry', { exact: true })).toBeVisible();
  const after = await page.evaluate(() => window.zooscope.frame()?.time ?? 0);
  expect(Math.abs(after - before)).toBeLessThan(200_000);
  await page.keyboard.press('ArrowRight');
  await lab.idle();
  await expect(
    page.getByRole('button', { name: /^P3, CRASHED; \d+ answered, 2 failed$/u }),
  ).toBeVisible();
});

test('the whole registry goes down by one press, a provider comes by another, and both are taken back', async ({
  lab,
  page,
}) => {
  await openPreset(lab, 'dead-provider');
  const stage = page.getByRole('region', { name: 'Stage' });
  const added = stage.getByRole('button', { name: /^P5, / });
  await expect(added).toBeHidden();
  // By keyboard alone.
  await page.getByRole('button', { name: 'Registry down' }).press('Enter');
  await lab.idle();
  await expect(lab.happened().first()).toContainText('S1, S2, S3 crash at the same moment');
  await expect(
    stage.locator('text', { hasText: 'down: calls go on from the lists' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Add a provider' }).press('Enter');
  await lab.idle();
  await expect(added).toBeVisible();
  await runUntil(page, { timeMs: 14_000 });
  await lab.idle();
  // Calls have gone on, and nobody knows of it.
  await expect(added).toHaveAccessibleName('P5, answered, 0');
  await page.getByRole('button', { name: 'Start the registry' }).press('Enter');
  await runUntil(page, { timeMs: 40_000 });
  await lab.idle();
  await expect(added).toHaveAccessibleName(/^P5, answered, [1-9]/u);
  const undo = page.getByRole('button', { name: /^Undo/u });
  await expect(undo).toHaveAccessibleName('Undo: S1, S2, S3 started');
  for (let times = 0; times < 3; times++) {
    await undo.press('Enter');
    await lab.idle();
  }
  await expect(page.getByRole('button', { name: 'Registry down' })).toBeVisible();
  await expect(added).toBeHidden();
});
