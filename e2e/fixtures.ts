import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect } from '@playwright/test';
import { Lab } from './lab.ts';

interface Fixtures {
  /** A lab in English; not opened yet. */
  readonly lab: Lab;
  /** Console errors and uncaught exceptions so far; a test that leaves any here fails. */
  readonly consoleErrors: string[];
  /** Fails unless the page as it stands has no accessibility violation known to axe. */
  readonly expectAccessible: () => Promise<void>;
}

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
  expectAccessible: async ({ page }, use) => {
    await use(async () => {
      const { violations } = await new AxeBuilder({ page })
        // The page has no frames; without looking for them a scan takes a fraction of the time.
        .setLegacyMode()
        .options({
          resultTypes: ['violations'],
          // Off by default: how large a target is, and that its name holds the words it shows.
          rules: {
            'target-size': { enabled: true },
            'label-content-name-mismatch': { enabled: true },
          },
        })
        .analyze();
      const found = violations.map(
        ({ id, help, nodes }) =>
          `${id}: ${help}: ${nodes.map((n) => n.target.join(' ')).join(', ')}`,
      );
      expect(found, 'accessibility violations').toEqual([]);
    });
  },
});

export { expect };
