import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { runUntil } from './run-until.ts';

/** Figures of the recipe lab as files, and read by keyboard. */

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });
/** A file that a press brings, read. */
const saved = async (page: Page, press: () => Promise<void>): Promise<string> => {
  const file = page.waitForEvent('download');
  await press();
  return readFileSync(await (await file).path(), 'utf8');
};

/** What is in an SVG file as one that reads XML strictly finds it: its words, marks, and colours without a value. */
const contentsOf = async (page: Page, svg: string) => {
  // As a file is: nothing of the page is there, and nothing that forbids its styles.
  const alone = await page.context().newPage();
  const found = await alone.evaluate((text) => {
    const file = new DOMParser().parseFromString(text, 'image/svg+xml');
    const style = file.querySelector('style')?.textContent ?? '';
    const declared = new Set(
      [...style.matchAll(/(--[a-z][\w-]*):\s*([^;}]+)/gu)].flatMap(([, name, value]) =>
        value?.trim() === '' ? [] : [name],
      ),
    );
    const used = [...text.matchAll(/var\((--[a-z][\w-]*)\)/gu)].map(([, name]) => name);
    const count = (what: string): number => file.querySelectorAll(what).length;
    return {
      broken: count('parsererror'),
      size: ['width', 'height'].map((side) => Number(file.documentElement.getAttribute(side))),
      texts: [...file.querySelectorAll('text')].map((one) => one.textContent),
      circles: count('circle'),
      bars: count('.release'),
      without: used.filter((name) => !declared.has(name)),
      paper: /--paper:\s*([^;}]+)/u.exec(style)?.[1],
    };
  }, svg);
  await alone.close();
  return found;
};

for (const theme of ['light', 'dark'] as const) {
  test(`figures are saved whole, in the colours that are seen (${theme})`, async ({
    lab,
    page,
  }) => {
    await lab.open('#/lab/recipes?preset=herd', `lang=en&theme=${theme}`);
    const paper = await page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue('--paper').trim(),
    );
    const svg = (region: Locator) =>
      saved(page, () => region.getByRole('button', { name: 'Save as SVG' }).click());
    // Beside the ring: two curves, a dot for each run that was counted, what is looked at.
    const beside = page.getByRole('region', { name: 'Messages until all N have had it' });
    await expect(beside.getByText('4.79 times as many')).toBeVisible();
    const shown = beside.getByRole('img', { name: 'Messages until all N have had it' });
    await expect(shown.locator('circle')).toHaveCount(2 * 14 + 4);
    const figure = await contentsOf(page, await svg(beside));
    expect(figure).toMatchObject({ broken: 0, size: [760, 420], without: [], paper });
    expect(figure.circles).toBe(2 * 14 + 4);
    expect(figure.texts).toEqual(
      expect.arrayContaining(['one lock node', '11N − 5', '1,030', '215', 'N = 20', 'the formula']),
    );
    const rows = await saved(page, () =>
      beside.getByRole('button', { name: 'Save as CSV' }).click(),
    );
    expect(rows).toMatch(/^20,1030,1030,215,215\r$/mu);

    // The bars of releases, each of which is reached by the arrows and says then what it says to the pointer.
    await tab(page, 'Woken').click();
    const panel = page.getByRole('tabpanel', { name: 'Woken' });
    await runUntil(page, { released: { woken: 17, forNothing: 0 } });
    await lab.idle();
    const bars = panel.getByRole('button', { name: /^Release / });
    await expect(bars).toHaveCount(3);
    await bars.nth(2).focus();
    await page.keyboard.press('ArrowLeft');
    await expect(bars.nth(1)).toBeFocused();
    const told = (await bars.nth(1).getAttribute('aria-label')) ?? '';
    expect(told).toMatch(/^Release 2, by C\d+: 18 woken, 17 for nothing$/u);
    await expect(panel.locator('text', { hasText: told })).toBeVisible();
    await page.keyboard.press('Home');
    await bars.nth(1).hover();
    await expect(panel.locator('text', { hasText: told })).toBeVisible();
    const chart = await contentsOf(page, await svg(panel));
    expect(chart).toMatchObject({ broken: 0, bars: 3, without: [], paper });
    expect(chart.texts).toEqual(expect.arrayContaining(['at each release', 'for nothing', '19']));

    // What every lock costs.
    await tab(page, 'Cost').click();
    const cost = page.getByRole('region', { name: /^What a lock costs/u });
    const all = await contentsOf(page, await svg(cost));
    expect(all).toMatchObject({ broken: 0, size: [760, 420], without: [], paper });
    expect(all.texts).toContain('a queue, all watch the parent');
  });
}
