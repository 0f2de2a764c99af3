import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** Presses Tab until the focus is on the element with this accessible name. */
export const tabTo = async (
  page: Page,
  role: 'button' | 'slider' | 'combobox' | 'checkbox' | 'radio',
  name: string | RegExp,
): Promise<void> => {
  const wanted = page.getByRole(role, { name, exact: true });
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((one) => one === document.activeElement)) {
      await expectFocusVisible(page);
      return;
    }
  }
  throw new Error(`Tab does not lead to ${role} ${String(name)}`);
};

/** Whoever uses the keyboard must see where they are. */
const expectFocusVisible = async (page: Page) => {
  const seen = await page.evaluate(() => {
    const one = document.activeElement;
    if (one === null || one === document.body) return 'nothing has the focus';
    const look = (element: Element): string => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, stroke, strokeWidth } =
        getComputedStyle(element);
      return [outlineStyle, outlineWidth, outlineColor, boxShadow, stroke, strokeWidth].join(' ');
    };
    const parts = [one, ...one.querySelectorAll('*')];
    const focused = parts.map(look).join('\n');
    if (!(one instanceof HTMLElement || one instanceof SVGElement)) return 'not an element';
    one.blur();
    const blurred = parts.map(look).join('\n');
    one.focus();
    return focused === blurred ? `${one.outerHTML.slice(0, 120)} looks the same` : 'differs';
  });
  expect(seen).toBe('differs');
};
