import type { Page } from '@playwright/test';

/** Lets the run go on until a condition holds, ms of virtual time at most. */
export const runUntil = (page: Page, condition: object, withinMs = 120_000): Promise<unknown> =>
  page.evaluate(
    ([asked, within]) =>
      window.zooscope.send({ type: 'run-until', condition: asked as never, withinMs: within }),
    [condition, withinMs] as const,
  );
