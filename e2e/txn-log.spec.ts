import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { Lab } from './lab.ts';
import { typeLines } from './zookeeper-run.ts';

const A = 101;
const B = 102;

const cells = (page: Page) => page.getByRole('listbox', { name: 'Cells of the log' });
const cell = (page: Page, name: RegExp) => cells(page).getByRole('option', { name });

test.describe('the transaction log', () => {
  test.beforeEach(async ({ lab, page }) => {
    await lab.openCold('zookeeper?preset=write');
    await typeLines(page, [
      [A, 'create /app/a hello'],
      [B, 'set /app/x 7'],
      [A, 'delete /nothing'],
    ]);
    await page.getByRole('tab', { name: 'Transaction log' }).click();
    await lab.idle();
  });

  test('a cell opens to its record, each field to its bytes, and leads to its event', async ({
    lab,
    page,
    expectAccessible,
  }) => {
    await expect(cell(page, /error, failed, applied/)).toBeVisible();
    await expect(cell(page, /^Snapshot /)).toBeVisible();
    await cell(page, /create \/app\/a, applied/).click();
    const record = page.getByRole('region', { name: /^Transaction 0·/ });
    await expect(record.getByRole('row', { name: /path/ })).toContainText('/app/a');
    await expect(record.getByRole('row', { name: /clientId/ })).toContainText('α');
    await record.getByRole('button', { name: 'data' }).click();
    // The length of the data, and its five letters.
    const lit = record.locator('.hex-bytes .lit');
    await expect
      .poll(async () => (await lit.allInnerTexts()).join(' '))
      .toBe('00 00 00 05 68 65 6c 6c 6f');
    await expectAccessible();
    const zxid = await record.getByRole('heading').innerText();
    await record.getByRole('button', { name: 'Go to its event' }).click();
    await lab.idle();
    await expect(lab.happened()).toContainText('/app/a');
    // At that moment it is the newest of the log.
    await expect(cells(page).getByRole('option').last()).toHaveAccessibleName(
      new RegExp(`^${zxid.split(' ')[0]} `),
    );
  });

  test('is searched by zxid and by path, and walked by keys', async ({ lab, page }) => {
    const search = page.getByRole('searchbox', { name: 'Search the log by zxid or path' });
    await search.fill('/app/x');
    await search.press('Enter');
    const record = page.getByRole('region', { name: /^Transaction 0·/ });
    await expect(record.getByRole('heading')).toContainText('setData /app/x');
    const [zxid = ''] = (await record.getByRole('heading').innerText()).split(' ');
    await search.fill('/nowhere');
    await search.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: '/nowhere' })).toBeVisible();
    const counter = Number(zxid.split('·')[1]);
    for (const text of [zxid, `0x${counter.toString(16)}`, `0.${counter}`]) {
      await search.fill(text);
      await page.getByRole('button', { name: 'Find next' }).click();
      // The record stands there already: only its answer tells that the search is over.
      await lab.idle();
      await expect(record.getByRole('heading')).toContainText(zxid);
    }
    await cells(page).focus();
    await page.keyboard.press('ArrowLeft');
    await expect(record.getByRole('heading')).toContainText('create /app/a');
    await page.keyboard.press('Enter');
    await lab.idle();
    await expect(lab.happened()).toContainText('/app/a');
  });
});

test('the history of a watch shows what its client missed, and leads to its events', async ({
  lab,
  page,
  expectAccessible,
}) => {
  await lab.openCold('zookeeper?preset=write');
  await typeLines(page, [
    [A, 'get -w /app/x'],
    [B, 'set /app/x 1'],
    [B, 'set /app/x 2'],
    [B, 'set /app/x 3'],
    [A, 'get -w /app/x'],
    [B, 'set /app/x 4'],
    [B, 'ls -w /config'],
  ]);
  await page.getByRole('tab', { name: 'Watches' }).click();
  await lab.idle();
  const story = page.getByRole('listitem').filter({ hasText: 'α/app/x' }).first();
  await expect(story).toContainText('watches no more');
  await expect(story).toContainText(/missed 2 changes: setData 0·\d+, setData 0·\d+/);
  await expect(story).toContainText('set again by getData');
  await expectAccessible();
  await page.getByRole('searchbox', { name: 'Path contains' }).fill('/config');
  await expect(story).toBeHidden();
  await expect(
    page.getByRole('list', { name: 'Watched paths' }).getByText('watches children'),
  ).toBeVisible();
  await page.getByRole('searchbox', { name: 'Path contains' }).fill('');
  await story
    .getByRole('button', { name: /NodeDataChanged/ })
    .first()
    .click();
  await lab.idle();
  // At that moment it has fired, and nothing has come since.
  await expect(story).toContainText('not set again');
  await expect(story.getByRole('button')).toHaveCount(2);
});

test('log and watches speak Chinese', async ({ page, expectAccessible }) => {
  const lab = new Lab(page, 'zh-CN');
  await lab.openCold('zookeeper?preset=write', 'lang=zh-CN');
  await typeLines(page, [
    [A, 'get -w /app/x'],
    [B, 'set /app/x 1'],
  ]);
  await page.getByRole('tab', { name: '事务日志' }).click();
  await page.getByRole('option', { name: /setData \/app\/x，已应用/ }).click();
  await expect(page.getByRole('region', { name: /^事务 0·/ })).toContainText('事务头');
  await expectAccessible();
  await page.getByRole('tab', { name: '监听', exact: true }).click();
  await expect(page.getByText(/触发 NodeDataChanged，随即失效/)).toBeVisible();
  await expectAccessible();
});
