import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** Everything on the page fits its width: nothing can be scrolled sideways. */
export const expectNoSidewaysScroll = async (page: Page): Promise<void> => {
  const { content, window: width } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  expect(content).toBeLessThanOrEqual(width);
};

/** The element is wholly on screen, and nothing else lies over its middle. */
export const expectWhole = async (page: Page, one: Locator): Promise<void> => {
  await expect(one).toBeInViewport({ ratio: 0.99 });
  const name = await one.evaluate((element) => {
    const box = element.getBoundingClientRect();
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return element.contains(top) ? 'on top' : `under ${top?.outerHTML.slice(0, 80) ?? 'nothing'}`;
  });
  expect(name, String(one)).toBe('on top');
  await expectNoSidewaysScroll(page);
};

/** A question was answered: what was chosen, what was right and how the reply begins are seen at once. */
export const expectReplySeen = async (page: Page, lesson: Locator): Promise<void> => {
  const marked = lesson.locator('.radio.right, .radio.wrong');
  await expect(marked.first()).toBeVisible();
  for (const one of await marked.all()) await expectWhole(page, one);
  await expectWhole(page, lesson.getByRole('status').locator('> *').first());
};
