import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { Lab } from './lab.ts';

/** The generals' lab as it is used: lies by hand, what one of them sees, every lie, two worlds. */

const general = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^${name}, `, 'u') }).first();
const hand = (page: Page, from: string, to: string) =>
  page.getByRole('radiogroup', { name: `${from} tells ${to}`, exact: true }).first();
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });
const openPreset = (lab: Lab, id: string): Promise<void> =>
  lab.open(`#/lab/byzantine?preset=${id}`);

/** To where all have decided, whatever the page's pace. */
const decide = async (lab: Lab, page: Page): Promise<void> => {
  await page.evaluate(() =>
    window.zooscope.send({ type: 'run-until', condition: { decided: 'all' }, withinMs: 1000 }),
  );
  await lab.idle();
};

test('opens on two lies; each is rewritten by a switch, and what comes of it is another branch', async ({
  lab,
  page,
}) => {
  await lab.open('#/lab/byzantine');
  await expect(
    page.getByRole('button', { name: /^relay C said R from L3 to L1, lie$/u }),
  ).toBeVisible();
  const switched = hand(page, 'L3', 'L1');
  await expect(switched.getByRole('radio', { name: 'R' })).toBeChecked();
  // By keyboard: one arrow to what it ought to say.
  await switched.getByRole('radio', { name: 'R' }).focus();
  await page.keyboard.press('ArrowLeft');
  await lab.idle();
  await expect(hand(page, 'L3', 'L1').getByRole('radio', { name: 'A' })).toBeChecked();
  await expect(
    page.getByRole('button', { name: 'relay C said A from L3 to L1', exact: true }),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Branch 2' })).toBeVisible();
  await decide(lab, page);
  await expect(general(page, 'L1')).toHaveAccessibleName('L1, loyal, obeys A');
  await expect(
    page.getByRole('group', { name: 'What L1 holds, and what was asked' }),
  ).toContainText('majority, 3 to 0');
  // It is one of the forty that were tried.
  await expect(page.getByRole('region', { name: 'Every lie' })).toContainText('1 of 40');
});

test('a message of a traitor is rewritten where it flies, however many there are', async ({
  lab,
  page,
}) => {
  await openPreset(lab, 'six');
  const lie = page.getByRole('button', { name: /^relay .+ from L4 to L1, lie$/u }).first();
  const name = (await lie.getAttribute('aria-label')) ?? '';
  await lie.focus();
  await page.keyboard.press('Enter');
  const card = page.getByRole('group', { name: 'Selected message' });
  const says = card.getByRole('radiogroup', { name: /^L4 tells L1 of C/u });
  await expect(says.getByRole('radio', { name: 'R' })).toBeChecked();
  await says.getByRole('radio', { name: 'R' }).focus();
  await page.keyboard.press('ArrowLeft');
  await lab.idle();
  await expect(page.getByRole('button', { name: 'Branch 2' })).toBeVisible();
  await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
});

test('the bridge opens the runs in which one liar is enough', async ({ lab, page }) => {
  await lab.open('#/lab/byzantine');
  const open = async (run: RegExp): Promise<void> => {
    await lab.press('Lies and ZooKeeper');
    await page.getByRole('dialog').getByRole('link', { name: run }).click();
    await lab.idle();
  };
  await open(/two values are chosen$/u);
  await expect(page).toHaveURL(/#\/lab\/paxos\?preset=lying-acceptor$/u);
  await expect(page.getByText('I-Keep, I-Mono, I-Agreement').first()).toBeVisible();
  await expect(page.getByText(/^A rule is off, and A2 breaks its word/u).first()).toBeVisible();
  await page.goBack();
  await lab.idle();
  await open(/a write that was done is gone$/u);
  await expect(page.getByText('Z-Commit, Z-Durable').first()).toBeVisible();
  await expect(lab.server(3)).toHaveAccessibleName(/crashed/iu);
});

test('with an opinion each, the loyal of four have one list; of three they have not', async ({
  lab,
  page,
}) => {
  await lab.open('#/lab/byzantine');
  await tab(page, 'Each commands').click();
  const view = page.getByRole('region', { name: 'All with an opinion each' });
  await expect(view.getByRole('status')).toHaveText(
    'All loyal ones have one list, and do one thing.',
  );
  await expect(view.getByRole('row', { name: /^L1 ends with/u })).toHaveAccessibleName(
    /A R A A A$/u,
  );
  await view.getByRole('combobox', { name: 'Opinion of L2' }).selectOption('R');
  await expect(view.getByRole('row', { name: /^L1 ends with/u })).toHaveAccessibleName(
    /A R R A R$/u,
  );
  await expect(view).toContainText('4 runs, 36 messages in all.');
  await openPreset(lab, 'three-lieutenant');
  await tab(page, 'Each commands').click();
  await expect(view.getByRole('status')).toContainText('Their lists differ');
});

test('every lie among four is tried on demand, and one of them is played by pressing it', async ({
  lab,
  page,
}) => {
  await lab.open('#/lab/byzantine');
  const field = page.getByRole('region', { name: 'Every lie' });
  const cell = field.getByRole('button', { name: /^C lies, order R: L1 A, L2 A, L3 R; /u });
  await expect(cell).toHaveAccessibleName(/not tried$/u);
  await field.getByRole('button', { name: 'Show the other 40' }).click();
  await expect(cell).toHaveAccessibleName(/IC1 and IC2 hold$/u);
  await expect(field).toContainText('40 held');
  // Tab leads to one of them, the arrows from each to the next.
  await cell.focus();
  await page.keyboard.press('ArrowRight');
  await expect(
    field.getByRole('button', { name: /^C lies, order R: L1 A, L2 R, L3 A; /u }),
  ).toBeFocused();
  await lab.fastest();
  await cell.click();
  await expect(
    page.getByRole('button', { name: /^Commander C, traitor, orders R$/u }),
  ).toBeVisible();
  await expect(cell).toHaveAttribute('aria-pressed', 'true');
});

test('what one general sees has no lie on its face, and no verdict', async ({ lab, page }) => {
  await lab.open('#/lab/byzantine');
  await general(page, 'L1').click();
  await page.getByRole('button', { name: 'Only what L1 sees' }).first().click();
  await expect(
    page.getByRole('button', { name: 'relay C said R from L3 to L1', exact: true }),
  ).toBeVisible();
  await expect(general(page, 'L3')).toHaveAccessibleName(/nobody here can know/u);
  await expect(page.getByRole('button', { name: /, lie$/u })).toHaveCount(0);
  await page.getByRole('button', { name: 'See everything again' }).first().click();
  await expect(general(page, 'L3')).toHaveAccessibleName(/^L3, traitor/u);
});

test('two worlds are one to L1, and every rule for a tie fails in one of them', async ({
  lab,
  page,
}) => {
  await openPreset(lab, 'three-lieutenant');
  await tab(page, 'Two worlds').click();
  await expect(page.getByRole('img', { name: 'Two worlds, one view' })).toBeVisible();
  const row = (rule: string) => page.getByRole('row', { name: new RegExp(`^${rule}`, 'u') });
  await expect(row('obey R')).toContainText('IC2 fails');
  await expect(row('obey C')).toContainText('IC1 fails');
  await expect(row('trust the other')).toContainText('IC1 fails');
  await expect(row('trust the other')).toContainText('IC2 fails');
  await row('obey C').getByRole('radio').check();
  await page.getByRole('button', { name: 'Play world 1' }).click();
  await tab(page, 'Every lie').click();
  await lab.pause();
  await decide(lab, page);
  await expect(general(page, 'L1')).toHaveAccessibleName('L1, loyal, obeys A');
  await expect(general(page, 'L2')).toHaveAccessibleName('L2, loyal, obeys R');
});

test('another traitor is chosen, and messages are signed', async ({ lab, page }) => {
  await openPreset(lab, 'four-lieutenant');
  await lab.fastest();
  await page.getByRole('button', { name: 'Choose the traitors' }).click();
  const dialog = page.getByRole('dialog', { name: 'Choose the traitors' });
  await dialog.getByRole('checkbox', { name: 'L3' }).uncheck();
  await dialog.getByRole('checkbox', { name: 'C, the commander' }).check();
  await dialog.getByRole('button', { name: 'Begin with these' }).click();
  await expect(page.getByRole('button', { name: /^Commander C, traitor/u })).toBeVisible();
  await lab.pause();
  await page.getByRole('button', { name: 'Sign messages' }).click();
  await expect(page.getByRole('button', { name: 'Stop signing' })).toBeVisible();
  await lab.pause();
});

test('the tree of seven unfolds, a search finds the worst lie, and it is played', async ({
  lab,
  page,
}) => {
  await openPreset(lab, 'six');
  await lab.fastest();
  await page.getByRole('button', { name: /^C·L4: .*, unfold$/u }).click();
  await expect(page.getByRole('button', { name: /^C·L4: .*, fold$/u })).toBeVisible();
  const search = page.getByRole('region', { name: 'Search for the worst lie' });
  await search.getByRole('combobox', { name: 'Lies' }).selectOption({ label: '100' });
  await search.getByRole('button', { name: 'Search', exact: true }).click();
  await lab.idle();
  await expect(search.getByRole('status')).toContainText('100 lies tried');
  await search.getByRole('button', { name: 'Play the worst lie' }).click();
  await lab.pause();
  await decide(lab, page);
  await expect(page.getByRole('group', { name: /holds, and what was asked$/u })).toContainText(
    'fails',
  );
});

test('messages are counted in runs, read as a plot and a table, and saved', async ({
  lab,
  page,
}) => {
  await lab.open('#/lab/byzantine');
  await tab(page, 'Messages').click();
  const panel = page.getByRole('region', { name: 'Messages for one decision' });
  await panel.getByRole('button', { name: 'Count in runs' }).click();
  await lab.idle();
  await panel.getByRole('combobox', { name: 'Up to' }).selectOption({ label: 'm = 3' });
  await panel.getByText('Table', { exact: true }).click();
  await expect(panel.getByRole('row', { name: /^10 / })).toContainText('3,609');
  const file = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Save as CSV' }).click();
  const lines = readFileSync(await (await file).path(), 'utf8').split('\r\n');
  expect(lines.find((line) => line.startsWith('7,'))).toBe('7,6,6,36,36,156,156,516,516,36,36');
});

test('of two generals, one is left alone when a messenger is caught', async ({ lab, page }) => {
  await openPreset(lab, 'two-generals');
  await tab(page, 'Messages in flight').click();
  const list = page.getByRole('list', { name: 'Messages in flight' });
  await list.getByRole('button', { name: 'Drop' }).first().click();
  await page.evaluate(() =>
    window.zooscope.send({ type: 'run-until', condition: { quiet: true }, withinMs: 1000 }),
  );
  await lab.idle();
  await expect(page.getByText('1 lost', { exact: false }).first()).toBeVisible();
});

test('in Chinese and on a phone it is all there', async ({ lab, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await lab.open('#/lab/byzantine', 'lang=zh-CN');
  await expect(page.getByRole('button', { name: /^L3，叛徒/u })).toBeVisible();
  await tab(page, '手里有什么').click();
  await expect(page.getByRole('group', { name: /^L1 手里有什么/u })).toContainText('消息');
});

test('is accessible in every theme, with its field, its worlds and a table', async ({
  lab,
  page,
  expectAccessibleInAllThemes,
}) => {
  await lab.open('#/lab/byzantine');
  await expectAccessibleInAllThemes();
  await tab(page, 'Two worlds').click();
  await lab.idle();
  await expectAccessibleInAllThemes();
  await tab(page, 'Messages').click();
  await page.getByText('Table', { exact: true }).click();
  await general(page, 'L3').click();
  await lab.idle();
  await expectAccessibleInAllThemes();
});
