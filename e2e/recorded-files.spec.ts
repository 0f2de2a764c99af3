import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { retimedLog } from '../src/zookeeper/testing/retimed-log.ts';
import { expect, test } from './fixtures.ts';
import { Lab } from './lab.ts';

interface Dropped {
  readonly name: string;
  readonly bytes: Buffer;
}

const recorded = (name: string): Dropped => ({
  name,
  bytes: readFileSync(new URL(`../fixtures/zookeeper-3.8/files/${name}`, import.meta.url)),
});

/** Snapshots as `snapshot.compression.method` packs them, and some of the nodes that they hold. */
const PACKED = [
  { name: 'snapshot.1b.gz', plain: 'snapshot\\.1b', count: 17, nodes: ['/app', '/mine', '/ttl'] },
  { name: 'snapshot.0.snappy', plain: 'snapshot\\.0', count: 4, nodes: ['/zookeeper'] },
];

/** Drops files on the page, as from the desktop. */
async function drop(page: Page, files: readonly Dropped[]): Promise<void> {
  const data = await page.evaluateHandle(
    (all) => {
      const transfer = new DataTransfer();
      for (const { name, base64 } of all) {
        const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
        transfer.items.add(new File([bytes], name));
      }
      return transfer;
    },
    files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') })),
  );
  await page.getByRole('main').dispatchEvent('drop', { dataTransfer: data });
}

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Files of a real server' });

test.describe('files of a real server', () => {
  test.beforeEach(({ lab }) => lab.openCold('zookeeper?preset=write'));

  test('a transaction whose time is no date can be looked at', async ({ page }) => {
    const bytes = Buffer.from(retimedLog(recorded('log.1').bytes, 2n ** 60n));
    await drop(page, [{ name: 'log.1', bytes }]);
    await dialog(page).getByRole('option').first().click();
    await expect(dialog(page).getByRole('region', { name: 'Transaction 0·1' })).toContainText(
      '1152921504606847000 ms',
    );
    await expect(dialog(page).getByRole('alert')).toHaveCount(0);
  });

  test('a log and its snapshot, dropped together, show their records and their tree', async ({
    lab,
    page,
    expectAccessible,
  }) => {
    await drop(page, [recorded('log.1'), recorded('snapshot.11')]);
    await expect(dialog(page).getByRole('row', { name: /^log\.1/ })).toContainText(
      '17 transactions',
    );
    await expect(dialog(page).getByRole('row', { name: /^log\.1/ })).toContainText('holds');
    await expect(dialog(page).getByRole('row', { name: /^snapshot\.11/ })).toContainText('9 nodes');
    await expect(dialog(page)).toContainText('loads snapshot.11 and replays nothing');
    await dialog(page)
      .getByRole('option', { name: /create2 \/app\/cfg/ })
      .click();
    const record = dialog(page).getByRole('region', { name: 'Transaction 0·4' });
    await expect(record).toContainText('log.1, from byte 248, 107 bytes');
    await expect(record).toContainText('0000f8');
    await expectAccessible();
    await dialog(page).getByRole('tab', { name: 'Tree of the files' }).click();
    await dialog(page).getByRole('treeitem', { name: '/app', exact: true }).click();
    await expect(dialog(page).getByRole('region', { name: /\/app/ })).toContainText('two');
    await expectAccessible();
    await lab.idle();
  });

  test('the tree of a snapshot becomes a run, and what cannot be in it is said', async ({
    lab,
    page,
  }) => {
    await drop(page, [recorded('snapshot.11')]);
    await dialog(page).getByRole('tab', { name: 'Tree of the files' }).click();
    await expect(dialog(page)).toContainText('1 ephemeral node is left out');
    await dialog(page).getByRole('button', { name: 'Open this tree as a run' }).click();
    await expect(dialog(page)).toBeHidden();
    await lab.idle();
    await page.evaluate(() => window.zooscope.send({ type: 'advance', until: 1_000_000 }));
    await expect(page.getByRole('treeitem', { name: '/box', exact: true })).toBeVisible();
    await expect(page.getByRole('treeitem', { name: '/config', exact: true })).toBeHidden();
  });

  test('broken files are named by the byte, and say what helps', async ({
    page,
    expectAccessible,
  }) => {
    const { bytes } = recorded('log.1');
    const damaged = Buffer.from(bytes);
    damaged[700] = (damaged[700] ?? 0) ^ 1;
    await drop(page, [
      { name: 'snapshot.11', bytes: recorded('snapshot.11').bytes.subarray(0, 500) },
      { name: 'log.1', bytes: damaged },
      { name: 'myid', bytes: Buffer.from('1\n') },
    ]);
    const alerts = dialog(page).getByRole('alert');
    await expect(alerts).toHaveCount(3);
    await expect(alerts.nth(0)).toContainText(/Byte 493:.*take an older one/);
    await expect(alerts.nth(1)).toContainText(/Byte 655:.*checksum.*7 transactions before it/);
    await expect(alerts.nth(2)).toContainText(/Byte 0:.*ZKLG/);
    await expect(dialog(page).getByRole('option')).toHaveCount(7);
    await expectAccessible();
  });

  test('snapshots packed with gzip and with Snappy show the trees that they hold', async ({
    page,
    expectAccessible,
  }) => {
    for (const { name, plain, count, nodes } of PACKED) {
      await drop(page, [recorded(name)]);
      const row = dialog(page).getByRole('row', { name: new RegExp(`^${plain}`) });
      await expect(row).toContainText(`${count} nodes`);
      await dialog(page).getByRole('tab', { name: 'Tree of the files' }).click();
      for (const path of nodes) {
        await expect(dialog(page).getByRole('treeitem', { name: path, exact: true })).toHaveCount(
          1,
        );
      }
      await expectAccessible();
      await page.keyboard.press('Escape');
      await expect(dialog(page)).toBeHidden();
    }
  });

  test('a packed snapshot that is broken is refused by the byte, and nothing of it is shown', async ({
    page,
  }) => {
    const [gzip, snappy] = [recorded('snapshot.1b.gz').bytes, recorded('snapshot.0.snappy').bytes];
    await drop(page, [
      { name: 'snapshot.1b.gz', bytes: gzip.subarray(0, gzip.length - 20) },
      { name: 'snapshot.0.snappy', bytes: snappy.subarray(0, 100) },
    ]);
    const alerts = dialog(page).getByRole('alert');
    await expect(alerts).toHaveCount(2);
    await expect(alerts.nth(0)).toContainText('packed with gzip or Snappy, and broken here');
    await expect(alerts.nth(1)).toContainText(/Byte 16:.*packed with gzip or Snappy, and broken/);
    await expect(dialog(page).getByRole('treeitem')).toHaveCount(0);
  });

  test('a cut log ends where it was not written to its end; another name does not matter', async ({
    page,
  }) => {
    await drop(page, [{ name: 'copy.bin', bytes: recorded('log.1').bytes.subarray(0, 700) }]);
    await expect(dialog(page)).toContainText('The record at byte 655 was not written to its end');
    await expect(dialog(page)).toContainText('a server would call it log.1');
  });

  test('they are chosen by the keyboard, and a large one does not freeze the page', async ({
    lab,
    page,
  }) => {
    await page.getByRole('tab', { name: 'Transaction log' }).click();
    await lab.enter('Open real files');
    const chosen = page.waitForEvent('filechooser');
    await lab.enter('Choose files');
    // The same records again and again would have the same zxids: what follows is left to zeros.
    const large = Buffer.concat([recorded('log.1').bytes, Buffer.alloc(12_000_000)]);
    await (
      await chosen
    ).setFiles([{ name: 'log.1', mimeType: 'application/octet-stream', buffer: large }]);
    await expect(dialog(page).getByRole('row', { name: /^log\.1/ })).toContainText('12.0 MB');
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
  });

  test('reading stops when somebody says so, and other files can be opened at once', async ({
    lab,
    page,
  }) => {
    // What reads never comes: it is still reading, however fast the machine is.
    await page.route(/\/files\.worker-[\w-]+\.js$/, () => undefined);
    await drop(page, [recorded('log.1')]);
    await expect(dialog(page).getByRole('progressbar', { name: 'Reading' })).toBeVisible();
    await dialog(page).getByRole('button', { name: 'Stop reading' }).click();
    await expect(dialog(page).getByRole('progressbar')).toBeHidden();
    await expect(dialog(page).getByRole('alert')).toHaveCount(0);
    await expect(dialog(page).getByRole('button', { name: 'Choose files' })).toBeVisible();

    await page.unroute(/\/files\.worker-[\w-]+\.js$/);
    await drop(page, [recorded('snapshot.11')]);
    await expect(dialog(page).getByRole('row', { name: /^snapshot\.11/ })).toContainText('9 nodes');
    await expect(dialog(page).getByRole('row', { name: /^log\.1/ })).toHaveCount(0);
    await lab.idle();
  });

  test('a scenario dropped on the lab is still opened as one', async ({ lab, page }) => {
    const scenario = {
      format: 'zooscope-scenario',
      version: 1,
      model: 'zookeeper',
      seed: 1,
      setup: { servers: [{ sid: 1 }], clients: [{ id: 101 }], tree: [{ path: '/dropped' }] },
    };
    await drop(page, [{ name: 'run.json', bytes: Buffer.from(JSON.stringify(scenario)) }]);
    await lab.idle();
    await page.evaluate(() => window.zooscope.send({ type: 'advance', until: 1_000_000 }));
    await expect(page.getByRole('treeitem', { name: '/dropped', exact: true })).toBeVisible();
    await expect(dialog(page)).toBeHidden();
  });
});

test('files of a real server speak Chinese', async ({ page, expectAccessible }) => {
  const lab = new Lab(page, 'zh-CN');
  await lab.openCold('zookeeper?preset=write', 'lang=zh-CN');
  await drop(page, [recorded('log.1'), { name: 'x', bytes: Buffer.from('x') }]);
  const chinese = page.getByRole('dialog', { name: '真实服务器的文件' });
  await expect(chinese.getByRole('row', { name: /^log\.1/ })).toContainText('17 个事务');
  await expect(chinese.getByRole('alert')).toContainText('第 0 字节');
  await expectAccessible();
});
