import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { names } from './names.ts';
import { PaxosLab } from './paxos-lab.ts';

const paint = async (
  page: Page,
  { words }: PaxosLab,
  acceptors: readonly (readonly [promised: string, accepted: string])[],
): Promise<void> => {
  const box = (name: string) => page.getByRole('combobox', { name, exact: true });
  for (const [index, [promised, accepted]] of acceptors.entries()) {
    await box(words.promised(`A${index + 1}`)).selectOption(promised);
    await box(words.accepted(`A${index + 1}`)).selectOption(accepted);
  }
};

for (const language of ['en', 'zh-CN'] as const) {
  test(`paints acceptors, plays the shortest run, and names the rule that forbids another (${language})`, async ({
    page,
  }) => {
    const lab = new PaxosLab(page, language);
    const { words } = lab;
    await lab.openPaxos();
    await lab.press(words.reach);
    const dialog = lab.dialog(words.reach);
    await paint(page, lab, [
      ['3', '1:10%'],
      ['3', '1:10%'],
      ['4', '1:10%'],
      ['4', '2:20%'],
      ['4', '2:20%'],
    ]);
    await lab.press(words.search);
    await expect(dialog.getByRole('status')).toContainText(words.no);
    await expect(dialog.getByRole('status')).toContainText(words.rule);
    await paint(page, lab, [
      ['3', '1:10%'],
      ['3', '1:10%'],
      ['4', 'none'],
      ['4', '2:20%'],
      ['4', '2:20%'],
    ]);
    await lab.press(words.search);
    await expect(dialog.getByRole('status')).toContainText(words.yes);
    await dialog.getByRole('button', { name: words.play }).press('Enter');
    await expect(dialog).toBeHidden();
    // It plays once the run is open; paused before that, it would play all the same.
    await expect(lab.button(names[language].pause)).toBeVisible();
    await page.evaluate(() => window.zooscope.commands.pause());
    await lab.runFor(60);
    await lab.expectCard('A1', '3', '1: 10%');
    await lab.expectCard('A2', '3', '1: 10%');
    await lab.expectCard('A4', '4', '2: 20%');
    await lab.expectCard('A5', '4', '2: 20%');
    const { processes } = await lab.detail();
    expect(processes[2]?.kept).toEqual({ promised: 4, accBallot: 0, accValue: null });
  });
}

test('a field set back to anything looks as it did before it was painted', async ({ page }) => {
  const lab = new PaxosLab(page);
  await lab.openPaxos();
  await lab.press(lab.words.reach);
  const box = page.getByRole('combobox', { name: lab.words.accepted('A1'), exact: true });
  const look = (): Promise<string> =>
    box.evaluate((one) => {
      const { borderWidth, borderColor, fontWeight } = getComputedStyle(one);
      return [borderWidth, borderColor, fontWeight].join(' ');
    });
  const plain = await look();
  await box.selectOption('1:10%');
  expect(await look()).not.toBe(plain);
  await box.selectOption('any');
  expect(await look()).toBe(plain);
});

test('a search that stops at its bound says so, and goes further when the bound is raised', async ({
  page,
}) => {
  const lab = new PaxosLab(page);
  await lab.openPaxos();
  await lab.press('Can this happen?');
  const dialog = lab.dialog('Can this happen?');
  const states = dialog.getByRole('combobox', { name: 'States at most' });
  await states.selectOption('500,000');
  await dialog.getByRole('textbox', { name: 'Ballots 1 to' }).fill('15');
  await page.keyboard.press('Tab');
  await paint(page, lab, [
    ['15', '9:10%'],
    ['13', '11:10%'],
    ['14', 'none'],
    ['15', '14:20%'],
    ['15', '12:20%'],
  ]);
  await lab.press('Search');
  await expect(dialog.getByRole('status')).toContainText(
    /^Not found among the first 500,\d+ states; there are more\./,
  );
  await expect(dialog.getByRole('button', { name: 'Search four times as far' })).toBeVisible();
});

test('wrong bounds are refused with words', async ({ page }) => {
  const lab = new PaxosLab(page);
  await lab.openPaxos();
  await lab.press('Can this happen?');
  await lab.dialog('Can this happen?').getByRole('textbox', { name: 'Ballots 1 to' }).fill('99');
  await expect(page.getByText('A whole number from 1 to 15.')).toBeVisible();
});
