import { expect, test } from './fixtures.ts';
import type { Lab } from './lab.ts';

const themes = ['light', 'dark', 'contrast'] as const;

/** Each screen that is scanned, and how to get there. */
const screens: Readonly<Record<string, (lab: Lab, theme: string) => Promise<void>>> = {
  'the first page': (lab, theme) => lab.open('#/', `lang=en&theme=${theme}`),
  'an address of nothing': (lab, theme) => lab.open('#/nowhere', `lang=en&theme=${theme}`),
  'a lab as it opens': (lab, theme) => lab.open('#/lab/election', `lang=en&theme=${theme}`),
  'a fresh lab': (lab, theme) => lab.openCold('election', `lang=en&theme=${theme}`),
  'a lab in the middle of a vote': async (lab, theme) => {
    await lab.openCold('election', `lang=en&theme=${theme}`);
    await lab.stepUntilMessagesFly();
    await lab.kill(5);
    await lab.inspect(3);
    await lab.press('Why is server 3 not the leader?');
    await lab.showView('Messages in flight');
  },
  'a lab with a leader, its events listed and its network cut': async (lab, theme) => {
    await lab.openCold('election', `lang=en&theme=${theme}`);
    await lab.runUntilLeader();
    await lab.partition([1, 2]);
    await lab.showView('Events');
    await lab.inspect(5);
  },
  'a lesson with its question open': async (lab, theme) => {
    await lab.open('#/lesson/first-start', `lang=en&theme=${theme}`);
    await lab.press('Go to step 3');
    await expect(lab.page.getByRole('radiogroup')).toBeVisible();
  },
  'a lesson with its question answered': async (lab, theme) => {
    await lab.open('#/lesson/first-start', `lang=en&theme=${theme}`);
    await lab.page.getByRole('combobox', { name: 'Speed' }).selectOption('50×');
    await lab.press('Go to step 3');
    await lab.page.getByText('Nobody, until all five are up').click();
    await lab.press('Check answer');
    await expect(lab.page.getByText('Not quite: this is what happened.')).toBeVisible();
  },
};

for (const theme of themes) {
  for (const [screen, show] of Object.entries(screens)) {
    test(`${screen} is accessible, ${theme}`, async ({ lab, page, expectAccessible }) => {
      await show(lab, theme);
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      await expectAccessible();
    });
  }

  test(`the dialogs are accessible, ${theme}`, async ({ lab, page, expectAccessible }) => {
    await lab.openCold('election', `lang=en&theme=${theme}`);
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
      await expectAccessible();
      await page.keyboard.press('Escape');
      await expect(lab.dialog(name)).toBeHidden();
    }
    await lab.openLink(1, 3);
    await expectAccessible();
  });

  test(`the drawings of the developers are accessible, ${theme}`, async ({
    lab,
    expectAccessible,
  }) => {
    await lab.open('#/dev/drawings');
    await expect(lab.page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    // The page shows every theme at once; a scan takes as long as the square of what there is.
    const others = lab.page.locator(`main [data-theme]:not([data-theme="${theme}"])`);
    await others.evaluateAll((all) => {
      for (const one of all) one.remove();
    });
    await expect(lab.page.locator(`main [data-theme="${theme}"] svg`).first()).toBeVisible();
    await expectAccessible();
  });

  test(`a phone is accessible, ${theme}`, async ({ lab, page, expectAccessible }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await lab.openCold('election', `lang=en&theme=${theme}`);
    await lab.stepForward();
    await lab.stepForward();
    await expectAccessible();
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
