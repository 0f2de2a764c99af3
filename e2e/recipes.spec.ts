import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { Lab } from './lab.ts';
import { runUntil } from './run-until.ts';

/** The recipe lab as it is used: who holds, who believes, what is done to a client, and what it costs. */

const client = (page: Page, number: number) =>
  page.getByRole('button', { name: new RegExp(`^C${number}, `) }).first();
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });
const inspector = (page: Page, number: number) =>
  page.getByRole('region', { name: `Client ${number}`, exact: true });

const openPreset = (lab: Lab, id: string): Promise<void> => lab.open(`#/lab/recipes?preset=${id}`);

test('opens alive: the holder is dead, its session ends, and the next one is woken', async ({
  lab,
  page,
}) => {
  await lab.open('#/lab/recipes');
  await expect(client(page, 1)).toHaveAccessibleName('C1, CRASHED, holds and does not believe it');
  await expect(client(page, 2)).toHaveAccessibleName('C2, waits');
  await runUntil(page, { believes: { what: 'lock', pids: [102] } });
  await lab.idle();
  await expect(client(page, 2)).toHaveAccessibleName(/^C2, .*believes and holds$/u);
  await expect(client(page, 3)).toHaveAccessibleName('C3, waits');
  // Nobody else was told.
  await tab(page, 'Woken').click();
  await expect(page.getByRole('button', { name: /^Release 1, by C1: 1 woken/u })).toBeVisible();
});

test('a pause longer than the session gives two believers, and the bracket tells how long', async ({
  lab,
  page,
}) => {
  await openPreset(lab, 'two-owners');
  await expect(client(page, 1)).toHaveAccessibleName('C1, paused, believes and does not hold');
  await expect(client(page, 2)).toHaveAccessibleName(/believes and holds$/u);
  await page.evaluate(() =>
    window.zooscope.send({ type: 'run-until', condition: { timeMs: 14_000 }, withinMs: 60_000 }),
  );
  await lab.idle();
  await tab(page, 'Who believes it').click();
  await expect(page.getByRole('img', { name: /^the bug: 2 believe for /u })).toBeVisible();
  // Its inspector says the same, and what it has been told.
  await client(page, 1).click();
  const values = inspector(page, 1);
  await expect(values).toContainText('believeslock');
  await expect(values).toContainText('toldnot yet');
  await lab.press('Resume client 1');
  await runUntil(page, { believes: { what: 'lock', pids: [102] } });
  await lab.idle();
  await expect(client(page, 1)).not.toHaveAccessibleName(/believes/u);
});

test('a client is cut off until its session has ended, by one press', async ({ lab, page }) => {
  await openPreset(lab, 'hand-over');
  await client(page, 3).click();
  await lab.press('Let its session expire');
  await runUntil(page, { state: { pid: 103, is: 'CONNECTED' } });
  await lab.idle();
  // Whoever waited behind it waits for the one before it now.
  await tab(page, 'Program').click();
  await expect(page.getByRole('table')).toBeVisible();
});

test('a client’s session is ended at once, and the client hears of it when it comes back', async ({
  lab,
  page,
}) => {
  await openPreset(lab, 'hand-over');
  await client(page, 3).click();
  await lab.press('Slow down each step');
  await lab.press('Steps as fast as before');
  await expect(page.getByRole('button', { name: 'Slow down each step' })).toBeVisible();
  await lab.press('End its session now');
  await runUntil(page, { program: { pid: 103, is: 'ended' } });
  await lab.idle();
  // Its node went with it: it has queued anew, and whoever waited behind it has waited for the one before.
  await expect(inspector(page, 3)).toContainText('ownLock-5');
  await client(page, 4).click();
  await tab(page, 'Program').click();
  await expect(
    page.getByRole('row', { name: /exists.* Lock-0 Lock-4 Lock-1 Lock-3$/u }),
  ).toBeVisible();
});

test('the number of clients goes from one to a hundred', async ({ lab, page }) => {
  await openPreset(lab, 'hand-over');
  const slider = page.getByRole('slider', { name: 'Clients' });
  await slider.focus();
  await slider.press('End');
  await expect(page.getByRole('group', { name: '100 clients round one node' })).toBeVisible();
  await lab.pause();
  await expect(slider).toHaveValue('100');
  await page.getByRole('combobox', { name: 'Recipe' }).selectOption({ label: 'Barrier' });
  await expect(page.getByRole('group', { name: /^5 clients, / })).toBeVisible();
  await lab.pause();
  await expect(slider).toHaveValue('5');
});

test('beside the ring stands what it costs, counted in runs of its own', async ({ lab, page }) => {
  await openPreset(lab, 'herd');
  const beside = page.getByRole('region', { name: 'Messages until all N have had it' });
  await expect(beside.getByText('4.79 times as many')).toBeVisible();
  await beside.getByRole('slider', { name: 'N' }).press('Home');
  await expect(beside.getByText('0.67 times as many')).toBeVisible();
  await beside.getByRole('radio', { name: 'Plot' }).focus();
  await page.keyboard.press('ArrowRight');
  const row = beside.getByRole('row', { name: /^20 / });
  await expect(row).toContainText('1,030');
  await expect(row).toContainText('215');
  // Each release is a bar, and a row of the table beside it.
  await tab(page, 'Woken').click();
  await expect(page.getByRole('button', { name: /^Release 1, by C1: 19 woken/u })).toBeVisible();
  const panel = page.getByRole('tabpanel', { name: 'Woken' });
  await panel.getByText('Table', { exact: true }).click();
  await expect(panel.getByRole('row', { name: '1 C1 19 0' })).toBeVisible();
  const file = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Save as CSV' }).click();
  expect(readFileSync(await (await file).path(), 'utf8')).toContain('1,C1,19,0');
});

test('what a lock costs is counted, read as a plot and as a table, and saved', async ({
  lab,
  page,
}) => {
  await openPreset(lab, 'hand-over');
  await tab(page, 'Cost').click();
  const panel = page.getByRole('region', { name: /^What a lock costs/u });
  await panel.getByRole('button', { name: 'Count', exact: true }).click();
  await expect(panel.getByRole('progressbar')).toBeVisible();
  await panel.getByRole('button', { name: 'Cancel' }).click();
  await lab.idle();
  await panel.getByText('Table', { exact: true }).click();
  const row = panel.getByRole('row', { name: /^3 / });
  await expect(row).toContainText('27');
  await expect(row).toContainText('28');
  const file = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Save as CSV' }).click();
  const lines = readFileSync(await (await file).path(), 'utf8').split('\r\n');
  expect(lines.find((line) => line.startsWith('100,'))).toMatch(/25150.*15550.*1095/u);
});

test('a program of one’s own: its wrong line is named, mended, and it runs', async ({
  lab,
  page,
}) => {
  await openPreset(lab, 'hand-over');
  await tab(page, 'Program').click();
  await lab.press('Write one');
  const dialog = page.getByRole('dialog', { name: 'A program of your own' });
  const steps = dialog.getByRole('textbox', { name: 'Steps' });
  // A program that works is there to begin with, and what can stand at the caret is offered.
  await dialog.getByRole('combobox', { name: 'Begin with' }).selectOption({ label: 'semaphore' });
  await expect(steps).toHaveValue(/getChildren/u);
  await dialog
    .getByRole('combobox', { name: 'Begin with' })
    .selectOption({ label: 'what is here' });
  const first = await steps.inputValue();
  await steps.fill(`${first}\n+ goto `);
  await steps.press('Control+Space');
  await expect(page.getByRole('menuitem')).toHaveText(['ask', 'look', 'held']);
  await expect(page.getByRole('menu')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(steps).toHaveValue(`${first}\n+ goto look`);
  await expect(steps).toBeFocused();
  await steps.fill(first.replace('work {"ms": "$workMs"}', 'work {"ms"'));
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(dialog.getByRole('button', { name: /^Line 6: / })).toBeVisible();
  // What the language knows is checked by the same schema as every file.
  await steps.fill(first.replace('"goto": "ask"}', '"goto": "nowhere"}'));
  await expect(dialog.getByRole('button', { name: /^Line 4: / })).toBeVisible();
  await steps.fill(first);
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(dialog).toBeHidden();
  await lab.pause();
  await runUntil(page, { program: { pid: 101, is: 'ended' } });
  await lab.idle();
  // It is in the run, and so in its link.
  const saved = await page.evaluate(() => window.zooscope.send({ type: 'save' }));
  expect(JSON.stringify(saved.scenario)).toContain('"mine"');
});

/** Everything that is done to a client, one after the other, and what it has come to. */
const everyDeed = async (
  lab: Lab,
  page: Page,
  press: (name: string) => Promise<void>,
): Promise<void> => {
  const connected = { state: { pid: 103, is: 'CONNECTED' } };
  const done = async (name: string): Promise<void> => {
    await press(name);
    await lab.idle();
  };
  for (const name of [
    'Slow down its messages',
    'Usual latency again',
    'Slow down each step',
    'Steps as fast as before',
    'Pause client 3',
    'Resume client 3',
    'Disconnect',
    'Reconnect',
  ])
    await done(name);
  await runUntil(page, connected);
  await lab.idle();
  for (const name of ['End its session now', 'Let its session expire']) {
    await done(name);
    await runUntil(page, { fact: { rule: 'client-expired', pid: 103 } });
    await runUntil(page, connected);
    await lab.idle();
  }
  await done('Kill client 3');
  await expect(client(page, 3)).toHaveAccessibleName(/^C3, CRASHED/u);
  await done('Start client 3');
  await expect(client(page, 3)).not.toHaveAccessibleName(/CRASHED/u);
  const rules = await page.evaluate(async () =>
    (await window.zooscope.facts()).map(({ rule }) => rule),
  );
  expect(rules).toEqual(
    expect.arrayContaining([
      'latency-set',
      'paused',
      'resumed',
      'links-cut',
      'links-mended',
      'session-terminated',
      'session-expires',
      'crashed',
    ]),
  );
};

test('every deed is done to a client by keyboard alone', async ({ lab, page }) => {
  // A standby that waits for long.
  await openPreset(lab, 'master-dies');
  await client(page, 3).focus();
  await page.keyboard.press('Enter');
  await everyDeed(lab, page, (name) => lab.enter(name));
});

test('by keyboard alone, and in Chinese', async ({ lab, page }) => {
  await lab.open('#/lab/recipes', 'lang=zh-CN');
  await client(page, 2)
    .or(page.getByRole('button', { name: /^C2，/u }))
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: '客户端 2' })).toContainText('实际持有');
  await expect(page.getByRole('tab', { name: '谁自认持有' })).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('every deed is done to a client by the thumb', async ({ lab, page }) => {
    await openPreset(lab, 'master-dies');
    await client(page, 3).tap();
    await lab.idle();
    await everyDeed(lab, page, (name) => page.getByRole('button', { name, exact: true }).tap());
  });

  test('the queue fits, and a tap opens a client', async ({ lab, page }) => {
    await lab.open('#/lab/recipes');
    const stage = page.getByRole('group', { name: /^5 clients, / });
    await expect(stage).toBeVisible();
    await client(page, 2).tap();
    await lab.idle();
    await expect(inspector(page, 2)).toContainText('believes');
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wide).toBeLessThanOrEqual(0);
  });
});
