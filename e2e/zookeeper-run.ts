import type { Page } from '@playwright/test';

/** What a client of the ZooKeeper lab's first run types, one line after the other, each to its end. */
export async function typeLines(
  page: Page,
  lines: readonly (readonly [client: number, line: string])[],
): Promise<void> {
  await page.evaluate(async (all) => {
    const { zooscope } = window;
    const pass = (ms: number) =>
      zooscope.send({ type: 'advance', until: (zooscope.frame()?.time ?? 0) + ms * 1000 });
    await pass(1000);
    for (const [pid, text] of all) {
      const what = { kind: 'input', pid, name: 'LINE', data: { text } } as const;
      await zooscope.commands.intervene(what);
      await pass(200);
    }
    await zooscope.idle();
  }, lines);
}
