import type { Page } from '@playwright/test';
import type { Lab } from './lab.ts';

/** What journeys of the CAP lab have in common. */

export const openPreset = (lab: Lab, id: string): Promise<void> =>
  lab.open(`#/lab/cap?preset=${id}`);
export const stageBox = async (page: Page) => {
  const box = await page.getByRole('group', { name: /^5 servers that keep x/u }).boundingBox();
  if (box === null) throw new TypeError('no stage');
  return box;
};
type Box = Awaited<ReturnType<typeof stageBox>>;

/** Draws a wavy line from the upper edge to the lower one, between both sides. */
export const drawThrough = async (page: Page, box: Box): Promise<void> => {
  await page.mouse.move(box.x + box.width * 0.42, box.y + 14);
  await page.mouse.down();
  for (const [x, y] of [
    [0.46, 0.4],
    [0.42, 0.7],
    [0.46, 0.97],
  ] as const)
    await page.mouse.move(box.x + box.width * x, box.y + box.height * y, { steps: 8 });
  await page.mouse.up();
};
