import { expect, test } from './fixtures.ts';
import { PaxosLab } from './paxos-lab.ts';
import { ConsoleLab } from './zookeeper-console.ts';

test('the election lab opens among votes in flight, and Play goes on from there', async ({
  lab,
}) => {
  await lab.open('#/lab/election');
  await lab.expectStates({ 1: 'LOOKING', 2: 'LOOKING', 3: 'LOOKING', 4: 'LOOKING', 5: 'CRASHED' });
  await expect(lab.happened()).toContainText('S5 led and has crashed.');
  await expect(lab.inspector(5)).toBeVisible();
  const opened = await lab.position();
  await lab.button('Play from here').click();
  await expect(lab.button('Play from here')).toHaveCount(0);
  await expect(lab.button('Pause')).toBeFocused();
  await lab.fastest();
  await expect(lab.server(2)).toHaveAccessibleName('Server 2, LEADING');
  await lab.pause();
  await expect(lab.happened()).not.toContainText('S5 led and has crashed.');
  expect(await lab.position()).toBeGreaterThan(opened);
});

test('what led to the moment stands before it, and one may step back into it', async ({ lab }) => {
  await lab.open('#/lab/election');
  const opened = await lab.position();
  await lab.stepBack();
  await expect(lab.button('Play from here')).toHaveCount(0);
  await lab.expectPosition(opened - 1);
  await lab.press('Restart');
  await lab.expectPosition(0);
  expect(await lab.length()).toBeGreaterThanOrEqual(opened);
});

test('a preset opens at its own moment, and from the start it is cold', async ({ lab, page }) => {
  await lab.open('#/lab/election');
  const start = page.getByRole('region', { name: 'Start from' });
  await expect(start.getByRole('button', { pressed: true })).toHaveText('Leader crashes');
  await start.getByRole('button', { name: 'Split in halves' }).click();
  await lab.idle();
  await expect(start.getByRole('button', { pressed: true })).toHaveText('Split in halves');
  await expect(lab.happened()).toContainText('Two against two');
  await lab.press('From the start');
  await lab.expectPosition(0);
  await expect(start.getByRole('button', { pressed: true })).toHaveText('Split in halves');
  await expect(lab.button('From the start')).toBeDisabled();
  await lab.runFor(1);
  await lab.expectState(1, 'LOOKING');
});

test('the Paxos lab opens on the message that decides', async ({ page }) => {
  const lab = new PaxosLab(page);
  await lab.open('#/lab/paxos');
  await expect(lab.chosen()).toHaveText('nothing');
  await page.getByRole('tab', { name: 'Messages in flight' }).click();
  await lab.does('Accept 2: 20%, from A5 to A3', 'Deliver now');
  await lab.runUntilChosen();
  await expect(lab.chosen()).toHaveText('20%');
});

test('a livelock is one press away', async ({ page }) => {
  const lab = new PaxosLab(page);
  await lab.open('#/lab/paxos');
  await lab.press('Livelock');
  await page.getByRole('tab', { name: 'Certificate', exact: true }).click();
  await expect(lab.certificate()).toBeVisible();
  await expect(lab.chosen()).toHaveText('nothing');
});

test('on a phone the presets stand below the sentence', async ({ lab, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await lab.open('#/lab/election');
  await expect(lab.button('Play from here')).toBeVisible();
  await lab.press('First start');
  await expect(page.locator('.happened-seen')).toContainText('Three of five have started');
});

for (const [who, query] of [
  ['an ensemble', ''],
  ['one server', '?preset=write'],
]) {
  test(`the first line typed after the ZooKeeper lab has opened on ${who} is carried out`, async ({
    page,
  }) => {
    const lab = new ConsoleLab(page);
    await lab.open(`#/lab/zookeeper${query}`);
    await lab.fastest();
    await lab.type('create /hello world');
    await expect(lab.output()).toContainText('Created /hello');
  });
}

test('the first line typed right after Start all waits for its connection', async ({ page }) => {
  const lab = new ConsoleLab(page);
  await lab.openCold('zookeeper?preset=write');
  await lab.fastest();
  await lab.press('Start all');
  await lab.type('create /hello world');
  await expect(lab.output()).toContainText('Created /hello');
  await expect(lab.output()).not.toContainText('ConnectionLoss');
});
