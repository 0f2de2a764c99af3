import { expect, test } from './fixtures.ts';
import type { Lab } from './lab.ts';

/** Each screen that is scanned, and how to get there. */
const screens: Readonly<Record<string, (lab: Lab) => Promise<void>>> = {
  'the first page': (lab) => lab.open('#/'),
  'an address of nothing': (lab) => lab.open('#/nowhere'),
  'a lab as it opens': (lab) => lab.open('#/lab/election'),
  'a fresh lab': (lab) => lab.openElection(),
  'a lab in the middle of a vote': async (lab) => {
    await lab.openElection();
    await lab.fastest();
    await lab.stepUntilMessagesFly();
    await lab.kill(5);
    await lab.inspect(3);
    await lab.press('Why is server 3 not the leader?');
    await lab.showView('Messages in flight');
  },
  'a lab with a leader, its events listed and its network cut': async (lab) => {
    await lab.openElection();
    await lab.fastest();
    await lab.runUntilLeader();
    await lab.partition([1, 2]);
    await lab.showView('Events');
    await lab.inspect(5);
  },
  'a lesson with its question open': async (lab) => {
    await lab.open('#/lesson/first-start');
    await lab.press('Go to step 3');
    await expect(lab.page.getByRole('radiogroup')).toBeVisible();
  },
  'a lesson with its question answered': async (lab) => {
    await lab.open('#/lesson/first-start');
    await lab.fastest();
    await lab.press('Go to step 3');
    await lab.page.getByText('Nobody, until all five are up').click();
    await lab.press('Check answer');
    await expect(lab.page.getByText('Not quite: this is what happened.')).toBeVisible();
  },
  'a phone': async (lab) => {
    await lab.page.setViewportSize({ width: 390, height: 844 });
    await lab.openElection();
    await lab.steps(2);
  },
};

for (const [screen, show] of Object.entries(screens)) {
  test(`${screen} is accessible in every theme`, async ({ lab, expectAccessibleInAllThemes }) => {
    await show(lab);
    await expectAccessibleInAllThemes();
  });
}

test('the dialogs are accessible in every theme', async ({
  lab,
  page,
  expectAccessibleInAllThemes,
}) => {
  await lab.openElection();
  await lab.runUntilLeader();
  const dialogs = [
    { button: 'Partition network', name: 'Partition network' },
    { button: 'Set-up', name: 'Set up an ensemble' },
    { button: 'Share', name: 'Share this run' },
    { button: 'Keys', name: 'Keys' },
  ];
  for (const { button, name } of dialogs) {
    await lab.press(button);
    await expect(lab.dialog(name)).toBeVisible();
    await expectAccessibleInAllThemes();
    await page.keyboard.press('Escape');
    await expect(lab.dialog(name)).toBeHidden();
  }
  await lab.openLink(1, 3);
  await expectAccessibleInAllThemes();
});

for (const theme of ['light', 'dark', 'contrast'] as const) {
  test(`the drawings of the developers are accessible, ${theme}`, async ({
    lab,
    expectAccessible,
    expectColours,
  }) => {
    await lab.open('#/dev/drawings');
    await expect(lab.page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    // The page shows every theme at once; a scan takes as long as the square of what there is.
    const others = lab.page.locator(`main [data-theme]:not([data-theme="${theme}"])`);
    await others.evaluateAll((all) => {
      for (const one of all) one.remove();
    });
    await expect(lab.page.locator(`main [data-theme="${theme}"] svg`).first()).toBeVisible();
    // Roles and names are the same in each theme.
    await (theme === 'light' ? expectAccessible() : expectColours());
  });
}

test('the theme chosen stays, and the system’s is followed otherwise', async ({ lab, page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await lab.openElection();
  const paper = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await paper();
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(paper).not.toBe(dark);

  await page.getByRole('combobox', { name: 'Theme' }).selectOption('Dark');
  await expect.poll(paper).toBe(dark);
  await lab.openElection();
  await expect.poll(paper).toBe(dark);
});
