/** What a person does in a running lab is seen happening, and playing comes to rest by itself. */
import { expect, test } from './fixtures.ts';
import { ZooKeeperLab } from './zookeeper-lab.ts';

test('at rest one is offered what to do next; the leader’s death is then seen: LOOKING, votes, sentences', async ({
  lab,
  page,
}) => {
  await lab.openElection();
  await lab.runUntilServing(5);
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('50×');
  await lab.button('Play').click();
  const offers = page.getByRole('group', { name: 'What next?' });
  await expect(offers).toBeVisible();
  await expect(lab.button('Play')).toBeVisible();
  for (const name of ['Write something', 'Cut the network in two', 'Go on'])
    await expect(offers.getByRole('button', { name })).toBeVisible();

  await page.getByRole('combobox', { name: 'Speed' }).selectOption('1×');
  // How long, in ms of wall time, a LOOKING server was on the stage, and how many votes at once.
  await page.evaluate(() => {
    const seen = { looking: 0, votes: 0, last: performance.now() };
    Object.assign(window, { seen });
    const look = (now: number): void => {
      const names = [...document.querySelectorAll('[role=button] > title')];
      if (names.some((one) => /^Server \d, LOOKING/.test(one.textContent)))
        seen.looking += now - seen.last;
      seen.last = now;
      const votes = document.querySelectorAll('.stage [data-key^="message-"]').length;
      seen.votes = Math.max(seen.votes, votes);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await offers.getByRole('button', { name: 'Kill the leader' }).click();
  await expect(offers).toBeHidden();
  await expect(page.getByTitle('watching: S5 crashed')).toBeVisible();
  await expect(lab.happened()).toHaveText(/crashes/);
  await expect(lab.happened()).toHaveText(/begins election round 2/);
  await expect(lab.happened()).toHaveText(/switches its vote/);
  await expect(lab.happened()).toHaveText(/are a quorum/);
  const seen = await page.evaluate(() => (window as unknown as { seen: Seen }).seen);
  expect(seen.looking).toBeGreaterThan(1000);
  expect(seen.votes).toBeGreaterThan(3);

  await page.getByRole('combobox', { name: 'Speed' }).selectOption('50×');
  await expect(offers).toBeVisible();
  await expect(page.getByTitle('watching: S5 crashed')).toBeHidden();
  await expect(offers.getByRole('button', { name: 'Start what is down' })).toBeVisible();
});

interface Seen {
  readonly looking: number;
  readonly votes: number;
}

test('whoever goes on at rest sees time pass quickly, until something happens', async ({
  lab,
  page,
}) => {
  await lab.openElection();
  await lab.runUntilServing(5);
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('50×');
  await lab.button('Play').click();
  const offers = page.getByRole('group', { name: 'What next?' });
  await expect(offers).toBeVisible();
  const { time } = await lab.frame();
  await offers.getByRole('button', { name: 'Go on' }).click();
  await expect
    .poll(() => page.evaluate(() => window.zooscope.frame()?.time ?? 0))
    .toBeGreaterThan(time + 20_000_000);
  await lab.press('Pause');
  await expect(offers).toBeHidden();
});

test('every place that the timeline jumps to has its sentence', async ({ lab, page }) => {
  await lab.openElection();
  await lab.runUntilServing(5);
  await lab.timeline().focus();
  for (const key of ['PageDown', 'PageDown', 'PageDown', 'PageUp', 'ArrowLeft', 'End']) {
    await page.keyboard.press(key);
    await lab.idle();
    expect(await lab.position()).toBeGreaterThan(0);
    await expect(lab.happened()).not.toHaveText(/Nothing has happened/);
    await expect(lab.happened()).not.toBeEmpty();
  }
});

test('a command typed while the run stands can be stopped at each stage, and then answered', async ({
  page,
}) => {
  const lab = new ZooKeeperLab(page);
  await lab.openZooKeeper();
  await page.evaluate(() =>
    window.zooscope.send({ type: 'run-until', condition: { quiet: true }, withinMs: 60_000 }),
  );
  await lab.idle();
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('5×');
  await page.getByText('Stop at each stage').click();
  const line = page.getByRole('textbox', { name: 'zkCli command' }).first();
  await line.fill('create /seen x');
  await line.press('Enter');
  const stages = [
    /reads create \/seen/,
    /makes create \/seen the transaction/,
    /is appended to the log, but not on disk/,
    /on disk/,
    /is applied: create \/seen/,
  ];
  for (const sentence of stages) {
    await expect(lab.happened()).toHaveText(sentence);
    await lab.idle();
    await expect(lab.happened()).toHaveText(sentence);
    await lab.button('Play').click();
  }
  await expect(page.getByRole('log', { name: 'zkCli output' }).first()).toContainText(
    'Created /seen',
  );
});
