import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { LABS } from '../scripts/labs.mjs';
import { expect, test } from './fixtures.ts';
import type { Lab } from './lab.ts';
import { names } from './names.ts';
import type { Language } from './names.ts';

/** What a picture's reader sees of a text: its words, colour, size, weight, letters. */
const textsIn = (root: Locator): Promise<string[]> =>
  root.evaluateAll((drawings) =>
    drawings
      .flatMap((drawing) => [...drawing.querySelectorAll('text')])
      .map((one) => {
        const { fill, fontSize, fontWeight, fontFamily, letterSpacing } = getComputedStyle(one);
        const words = [...one.childNodes].findLast((node) => node.nodeType === Node.TEXT_NODE);
        return [words?.nodeValue, fill, fontSize, fontWeight, fontFamily, letterSpacing].join(
          ' | ',
        );
      }),
  );

const SAVE = { en: 'Save stage as SVG', 'zh-CN': '把舞台存为 SVG' } as const;

/** The stage as the page saves it, opened by itself. */
const saved = async (lab: Lab, page: Page, language: Language): Promise<Page> => {
  await lab.button(names[language].share).click();
  const download = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: SAVE[language] }).click();
  const svg = await readFile(await (await download).path(), 'utf8');
  const alone = await page.context().newPage();
  // As a file is: nothing of the page's own styles is there.
  await alone.setContent(svg);
  return alone;
};

for (const route of LABS) {
  for (const theme of ['light', 'dark', 'contrast']) {
    const language: Language = theme === 'dark' ? 'zh-CN' : 'en';
    test(`the ${route} stage is saved as it is seen (${theme}, ${language})`, async ({
      lab,
      page,
    }) => {
      await lab.openCold(route, `lang=${language}&theme=${theme}`);
      // The counter's callers wait for a person.
      await lab.stepUntilFlying(route === 'counter' ? 0 : 2);
      // Rows of the tree are cut to the room they have, in a picture another one.
      const seen = (await textsIn(page.locator('.stage svg:not(.znode-pane svg)'))).toSorted();
      const nodes = await page.getByRole('treeitem').count();
      const alone = await saved(lab, page, language);
      const kept = (await textsIn(alone.locator('svg'))).toSorted();
      expect(seen.length).toBeGreaterThan(4);
      expect(kept).toEqual(expect.arrayContaining(seen));

      // The caption: what has happened, where, when, by whom.
      const told = kept.map((one) => one.split(' | ')[0] ?? '').join('\n');
      if (nodes > 0) expect(told).toContain('zookeeper');
      const sentence = (await lab.happened().first().textContent()) ?? '';
      for (const word of sentence.split(/[\s，。：]+/u)) expect(told).toContain(word);
      const { position } = await lab.frame();
      expect(told).toMatch(new RegExp(`^.+ · .+ · .*${position}.*$`, 'm'));
      expect(told).toContain('Zooscope');
    });
  }
}
