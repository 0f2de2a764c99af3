import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { Lab } from './lab.ts';

interface Fixtures {
  /** A lab in English; not opened yet. */
  readonly lab: Lab;
  /** Console errors and uncaught exceptions so far; a test that leaves any here fails. */
  readonly consoleErrors: string[];
  /** Fails unless the page as it stands has no accessibility violation known to axe. */
  readonly expectAccessible: () => Promise<void>;
  /** The part of it that depends on colours. */
  readonly expectColours: () => Promise<void>;
  /** The same in the light theme, and what depends on colours in the others too. */
  readonly expectAccessibleInAllThemes: () => Promise<void>;
}

const THEMES = ['light', 'dark', 'contrast'] as const;

/** Resolves when what fades has faded: halfway nothing has the contrast that it is to have. */
const faded = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    const fading = document.getAnimations().filter((each) => each instanceof CSSTransition);
    await Promise.allSettled(fading.map(({ finished }) => finished));
  });

/** Puts a theme in force, as `early.js` does. */
const showTheme = (page: Page, theme: string): Promise<void> =>
  page.evaluate((one) => {
    document.documentElement.dataset['theme'] = one;
  }, theme);

/** @param rules all of axe's, or only those that look at colours */
const expectNoViolations = async (page: Page, rules: 'all' | 'colours'): Promise<void> => {
  const axe = new AxeBuilder({ page })
    // The page has no frames; without looking for them a scan takes a fraction of the time.
    .setLegacyMode()
    .options({
      resultTypes: ['violations'],
      // Off by default: how large a target is, and that its name holds the words it shows.
      rules: {
        'target-size': { enabled: true },
        'label-content-name-mismatch': { enabled: true },
      },
    });
  if (rules === 'colours') axe.withRules(['color-contrast', 'link-in-text-block']);
  await faded(page);
  const { violations } = await axe.analyze();
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((n) => n.target.join(' ')).join(', ')}`,
  );
  expect(found, 'accessibility violations').toEqual([]);
};

export const test = base.extend<Fixtures>({
  lab: async ({ page }, use) => use(new Lab(page)),
  consoleErrors: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error')
          errors.push(`${message.text()} (${message.location().url})`);
      });
      page.on('pageerror', (error) => errors.push(error.stack ?? String(error)));
      await use(errors);
      expect(errors, 'the page wrote errors to the console').toEqual([]);
    },
    { auto: true },
  ],
  expectAccessible: async ({ page }, use) => use(() => expectNoViolations(page, 'all')),
  expectColours: async ({ page }, use) => use(() => expectNoViolations(page, 'colours')),
  expectAccessibleInAllThemes: async ({ page }, use) =>
    use(async () => {
      for (const theme of THEMES) {
        await showTheme(page, theme);
        // Roles, names and the order of things are the same in each.
        await expectNoViolations(page, theme === 'light' ? 'all' : 'colours');
      }
    }),
});

export { expect };
