import { readFileSync } from 'node:fs';
import { RetryStudy } from '../src/runner/study.ts';
import { paxos } from '../src/scenarios/paxos/adapter.ts';
import type { Scenario } from '../src/view/scenario.ts';
import { POLICIES } from '../src/view/study.ts';
import { studyCsv } from '../src/view/study-summary.ts';
import { expect, test } from './fixtures.ts';
import { PaxosLab } from './paxos-lab.ts';

test('the time to a decision is that of Node for the same seeds, and can be saved', async ({
  page,
}) => {
  const lab = new PaxosLab(page);
  await lab.openPaxos();
  const saved = await page.evaluate(() => window.zooscope.send({ type: 'save' }));
  const scenario = saved.scenario as Scenario<'paxos'>;
  const study = new RetryStudy(paxos, {
    scenario,
    policies: POLICIES,
    runs: 60,
    seed: 1,
    withinMs: 2000,
  });
  study.run();
  await lab.press('Time to decision');
  const dialog = lab.dialog('Time to decision');
  await dialog.getByRole('textbox', { name: 'Runs of each policy' }).fill('60');
  await page.keyboard.press('Enter');
  await lab.idle();
  await expect(dialog.getByRole('status')).toContainText('360 runs');
  await expect(dialog.getByRole('table').getByRole('row')).toHaveCount(7);
  const file = page.waitForEvent('download');
  await lab.button('Save as CSV').click();
  const text = readFileSync(await (await file).path(), 'utf8');
  expect(text).toBe(studyCsv(study.times, 1));
  for (const kind of ['SVG', 'PNG']) {
    const picture = page.waitForEvent('download');
    await lab.button(`Save as ${kind}`).click();
    expect((await picture).suggestedFilename()).toBe(
      `zooscope-time-to-decision.${kind.toLowerCase()}`,
    );
  }
});

for (const language of ['en', 'zh-CN'] as const) {
  test(`the plot is read by keyboard: what share is decided by then (${language})`, async ({
    page,
  }) => {
    const lab = new PaxosLab(page, language);
    const { words } = lab;
    await lab.openPaxos();
    await lab.enter(words.study);
    const dialog = lab.dialog(words.study);
    await dialog.getByRole('textbox', { name: words.runs }).fill('40');
    await dialog.getByRole('button', { name: words.start, exact: true }).press('Enter');
    await lab.idle();
    const slider = dialog.getByRole('slider', { name: words.by });
    await slider.press('End');
    const row = dialog.getByRole('row', { name: new RegExp(`^${words.leader}`) });
    await expect(row.getByRole('cell').nth(1)).toHaveText(/^100 ?%$/);
    await slider.press('Home');
    await expect(row.getByRole('cell').nth(1)).toHaveText(/^0 ?%$/);
  });
}

test('the lab goes on while it is measured, and measuring can be cancelled', async ({ page }) => {
  const lab = new PaxosLab(page);
  await lab.openPaxos();
  const before = await lab.position();
  await lab.button('Time to decision').click();
  const dialog = lab.dialog('Time to decision');
  await dialog.getByRole('textbox', { name: 'Runs of each policy' }).fill('10000');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('progressbar', { name: 'Runs done' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(lab.button(/^Time to decision, \d+ %$/)).toBeVisible();
  await lab.button('Step forward').click();
  await expect(lab.timeline()).not.toHaveAttribute('aria-valuenow', String(before));
  await lab.button(/^Time to decision, \d+ %$/).click();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog.getByRole('status')).toContainText(/Cancelled after \d+ of 60000 runs/);
  await lab.idle();
});

test('wrong figures are refused with words', async ({ page }) => {
  const lab = new PaxosLab(page);
  await lab.openPaxos();
  await lab.press('Time to decision');
  await lab.dialog('Time to decision').getByRole('textbox', { name: 'First seed' }).fill('x');
  await expect(page.getByText('A whole number, 0 or more.')).toBeVisible();
});
