import { expect, test } from './fixtures.ts';
import type { Lab } from './lab.ts';

const panel = (lab: Lab) => lab.page.getByRole('region', { name: 'Majorities' });
const told = (lab: Lab) => panel(lab).getByRole('status');
const sizes = (lab: Lab) => panel(lab).getByRole('button', { name: /servers?: a majority is/ });

test('two majorities share a server, whichever one picks; a smaller set is refused', async ({
  lab,
  expectAccessible,
}) => {
  await lab.openElection();
  await lab.showView('Majorities');
  await expect(told(lab)).toContainText('A and B share S3.');
  await expect(told(lab)).toContainText('3 of 5 are a majority, so 2 may crash.');
  await expect(lab.button('S3 in A')).toHaveAttribute('aria-pressed', 'true');

  await lab.press('S3 in A');
  await expect(told(lab)).toContainText('A is refused: 2 of 5 are not more than half.');
  await expect(told(lab)).toContainText('They share nobody');
  await lab.press('S5 in A');
  await expect(told(lab)).toContainText('A and B share S5.');

  // By the keyboard too.
  await lab.button('S1 in B').focus();
  await lab.page.keyboard.press('Enter');
  await lab.idle();
  await expect(told(lab)).toContainText('A and B share S1 and S5.');
  await expectAccessible();
});

test('an even number of servers survives no more crashes, and waits longer', async ({ lab }) => {
  await lab.openElection();
  await lab.showView('Majorities');
  await expect(sizes(lab)).toHaveCount(11);
  const waitOf = async (servers: number): Promise<number> => {
    const name =
      (await sizes(lab)
        .nth(servers - 1)
        .locator('> title')
        .textContent()) ?? '';
    return Number(/median wait ([\d.]+) ms/.exec(name)?.[1]);
  };
  expect(await waitOf(4)).toBeGreaterThan(await waitOf(3));
  expect(await waitOf(4)).toBeGreaterThan(await waitOf(5));

  await sizes(lab).nth(3).click();
  await expect(told(lab)).toContainText(
    '3 of 4 are a majority, so 1 may crash: no more than of 3.',
  );
  await expect(told(lab)).toContainText('A write: 9 messages');
  const slider = panel(lab).getByRole('slider', { name: 'Servers' });
  await slider.focus();
  await lab.page.keyboard.press('End');
  await expect(told(lab)).toContainText('6 of 11 are a majority, so 5 may crash.');
  await lab.page.keyboard.press('Home');
  await expect(told(lab)).toContainText('One server decides alone');
});

test('the waits are those of the run: slower links, longer waits', async ({ lab, page }) => {
  await lab.openElection();
  await lab.showView('Majorities');
  const wait = async (): Promise<string> =>
    (await sizes(lab).nth(4).locator('> title').textContent()) ?? '';
  const before = await wait();
  await page.evaluate(() =>
    window.zooscope.send({
      type: 'intervene',
      at: 0,
      what: { kind: 'latency', latency: { kind: 'fixed', us: 100_000 } },
    }),
  );
  await expect.poll(wait).not.toBe(before);
  expect(await wait()).toMatch(/median wait 20\d ms/);
});

test('a lesson brings the figure that a step is about, and takes it away again', async ({
  lab,
}) => {
  await lab.open('#/lesson/majorities');
  await lab.page.getByRole('combobox', { name: 'Speed' }).selectOption('50×');
  await lab.press('Go to step 6');
  await expect(panel(lab)).toBeVisible();
  await expect(told(lab)).toContainText('A and B share S2 and S3.');
  await lab.press('Go on');
  await lab.press('Next step');
  await expect(panel(lab)).toBeHidden();
  await expect(lab.page.getByRole('tab', { name: 'Space-time diagram' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('the figure stands below the words of its step', async ({ lab, expectAccessible }) => {
    await lab.open('#/lesson/majorities');
    await lab.page.getByRole('combobox', { name: 'Speed' }).selectOption('50×');
    await lab.press('Go to step 6');
    await expect(lab.page.getByRole('region', { name: 'Lesson step' })).toBeVisible();
    await lab.button('S4 in A').tap();
    await expect(told(lab)).toContainText('A and B share S2, S3, and S4.');
    await expectAccessible();
  });
});
