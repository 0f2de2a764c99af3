import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** What a panel is given that it cannot draw: an answer of the worker, spoiled on its way. */
async function spoil(page: Page, field: 'inspect'): Promise<void> {
  await page.addInitScript((name) => {
    window.Worker = class extends Worker {
      override addEventListener(type: string, listener: EventListenerOrEventListenerObject): void {
        super.addEventListener(type, (event) => {
          const { answer } = ((event as MessageEvent<unknown>).data ?? {}) as {
            answer?: Record<string, unknown>;
          };
          if (answer?.[name] !== undefined) answer[name] = {};
          if (typeof listener === 'function') listener(event);
          else listener.handleEvent(event);
        });
      }
    };
  }, field);
}

const failed = 'This panel has failed; the run and the other panels go on.';

test.describe('a panel that fails', () => {
  test('costs the inspector, and the run goes on', async ({ lab, page, consoleErrors }) => {
    await spoil(page, 'inspect');
    await lab.openCold('election');
    await page.getByRole('button', { name: /^Server 2, / }).click();
    await expect(page.getByRole('alert').filter({ hasText: failed })).toHaveCount(1);
    await page.getByRole('button', { name: 'Step forward' }).click();
    await lab.idle();
    await expect(page.getByRole('button', { name: /^Server 1, / })).toBeVisible();
    await expect(page.getByRole('slider', { name: 'Timeline' })).toBeVisible();
    // React tells of what the panel threw, and of nothing else.
    expect(consoleErrors.splice(0).filter((error) => !/TypeError/u.test(error))).toEqual([]);
  });
});
