import type { Page } from '@playwright/test';
import { LABS } from '../scripts/labs.mjs';
import { POLICY } from '../scripts/policy.mjs';
import { expect, test } from './fixtures.ts';
import { Lab } from './lab.ts';
import { ROUTES } from './routes.ts';
import { serve } from './site.ts';

/** Violations of the policy on this page, by the directive and what it refused. */
const violations = async (page: Page): Promise<string[]> => {
  const found: string[] = [];
  await page.exposeFunction('violated', (what: string) => found.push(what));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { violated } = window as unknown as { violated: (what: string) => void };
      violated(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return found;
};

test.describe('with the policy as a header of every file', () => {
  test('the policy is in force', async ({ page, consoleErrors }) => {
    await using site = await serve('dist', '/', { 'Content-Security-Policy': POLICY });
    const found = await violations(page);
    await page.goto(site.url);
    await page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = 'body { color: red }';
      document.head.append(style);
    });
    await expect.poll(() => found.join()).toContain('style-src-elem inline');
    consoleErrors.length = 0;
  });

  test('no address violates it', async ({ page }) => {
    await using site = await serve('dist', '/', { 'Content-Security-Policy': POLICY });
    const found = await violations(page);
    for (const route of ROUTES) {
      await page.goto('about:blank');
      await page.goto(`${site.url}?lang=en${route}`);
      await page.evaluate(() => window.zooscope.idle());
      await expect(page.getByRole('heading').first()).toBeVisible();
      expect(found, route).toEqual([]);
    }
  });

  for (const id of LABS) {
    test(`the ${id} lab and its dialogs violate nothing`, async ({ page }) => {
      await using site = await serve('dist', '/', { 'Content-Security-Policy': POLICY });
      const found = await violations(page);
      await page.goto(`${site.url}?lang=en#/lab/${id}`);
      const lab = new Lab(page);
      await lab.idle();
      await lab.press('Step forward');
      for (const { button, dialog } of [
        { button: 'Share', dialog: 'Share this run' },
        { button: 'Keys', dialog: 'Keys' },
      ]) {
        await lab.press(button);
        await expect(lab.dialog(dialog)).toBeVisible();
        if (button === 'Share') {
          const saved = page.waitForEvent('download');
          await lab.dialog(dialog).getByRole('button', { name: 'Save stage as PNG' }).click();
          await saved;
        }
        await page.keyboard.press('Escape');
        await expect(lab.dialog(dialog)).toBeHidden();
      }
      expect(found).toEqual([]);
    });
  }
});

test('the page carries the policy itself: no journey passes that violates it', async ({
  page,
  consoleErrors,
}) => {
  await page.goto('?lang=en');
  const own = page.locator('meta[http-equiv="Content-Security-Policy"]');
  await expect(own).toHaveAttribute('content', POLICY);
  await page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = 'body { color: red }';
    document.head.append(style);
  });
  await expect.poll(() => consoleErrors.join()).toContain('Content Security Policy');
  consoleErrors.length = 0;
});
