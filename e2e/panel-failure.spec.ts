import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** What a panel is given that it cannot draw: an answer of the worker, spoiled on its way. */
async function spoil(page: Page, field: 'inspect' | 'history' | 'asked'): Promise<void> {
  await page.addInitScript((name) => {
    window.Worker = class extends Worker {
      override addEventListener(type: string, listener: EventListenerOrEventListenerObject): void {
        super.addEventListener(type, (event) => {
          const { answer } = ((event as MessageEvent<unknown>).data ?? {}) as {
            answer?: Record<string, unknown>;
          };
          if (answer?.[name] !== undefined) answer[name] = { ballots: {} };
          if (typeof listener === 'function') listener(event);
          else listener.handleEvent(event);
        });
      }
    };
  }, field);
}

const failed = 'This panel has failed; the run and the other panels go on.';

/** Each kind of panel that lives on an answer of its own, and how it is brought on the screen. */
const kinds = [
  { what: 'the inspector', field: 'inspect', model: 'election', selects: /^Server 2, / },
  { what: 'the list of events', field: 'history', model: 'election', view: 'Events' },
  { what: 'the ballots', field: 'asked', model: 'paxos', view: 'Ballots' },
  { what: 'tree and log', field: 'asked', model: 'zookeeper', view: 'Transaction log' },
] as const;

test.describe('a panel that fails', () => {
  for (const kind of kinds) {
    test(`costs ${kind.what}, and the run goes on`, async ({ lab, page, consoleErrors }) => {
      await spoil(page, kind.field);
      await lab.openCold(kind.model);
      await page.getByRole('button', { name: 'Step forward' }).click();
      await lab.idle();
      if ('selects' in kind) await page.getByRole('button', { name: kind.selects }).click();
      else await page.getByRole('tab', { name: kind.view, exact: true }).click();
      await expect(page.getByRole('alert').filter({ hasText: failed })).not.toHaveCount(0);
      const { position } = await lab.frame();
      await page.getByRole('button', { name: 'Step forward' }).click();
      await lab.idle();
      expect((await lab.frame()).position).toBeGreaterThan(position);
      await expect(page.locator('.stage, .zk-drawing').first()).toBeVisible();
      await expect(page.getByRole('slider', { name: 'Timeline' })).toBeVisible();
      // React tells of what the panel threw, and of nothing else.
      expect(consoleErrors.splice(0).filter((error) => !/TypeError/u.test(error))).toEqual([]);
    });
  }
});
