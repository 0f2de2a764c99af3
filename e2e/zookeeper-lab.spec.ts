import { expect, test } from './fixtures.ts';
import { ZooKeeperLab } from './zookeeper-lab.ts';

const ALPHA = 101;
const BETA = 102;
const GAMMA = 103;

test('a write that is not synced is lost when the power is cut, and kept when the process is killed', async ({
  page,
}) => {
  const lab = new ZooKeeperLab(page);
  await lab.openZooKeeper();
  await lab.type(ALPHA, 'create /lost 1');
  await lab.runUntilStage('flush: in the log, not on disk');
  await expect(lab.drawing()).toContainText('a power cut loses it');
  await lab.cutPower(1);
  await lab.expectState(1, 'CRASHED');
  await expect(lab.drawing()).toContainText('lost: never on disk');
  await expect(lab.drawing()).toContainText('1 request lost');
  await lab.start(1);
  await lab.runUntilServes();
  await lab.expectState(1, 'STANDALONE');
  await expect(lab.node('/app')).toBeVisible();
  await expect(lab.node('/lost')).toHaveCount(0);
  await expect(lab.drawing()).not.toContainText('lost: never on disk');

  await lab.runUntilState('α', 'CONNECTED');
  await lab.type(ALPHA, 'create /kept 1');
  await lab.runUntilStage('flush: in the log, not on disk');
  await lab.kill(1);
  await expect(lab.drawing()).not.toContainText('lost: never on disk');
  await lab.start(1);
  await lab.runUntilServes();
  await expect(lab.node('/kept')).toBeVisible();
  await expect(lab.invariants()).toContainText('11 invariants hold');
});

test('a power cut in mid-write leaves a torn record, behind which the next start reads nothing; a clock can be set', async ({
  page,
}) => {
  const lab = new ZooKeeperLab(page);
  await lab.openZooKeeper();
  await lab.inspect(1);
  const deed = (name: string) => lab.inspector(1).getByRole('button', { name, exact: true });
  await expect(deed('Cut its power in mid-write')).toHaveAttribute('aria-disabled', 'true');
  await lab.type(ALPHA, 'create /half 1');
  await lab.runUntilStage('flush: in the log, not on disk');
  await deed('Cut its power in mid-write').click();
  await lab.expectState(1, 'CRASHED');
  await lab.start(1);
  await lab.runUntilServes();
  await expect(lab.node('/app')).toBeVisible();
  await expect(lab.node('/half')).toHaveCount(0);

  await deed('Set its clock an hour ahead').click();
  await lab.runUntilState('α', 'CONNECTED');
  await lab.type(ALPHA, 'create /later 1');
  await lab.runUntilQuiet();
  await expect(lab.node('/later')).toBeVisible();
  await expect(lab.invariants()).toContainText('11 invariants hold');
});

test('a pressed stage of the pipeline lets a request come there', async ({ page }) => {
  const lab = new ZooKeeperLab(page);
  await lab.openZooKeeper();
  await lab.type(ALPHA, 'create /a 1');
  const standing = async (): Promise<string[]> =>
    (await lab.detail()).servers[0]?.stages.filter(({ count }) => count > 0).map((s) => s.stage) ??
    [];
  await lab.press('Run until a request is at Sync: log');
  expect(await standing()).toEqual(['sync']);
  await lab.enter('Run until a request is at Final');
  expect(await standing()).toEqual(['final']);
});

test('a pressed stage that no request comes to says so, and where time stands', async ({
  page,
}) => {
  const lab = new ZooKeeperLab(page);
  await lab.openZooKeeper();
  // Pings pass every stage, but wait for no disk.
  await lab.press('Run until a request is at Sync: flush');
  const said = page
    .getByRole('status')
    .filter({ hasText: /^Not reached within 5 s of virtual time; the run stands at \d/u });
  await expect(said).toBeVisible();
  await lab.press('Step back');
  await expect(said).toHaveCount(0);
});

test('a client that is cut off loses its session, and its ephemeral node with it', async ({
  page,
}) => {
  const lab = new ZooKeeperLab(page);
  await lab.openZooKeeper();
  const own = '/app/members/m-0000000001';
  await expect(lab.node(own)).toBeVisible();
  await lab.button('Partition network').click();
  const dialog = lab.dialog('Partition network');
  await dialog.getByRole('button', { name: 'Cut off β', exact: true }).click();
  await dialog.getByRole('button', { name: 'Apply', exact: true }).click();
  await lab.idle();

  await lab.runUntilState('β', 'CONNECTING');
  await expect(lab.node(own), 'a lost connection is no lost session').toBeVisible();
  await lab.runUntilSessionOver('β');
  await expect(lab.node(own)).toHaveCount(0);
  await lab.expectClient('β', 'CONNECTING');
  await lab.expectClient('α', 'CONNECTED');
  await lab.heal();
  await lab.runUntilState('β', 'EXPIRED');
  await expect(lab.happened()).toContainText('its session is over');
});

test('back, and another way: the run branches, and both branches stay', async ({ page }) => {
  const lab = new ZooKeeperLab(page);
  await lab.openZooKeeper();
  const before = await lab.position();
  await lab.type(ALPHA, 'create /first 1');
  await lab.runUntilQuiet();
  await expect(lab.node('/first')).toBeVisible();
  while ((await lab.position()) > before) await lab.stepBack();
  await expect(lab.node('/first')).toHaveCount(0);
  await lab.type(BETA, 'create /second 1');
  await lab.runUntilQuiet();
  await expect(lab.node('/second')).toBeVisible();
  await expect(lab.node('/first')).toHaveCount(0);
  await lab.switchBranch('Branch 1');
  await expect(lab.node('/first')).toBeVisible();
  await expect(lab.node('/second')).toHaveCount(0);
});

test('a held request waits with its pin, and inside a connection nothing is dropped', async ({
  page,
}) => {
  const lab = new ZooKeeperLab(page);
  await lab.openZooKeeper();
  await lab.type(ALPHA, 'create /held 1');
  await lab.showView('Messages in flight');
  const message = lab.messages().filter({ hasText: 'create /held' });
  await message.getByRole('button', { name: 'Hold', exact: true }).click();
  await lab.idle();
  await expect(message.getByRole('button', { name: 'Release', exact: true })).toBeVisible();
  for (const name of ['Drop', 'Duplicate'])
    await expect(message.getByRole('button', { name, exact: true })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  await expect(page.locator('.msg.held .pin')).toHaveCount(1);
  await lab.runFor(1);
  await expect(lab.node('/held')).toHaveCount(0);
  await message.getByRole('button', { name: 'Deliver now', exact: true }).click();
  await lab.runUntilQuiet();
  await expect(lab.node('/held')).toBeVisible();
});

test('server and clients are looked into, killed, paused, and closed', async ({ page }) => {
  const lab = new ZooKeeperLab(page);
  await lab.openZooKeeper();
  await lab.inspect(1);
  await expect(lab.inspector(1)).toContainText('PrepRequestProcessor');
  await lab.press('Pause server 1');
  await lab.expectState(1, 'PAUSED');
  await lab.press('Resume server 1');
  await lab.expectState(1, 'STANDALONE');

  await lab.look('α');
  await lab.press('Close its session');
  await lab.runUntilState('α', 'CLOSED');
  await lab.expectClient('α', 'CLOSED');
  await lab.look('β');
  await lab.press('Break its connection');
  await lab.expectClient('β', 'CONNECTING');
  await lab.press('Kill β');
  await lab.expectClient('β', 'CRASHED');
  await lab.press('Start β');
  await lab.runUntilState('β', 'CONNECTED');
});

test('the sync of the disk is a slider; writes that come meanwhile share one flush', async ({
  page,
}) => {
  const lab = new ZooKeeperLab(page);
  await lab.openZooKeeper();
  await lab.setUpAs('A slow disk: group commit');
  for (const name of ['α', 'β', 'γ']) await lab.runUntilState(name, 'CONNECTED');
  await page.getByRole('slider', { name: 'fsync takes' }).fill('8');
  await expect(lab.button('As set up')).toBeVisible();
  await lab.type(ALPHA, 'create /one 1');
  await lab.runUntilStage('flush: in the log, not on disk');
  const began = (await lab.frame()).time;
  await lab.type(BETA, 'create /two 1');
  await lab.type(GAMMA, 'create /three 1');
  await lab.runUntilQuiet();
  const facts = await page.evaluate(() => window.zooscope.facts());
  const flushes = facts.filter(({ rule, time }) => rule === 'log-flushed' && time > began);
  expect(flushes.map(({ data }) => data['txns'])).toEqual([1, 2]);
  // The eighth mark is 20 ms.
  expect((flushes[0]?.time ?? 0) - began).toBe(20_000);
  await lab.press('As set up');
  await expect(lab.button('As set up')).toHaveCount(0);
});

test('set-up makes another server with other clients', async ({ page }) => {
  const lab = new ZooKeeperLab(page);
  await lab.openZooKeeper();
  await lab.press('Set-up');
  const dialog = lab.dialog('Set up servers and clients');
  await dialog.getByRole('button', { name: 'Short sessions', exact: true }).click();
  await dialog.getByRole('textbox', { name: 'wishes for a session of, ms' }).first().fill('soon');
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('needs');
  await dialog.getByRole('textbox', { name: 'wishes for a session of, ms' }).first().fill('4000');
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(dialog).toBeHidden();
  await lab.runUntilQuiet();
  for (const name of ['α', 'β', 'γ']) await lab.expectClient(name, 'CONNECTED');
});

for (const language of ['en', 'zh-CN'] as const) {
  test(`no accessibility violation in any theme (${language})`, async ({
    page,
    expectAccessibleInAllThemes,
  }) => {
    const lab = new ZooKeeperLab(page, language);
    await lab.openZooKeeper();
    await lab.inspect(1);
    await expectAccessibleInAllThemes();
    await lab.look('β');
    await expectAccessibleInAllThemes();
  });
}

test.describe('a phone, 390 × 844', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('stage and transport are on screen, everything else is one tab away', async ({
    page,
    expectAccessible,
  }) => {
    const lab = new ZooKeeperLab(page);
    const expectFits = async (): Promise<void> => {
      const { content, width } = await page.evaluate(() => ({
        content: document.documentElement.scrollWidth,
        width: document.documentElement.clientWidth,
      }));
      expect(content).toBeLessThanOrEqual(width);
    };
    await lab.openZooKeeper();
    await expect(lab.server(1)).toBeInViewport({ ratio: 0.99 });
    for (const name of ['α', 'β']) await expect(lab.client(name)).toBeInViewport({ ratio: 0.99 });
    for (const name of ['Play', 'Step forward', 'Step back', 'Restart'])
      await expect(lab.button(name)).toBeInViewport({ ratio: 0.99 });
    await expectFits();
    await expectAccessible();
    for (const name of ['Tree', 'Transaction log', 'Events', 'Messages in flight', 'Run']) {
      await lab.tapTab(name);
      await expectFits();
    }
    await lab.server(1).tap();
    await lab.tapTab('Server 1');
    await lab.button('Kill server 1').tap();
    await lab.expectState(1, 'CRASHED');
    await expectFits();
  });
});
