import { expect, test } from './fixtures.ts';

test('when the leader dies the others elect another, and the old one comes back as a follower', async ({
  lab,
}) => {
  await lab.openElection();
  await lab.runUntilLeader();
  await lab.expectState(5, 'LEADING');

  await lab.kill(5);
  await lab.expectState(5, 'CRASHED');
  await expect(lab.happened()).toContainText(
    'Server 5 crashes: its memory is gone; what it had written still reaches its disk.',
  );
  await expect(lab.button('Kill server 5')).toHaveCount(0);

  await lab.runUntilLeader();
  await lab.expectState(4, 'LEADING');
  await lab.start(5);
  await lab.runUntilServing(5);
  await lab.expectStates({ 4: 'LEADING', 5: 'FOLLOWING' });
  await expect(lab.invariants()).toContainText('invariants hold');
});

test('the power of a server can be cut, by button and by key, and that is taken back like any act', async ({
  lab,
  page,
}) => {
  await lab.openElection();
  await lab.runUntilLeader();
  await lab.cutPower(5);
  await lab.expectState(5, 'CRASHED');
  await expect(lab.happened()).toContainText('Nobody is told.');
  await expect(page.getByRole('region', { name: 'Server 5' })).toContainText(
    'CRASHED, without power',
  );
  await lab.runUntilLeader();
  await lab.expectStates({ 4: 'LEADING', 5: 'CRASHED' });

  await lab.inspect(4);
  await page.keyboard.press('Shift+K');
  await lab.expectState(4, 'CRASHED');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('status', { name: 'Undo and redo' })).toHaveText(
    'Taken back: power of S4 cut',
  );
  await lab.expectState(4, 'LEADING');
});

test('a server killed in the middle of the vote does not stop the others', async ({ lab }) => {
  await lab.openElection();
  await lab.stepUntilMessagesFly();
  await lab.expectState(5, 'LOOKING');

  await lab.kill(5);
  await lab.expectStates({ 1: 'LOOKING', 2: 'LOOKING', 3: 'LOOKING', 4: 'LOOKING', 5: 'CRASHED' });
  await lab.runUntilLeader();
  await lab.expectStates({ 4: 'LEADING', 5: 'CRASHED' });
  await expect(lab.invariants()).toContainText('invariants hold');
});

test('a paused server stands still until it is resumed', async ({ lab }) => {
  await lab.openElection();
  await lab.runUntilLeader();
  await lab.inspect(2);
  await lab.press('Pause server 2');
  await lab.expectState(2, 'PAUSED');
  await expect(lab.button('Pause server 2')).toHaveCount(0);
  await lab.press('Resume server 2');
  await lab.expectState(2, 'FOLLOWING');
});

test('time stands still while a dialog is open, and goes on afterwards', async ({ lab }) => {
  await lab.openElection();
  await lab.button('Play').click();
  await expect.poll(() => lab.timeline().getAttribute('aria-valuenow')).not.toBe('0');
  await lab.button('Partition network').click();
  const dialog = lab.dialog('Partition network');
  await expect(dialog).toBeVisible();
  // It is idle only when nothing plays.
  const { time, position } = await lab.frame();
  await dialog.getByRole('button', { name: 'Isolate the leader' }).press('Escape');
  await expect(lab.button('Pause')).toBeVisible();
  await lab.button('Pause').click();
  const later = await lab.frame();
  expect(later.position).toBeGreaterThanOrEqual(position);
  expect(later.time).toBeGreaterThanOrEqual(time);

  await lab.button('Partition network').click();
  await dialog.press('Escape');
  await expect(lab.button('Play')).toBeVisible();
});

test('a vote can be held, released and delivered at once; TCP neither drops nor repeats it', async ({
  lab,
}) => {
  await lab.openElection();
  await lab.stepUntilMessagesFly();
  await lab.showView('Messages in flight');
  const vote = lab.messages().filter({ hasText: 'notification' }).first();
  const name = await vote.getAttribute('aria-label');
  expect(name).toMatch(/^notification .* → S\d, from S\d to S\d$/);
  const same = lab
    .messages()
    .and(lab.page.getByLabel(name ?? '', { exact: true }))
    .first();

  for (const fault of ['Drop', 'Duplicate']) {
    const button = same.getByRole('button', { name: fault });
    await expect(button).toBeDisabled();
    await expect(button).toHaveAccessibleDescription(/TCP loses or repeats nothing/);
  }

  await same.getByRole('button', { name: 'Hold' }).click();
  await expect(same.getByRole('button', { name: 'Release' })).toBeVisible();
  await expect(same).toContainText('held');
  await expect(lab.happened()).toContainText('is held, and all behind it');
  await same.getByRole('button', { name: 'Release' }).click();
  await expect(same.getByRole('button', { name: 'Hold' })).toBeVisible();

  const id = await lab.idOfMessage(name ?? '');
  await same.getByRole('button', { name: 'Deliver now' }).click();
  await expect(lab.happened()).toContainText('is delivered at once, with all before it');
  await expect.poll(() => lab.isUnderWay(id)).toBe(false);
});

test('in a partition only the side with a majority elects; healed, all follow its leader', async ({
  lab,
}) => {
  await lab.openElection();
  await lab.partition([1, 2]);
  await lab.runFor(20);
  await lab.expectStates({
    1: 'LOOKING',
    2: 'LOOKING',
    3: 'FOLLOWING',
    4: 'FOLLOWING',
    5: 'LEADING',
  });
  expect((await lab.frame()).partition).toEqual([
    [1, 2],
    [3, 4, 5],
  ]);

  await lab.heal();
  expect((await lab.frame()).partition).toEqual([]);
  await lab.runUntilServing(1);
  await lab.runUntilServing(2);
  await lab.expectStates({ 1: 'FOLLOWING', 2: 'FOLLOWING', 5: 'LEADING' });
  await expect(lab.invariants()).toContainText('invariants hold');
  await expect(lab.button('Heal network')).toBeDisabled();
});

test('a leader cut off with the minority gives up, and a new one leads the majority', async ({
  lab,
}) => {
  await lab.openElection();
  await lab.runUntilLeader();
  await lab.runFor(5);
  await lab.partition([4, 5]);
  await lab.runFor(30);
  await lab.expectStates({ 4: 'LOOKING', 5: 'LOOKING' });
  const states = (await lab.frame()).processes.slice(0, 3).map((one) => one.state);
  expect(states.toSorted()).toEqual(['FOLLOWING', 'FOLLOWING', 'LEADING']);
  await expect(lab.invariants()).toContainText('invariants hold');
});

test('a network can be cut in one direction only', async ({ lab }) => {
  await lab.openElection();
  await lab.runUntilLeader();
  await lab.partition([3, 4, 5], { oneWay: true });
  await expect(lab.happened()).toContainText('in one direction only');
  const cut = (await lab.frame()).links.filter((link) => link.cut);
  expect(cut.map(({ from, to }) => `${from}→${to}`).toSorted()).toEqual([
    '1→3',
    '1→4',
    '1→5',
    '2→3',
    '2→4',
    '2→5',
  ]);
  await lab.heal();
  expect((await lab.frame()).links.filter((link) => link.cut)).toEqual([]);
});

test('a single link can be cut and mended in its dialog', async ({ lab }) => {
  await lab.openElection();
  await lab.runUntilLeader();
  await lab.openLink(1, 3);
  const dialog = lab.dialog('Link 1–3');
  const status = dialog.getByRole('status').first();
  await expect(status).toContainText('works in both directions');
  await dialog.getByRole('button', { name: 'Cut S1 → S3 only' }).click();
  await expect(status).toHaveText('S1 → S3 is cut.');
  await dialog.getByRole('button', { name: 'Cut both ways' }).click();
  await expect(status).toHaveText('S1 → S3 is cut. S3 → S1 is cut.');
  await dialog.getByRole('button', { name: 'Mend' }).click();
  await expect(status).toContainText('works in both directions');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
});
