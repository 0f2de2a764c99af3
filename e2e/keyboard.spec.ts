import { expect, test } from './fixtures.ts';
import { tabTo } from './tab-to.ts';

test('the keyboard alone plays, selects a server, kills and restarts it, and sees a leader', async ({
  lab,
  page,
}) => {
  await lab.openElection();
  // So slowly that the run does not come to rest before it is paused.
  await lab.speed('0.1×');
  await tabTo(page, 'button', 'Play');
  await page.keyboard.press('Enter');
  await expect(lab.button('Pause')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(lab.button('Play')).toBeFocused();
  await lab.idle();
  await expect(lab.button('Play')).toBeFocused();

  await lab.speed('50×');
  await tabTo(page, 'button', 'Play');
  await page.keyboard.press('Enter');
  await expect(lab.server(5)).toHaveAccessibleName('Server 5, LEADING');
  await lab.pause();

  await tabTo(page, 'button', /^Server 5, /);
  await page.keyboard.press('Enter');
  await expect(lab.inspector(5)).toBeVisible();

  await tabTo(page, 'button', 'Kill server 5');
  await page.keyboard.press('Enter');
  await lab.expectState(5, 'CRASHED');

  await tabTo(page, 'combobox', 'Until');
  await tabTo(page, 'button', 'Run');
  await page.keyboard.press('Enter');
  await lab.idle();
  const leader = await lab.leader();
  expect(leader).not.toBe(5);

  await tabTo(page, 'button', 'Start server 5');
  await page.keyboard.press('Enter');
  await lab.expectState(5, 'LOOKING');
  await tabTo(page, 'button', 'Step forward');
  await page.keyboard.press('Enter');
  await lab.idle();
  await lab.runUntilServing(5);
  await lab.expectStates({ [leader]: 'LEADING', 5: 'FOLLOWING' });
});

test('Tab leads from a tab into its panel, which is a stop itself where nothing in it is one', async ({
  lab,
  page,
}) => {
  await lab.openElection();
  const chosen = page.getByRole('tab', { name: 'Space-time diagram', selected: true });
  await expect(chosen).toBeVisible();
  const panel = page.getByRole('tabpanel', { name: 'Space-time diagram' });
  await chosen.focus();
  await page.keyboard.press('Tab');
  await expect(panel.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Shift+Tab');
  await expect(chosen).toBeFocused();
  await panel.evaluate((one) => one.replaceChildren('nothing to press'));
  await page.keyboard.press('Tab');
  await expect(panel).toBeFocused();
});

test('of the links, the beginnings and the steps one each is a stop for Tab, and the arrows lead on', async ({
  lab,
  page,
}) => {
  const stops = (selector: string): Promise<number> =>
    page
      .locator(selector)
      .evaluateAll((all) => all.filter(({ tabIndex }) => tabIndex === 0).length);
  await lab.open('#/lab/byzantine?preset=six');
  const links = '.stage [data-action^=\'{"link"\']';
  expect(await page.locator(links).count()).toBe(15);
  expect([await stops(links), await stops('.beginning')]).toEqual([1, 1]);
  const [first, second] = [page.locator(links).first(), page.locator(links).nth(1)];
  await first.focus();
  await page.keyboard.press('ArrowDown');
  await expect(second).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(second).toBeFocused();
  expect(await stops(links)).toBe(1);

  await lab.open('#/lesson/after-a-crash');
  expect(await stops('.steps button')).toBe(1);
  await lab.button('Repeat step 1').focus();
  await page.keyboard.press('ArrowDown');
  await expect(lab.button('Go to step 2')).toBeFocused();
  await page.keyboard.press('Enter');
  await lab.idle();
  await expect(lab.button('Repeat step 2')).toBeFocused();
});

test('the keys of the sheet do what it says', async ({ lab, page }) => {
  await lab.openElection();
  await page.keyboard.press('Shift+?');
  const sheet = lab.dialog('Keys');
  await expect(sheet).toBeVisible();
  await expect(sheet.getByText('Play or pause')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();

  await page.keyboard.press('ArrowRight');
  await lab.idle();
  const first = await lab.position();
  expect(first).toBeGreaterThan(0);
  await page.keyboard.press('ArrowRight');
  await lab.idle();
  expect(await lab.position()).toBeGreaterThan(first);
  await page.keyboard.press('ArrowLeft');
  await lab.expectPosition(first);
  await page.keyboard.press('Shift+ArrowRight');
  await lab.idle();
  expect(await lab.position()).toBeGreaterThan(first);
  await page.keyboard.press('Home');
  await lab.expectPosition(0);

  await lab.speed('0.1×');
  await page.locator('body').click({ position: { x: 2, y: 2 } });
  await page.keyboard.press('Space');
  await expect(lab.button('Pause')).toBeVisible();
  await page.keyboard.press('Space');
  await expect(lab.button('Play')).toBeVisible();
  await lab.idle();

  await lab.stepForward();
  await lab.inspect(3);
  await page.locator('body').click({ position: { x: 2, y: 2 } });
  await page.keyboard.press('k');
  await lab.expectState(3, 'CRASHED');
  await page.keyboard.press('Escape');
  await expect(lab.inspector(3)).toBeHidden();
});

test('after a click on any button the arrows go through time, and Space plays', async ({
  lab,
  page,
}) => {
  await lab.openElection();
  await lab.steps(3);
  await lab.inspect(3);

  // On the stage, in the transport, in the inspector: it is the same everywhere.
  for (const button of ['Step forward', /^(Start|Kill) server 3$/, /^Server 3, /] as const) {
    await lab.button(button).click();
    await lab.idle();
    const before = await lab.position();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => lab.position()).toBeGreaterThan(before);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => lab.position()).toBe(before);
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => lab.position()).toBeGreaterThan(before);
    await lab.timeline().focus();
    await page.keyboard.press('Home');
    await lab.expectPosition(0);
    await lab.steps(3);
  }

  await lab.button('Step back').click();
  await page.keyboard.press('Home');
  await lab.expectPosition(0);

  await lab.speed('0.1×');
  await lab.stepForward();
  const first = await lab.position();
  await page.keyboard.press('Space');
  await expect(lab.button('Pause')).toBeVisible();
  await page.keyboard.press('Space');
  await expect(lab.button('Play')).toBeVisible();

  // Where the keyboard brought the focus, Space presses.
  await lab.button('Restart').focus();
  await page.keyboard.press('Tab');
  await expect(lab.button('Step back')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(lab.button('Step forward')).toBeFocused();
  const before = await lab.position();
  expect(before).toBeGreaterThanOrEqual(first);
  await page.keyboard.press('Space');
  await expect.poll(() => lab.position()).toBeGreaterThan(before);
  await expect(lab.button('Play')).toBeVisible();
});

test('a letter typed into a field does nothing else', async ({ lab, page }) => {
  await lab.openElection();
  await lab.inspect(3);
  const field = page.getByRole('textbox', { name: 'At most, virtual seconds' });
  await field.fill('');
  await field.pressSequentially('kf ?1');
  await lab.idle();
  await expect(field).toHaveValue('kf ?1');
  await lab.expectPosition(0);
  await lab.expectState(3, 'not started');
  await expect(lab.dialog('Keys')).toBeHidden();
});

test('a dialog keeps the focus inside, and gives it back', async ({ lab, page }) => {
  await lab.openElection();
  await lab.button('Partition network').focus();
  await page.keyboard.press('Enter');
  const dialog = lab.dialog('Partition network');
  await expect(dialog).toBeVisible();
  for (let presses = 0; presses < 15; presses++) {
    await page.keyboard.press('Tab');
    const inside = await dialog.evaluate((one) => one.contains(document.activeElement));
    expect(inside).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(lab.button('Partition network')).toBeFocused();
});

test('F shows the stage alone for a projector, and F or Escape leaves it', async ({
  lab,
  page,
}) => {
  await lab.openElection();
  await lab.steps(8);
  await page.locator('body').click({ position: { x: 2, y: 2 } });
  await page.keyboard.press('f');
  const projector = page.getByRole('main', { name: 'Projector' });
  await expect(projector).toBeVisible();
  await expect(lab.server(3)).toBeVisible();
  await expect(lab.happened()).not.toBeEmpty();
  await expect(lab.button('Share')).toBeHidden();

  const before = (await lab.frame()).position;
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await lab.frame()).position).toBeGreaterThan(before);
  await page.keyboard.press('Escape');
  await expect(projector).toBeHidden();
  await page.keyboard.press('f');
  await expect(projector).toBeVisible();
  await page.keyboard.press('f');
  await expect(lab.button('Share')).toBeVisible();
});

test('Ctrl-Z takes back what was done last, and with Shift it is done again', async ({
  lab,
  page,
}) => {
  await lab.openElection();
  await lab.runUntilLeader();
  await expect(lab.button('Undo')).toBeDisabled();
  const leader = await lab.leader();
  const before = await lab.digest();
  await lab.kill(leader);
  await lab.runFor(20);
  const told = page.getByRole('status', { name: 'Undo and redo' });

  await page.keyboard.press('Control+z');
  await expect(told).toHaveText(`Taken back: S${leader} crashed`);
  await lab.expectState(leader, 'LEADING');
  expect(await lab.digest()).toBe(before);
  await expect(lab.button('Undo')).toBeDisabled();
  await page.keyboard.press('Control+z');
  await expect(told).toHaveText('Nothing to take back.');

  await page.keyboard.press('Control+Shift+z');
  await expect(told).toHaveText(`Done again: S${leader} crashed`);
  await lab.expectState(leader, 'CRASHED');

  // The same without a keyboard; what was done and what was not are both kept.
  await lab.press(`Undo: S${leader} crashed`);
  await lab.expectState(leader, 'LEADING');
  await lab.runFor(20);
  await expect(told).toBeEmpty();
  await lab.expectState(leader, 'LEADING');
  await lab.press(`Redo: S${leader} crashed`);
  await lab.expectState(leader, 'CRASHED');
  await expect(lab.button(/^Branch: /)).toBeVisible();

  // In a field the keys are the field's own.
  await page.getByRole('textbox', { name: 'At most, virtual seconds' }).fill('5');
  await page.keyboard.press('Control+z');
  await lab.idle();
  await lab.expectState(leader, 'CRASHED');
});
