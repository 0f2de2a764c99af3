import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import { PaxosLab } from './paxos-lab.ts';

test('five members agree on one value, and the page says which is still possible until then', async ({
  page,
  expectAccessible,
}) => {
  const lab = new PaxosLab(page);
  await lab.openPaxos();
  for (const name of ['A1', 'A2', 'A3', 'A4', 'A5']) await lab.expectCard(name, 'none', 'none');
  await expect(lab.chosen()).toHaveText('nothing');
  const banner = page.getByRole('group', { name: 'What is decided' });

  await lab.press('Still possible');
  const definitions = lab.dialog('What do chosen, possible and impossible mean?');
  await expect(definitions).toContainText('can still form a majority for it');
  await definitions.getByRole('button', { name: 'Close' }).click();

  await lab.runUntilChosen();
  const { chosen, quorum, processes } = await lab.detail();
  const [proposal] = chosen;
  const { value = '', ballot = 0 } = proposal ?? {};
  expect(['10%', '20%']).toContain(value);
  await expect(lab.chosen()).toHaveText(value);
  const other = value === '10%' ? '20%' : '10%';
  await expect(banner).toContainText(`Impossible${other}`);
  const votes = processes.filter(
    ({ kept }) => kept?.accBallot === ballot && kept.accValue === value,
  );
  expect(votes.length).toBeGreaterThanOrEqual(quorum);
  await expect(lab.invariants()).toContainText('invariants hold');
  await lab.look('A3');
  await expectAccessible();
});

test('on datagram links a message can be delivered, dropped, doubled and held; the schedule is saved', async ({
  page,
  context,
}) => {
  const lab = new PaxosLab(page);
  await lab.openPaxos();
  await lab.setUpAs('Every message by hand');
  await lab.runFor(1);
  await lab.showView('Messages in flight');
  const prepare = (to: string): string => `Prepare 1, from A1 to ${to}`;

  await lab.does(prepare('A2'), 'Deliver now');
  await lab.runFor(1);
  await lab.expectCard('A2', '1', 'none');
  await lab.does('Promise 1, from A2 to A1', 'Deliver now');
  await lab.does(prepare('A3'), 'Duplicate');
  await expect(lab.messages().and(page.getByLabel(prepare('A3'), { exact: true }))).toHaveCount(2);
  await lab.does(prepare('A3'), 'Drop');
  await expect(lab.messages().and(page.getByLabel(prepare('A3'), { exact: true }))).toHaveCount(1);
  await lab.does(prepare('A4'), 'Release');
  await expect(lab.message(prepare('A4')).getByRole('button', { name: 'Hold' })).toBeVisible();
  await lab.does(prepare('A4'), 'Hold');
  await lab.runFor(1);
  await lab.expectCard('A4', 'none', 'none');
  await lab.does(prepare('A3'), 'Deliver now');
  await lab.runFor(1);
  await lab.expectCard('A3', '1', 'none');

  const digest = await lab.digest();
  const link = await lab.linkToThisRun();
  const other = new PaxosLab(await context.newPage());
  await other.page.goto(link);
  await other.idle();
  expect(await other.digest()).toBe(digest);
  await other.expectCard('A3', '1', 'none');
  await other.expectCard('A4', 'none', 'none');
  await other.page.close();

  const { position, time } = await lab.frame();
  const download = page.waitForEvent('download');
  await lab.dialog('Share this run').getByRole('button', { name: 'Save scenario file' }).click();
  const content = await readFile(await (await download).path(), 'utf8');
  await lab.openPaxos();
  await lab.chooseFile('schedule.json', content);
  await lab.runToPosition(position, time);
  expect(await lab.digest()).toBe(digest);
});

test('what an acceptor has on disk outlives a crash, and does not outlive the loss of the disk', async ({
  page,
}) => {
  const lab = new PaxosLab(page);
  await lab.openPaxos();
  await lab.runUntilChosen();
  await lab.runFor(1);
  const name = (await lab.card('A3').locator('> title').textContent()) ?? '';
  expect(name).toMatch(/^A3, promised [1-9]\d*, accepted \d+: \d0%$/);

  const inspector = await lab.look('A3');
  await lab.press('Kill A3');
  await expect(lab.card('A3')).toHaveAccessibleName(`${name}, CRASHED`);
  await lab.press('Start A3');
  await expect(lab.card('A3')).toHaveAccessibleName(name);

  await lab.press('Pause A3');
  await expect(lab.card('A3')).toHaveAccessibleName(`${name}, PAUSED`);
  await lab.press('Resume A3');
  await expect(lab.card('A3')).toHaveAccessibleName(name);

  await lab.press('Kill A3');
  await inspector.getByRole('button', { name: 'Wipe disk' }).click();
  await lab.press('Start A3');
  await lab.expectCard('A3', 'none', 'none');
  await expect(lab.invariants()).toContainText('I-Mono');
});

test('a minority cannot choose: cut off, A1 gets nowhere until the network is whole', async ({
  page,
}) => {
  const lab = new PaxosLab(page);
  await lab.openPaxos();
  await lab.press('Partition network');
  const dialog = lab.dialog('Partition network');
  await dialog.getByRole('button', { name: 'Split off a minority of acceptors' }).click();
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await lab.runUntilChosen();
  await expect(lab.chosen()).toHaveText('20%');
  await lab.runFor(2);
  await expect(lab.card('A1')).toHaveAccessibleName(/accepted none$/);
  await lab.press('Heal network');
  await lab.runFor(10);
  await expect(lab.card('A1')).toHaveAccessibleName(/accepted \d+: 20%$/);
  await expect(lab.chosen()).toHaveText('20%');
});

test('a link of datagrams is cut, mended and made lossy', async ({ page }) => {
  const lab = new PaxosLab(page);
  await lab.openPaxos();
  await lab.openLink(1, 3);
  const dialog = lab.dialog('Link 1–3');
  await dialog.getByRole('button', { name: 'Cut A1 → A3 only' }).click();
  await expect(dialog).toContainText('A1 → A3 is cut.');
  await dialog.getByRole('button', { name: 'Mend' }).click();
  await expect(dialog).toContainText('This link works in both directions.');
  await expect(dialog.getByRole('button', { name: 'Set loss and duplication' })).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Reset connections' })).toHaveCount(0);
});

test('the set-up makes separate roles with learners, and says what is wrong', async ({
  page,
  expectAccessible,
}) => {
  const lab = new PaxosLab(page);
  await lab.openPaxos();
  await lab.press('Set-up');
  const dialog = lab.dialog('Set up a group');
  await dialog.getByRole('button', { name: 'Separate roles' }).click();
  await dialog.getByRole('button', { name: 'Add a proposer' }).click();
  const third = dialog.getByRole('group', { name: 'Proposer 3' });
  await third.getByRole('textbox', { name: 'Value' }).fill('');
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(dialog).toContainText('1 value needs attention.');
  await expect(dialog).toContainText('Write what it wants');
  await expectAccessible();
  await third.getByRole('textbox', { name: 'Value' }).fill('每人自己定');
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(dialog).toBeHidden();

  for (const name of ['P1', 'P2', 'P3', 'A1', 'A2', 'A3', 'L1'])
    await expect(lab.card(name)).toBeVisible();
  await lab.runUntilChosen();
  await lab.runFor(1);
  const value = await lab.chosen().textContent();
  expect(
    (await lab.detail()).processes.find(({ name }) => name === 'L1')?.learner?.learned?.value,
  ).toBe(value);
  await expectAccessible();
});

test('half as a quorum chooses two values, and the run stops at the invariant that breaks', async ({
  page,
}) => {
  const lab = new PaxosLab(page);
  await lab.openPaxos();
  await lab.setUpAs('Half counts as a majority');
  await lab.press('Partition network');
  const dialog = lab.dialog('Partition network');
  for (const name of ['A3', 'A4']) {
    const group = dialog.getByRole('radiogroup', { name: `Group of ${name}` });
    await group.getByText('B', { exact: true }).click();
  }
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('50×');
  await lab.press('Play');
  await expect(lab.invariants()).toContainText(/invariants? broken/);
});

test('in Chinese, by the keyboard alone: a value is chosen, a member looked at and stopped', async ({
  page,
}) => {
  const lab = new PaxosLab(page, 'zh-CN');
  await lab.openPaxos();
  await lab.expectCard('A3', '无', '无');
  await expect(lab.chosen()).toHaveText('尚无');
  // So slowly that the run does not come to rest before it is paused.
  await lab.speed('0.1×');
  await page.getByRole('button', { name: '播放' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '暂停' })).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: '播放' })).toBeFocused();
  await lab.speed('10×');
  await page.getByRole('button', { name: '播放' }).focus();
  await page.keyboard.press('Enter');
  await expect(lab.chosen()).toHaveText(/^[12]0%$/);
  await lab.pause();

  await lab.card('A3').focus();
  await page.keyboard.press('Enter');
  const inspector = page.getByRole('region', { name: 'A3', exact: true });
  await expect(inspector).toBeVisible();
  await inspector.getByRole('button', { name: '停掉 A3' }).focus();
  await page.keyboard.press('Enter');
  await expect(lab.card('A3')).toHaveAccessibleName(/^A3，已承诺 \d+，已接受 .*，CRASHED$/);
});
