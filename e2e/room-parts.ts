import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { Lab } from './lab.ts';

/** What is shown to a room, and whether it can be read from the last row. */

export const room = (page: Page): Locator => page.getByRole('main', { name: /^(Projector|投影)$/ });

export const enter = async (lab: Lab): Promise<void> => {
  await lab.page.locator('body').click({ position: { x: 2, y: 2 } });
  await lab.page.keyboard.press('f');
  await expect(room(lab.page)).toBeVisible();
  await lab.idle();
};

/** A lesson, shown to a room at this step. @returns what the room sees */
export const enterStep = async (lab: Lab, lesson: string, step: number): Promise<Locator> => {
  await lab.open(`#/lesson/${lesson}`);
  await lab.fastest();
  await lab.press(`Go to step ${step}`);
  await enter(lab);
  return room(lab.page);
};

/** The least text that is seen, as a part of the screen's height, the drawing's included. */
export const leastOf = (where: Locator): Promise<number> =>
  where.evaluate((root) => {
    let least = Infinity;
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const { parentElement: element } = walk.currentNode;
      if (element === null || (walk.currentNode.textContent ?? '').trim() === '') continue;
      if (element.closest('.vh') !== null || element.getClientRects().length === 0) continue;
      const { fontSize, visibility } = getComputedStyle(element);
      if (visibility === 'hidden') continue;
      // A drawing has a scale of its own, and all of a view is enlarged.
      const drawn = element instanceof SVGGraphicsElement ? element.getBBox().height : 0;
      const scale =
        drawn > 0 ? element.getBoundingClientRect().height / drawn : element.currentCSSZoom;
      least = Math.min(least, Number.parseFloat(fontSize) * scale);
    }
    return least / innerHeight;
  });

/** Texts of the drawings that lie over each other; two lines of one caption may touch. */
export const overlapsOf = (where: Locator): Promise<readonly string[]> =>
  where.locator('svg').evaluateAll((drawings) =>
    drawings.flatMap((drawing) => {
      const texts = [...drawing.querySelectorAll('text')].filter(
        (one) => (one.textContent ?? '').trim() !== '',
      );
      const boxes = texts.map((one) => one.getBoundingClientRect());
      return texts.flatMap((one, i) =>
        texts.slice(i + 1).flatMap((other, j) => {
          const [a, b] = [boxes[i], boxes[i + 1 + j]];
          if (a === undefined || b === undefined) return [];
          const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          return wide > 2 && high > 0.4 * Math.min(a.height, b.height)
            ? [`${one.textContent ?? ''} / ${other.textContent ?? ''}`]
            : [];
        }),
      );
    }),
  );

/** The least text has 2.2% of the height; sizes are rounded to a hundredth of that. */
export const LEAST = 0.0218;

/** The same journeys on each screen that is shown to a room. */
export const onEachScreen = (journeys: (height: number) => void): void => {
  for (const { width, height } of [
    { width: 1280, height: 720 },
    { width: 1920, height: 1080 },
  ]) {
    test.describe(`a room, ${width} × ${height}`, () => {
      test.use({ viewport: { width, height } });
      journeys(height);
    });
  }
};

/**
 * At each of these steps of a lesson, asked and then answered and played to its end: the least text of the
 * room is large enough, and in these drawings none lies over another.
 */
export const expectLegible = async (
  lab: Lab,
  lesson: string,
  steps: readonly number[],
  drawings: (main: Locator) => readonly Locator[] = (main) => [main],
): Promise<void> => {
  const { keyboard } = lab.page;
  await lab.open(`#/lesson/${lesson}`);
  await lab.fastest();
  for (const step of steps) {
    await lab.press(`Go to step ${step}`);
    await enter(lab);
    const main = room(lab.page);
    const legible = async (when: string): Promise<void> => {
      expect(await leastOf(main), `step ${step}, ${when}`).toBeGreaterThanOrEqual(LEAST);
      for (const drawing of drawings(main))
        expect(await overlapsOf(drawing), `step ${step}, ${when}`).toEqual([]);
    };
    await legible('asked');
    // The answer, if it is asked, and the run to its end; once more would go to the next step.
    if ((await main.getByRole('radio').count()) > 0) await keyboard.press('Space');
    await keyboard.press('Space');
    await lab.idle();
    await legible('played');
    await keyboard.press('f');
    await expect(main).toBeHidden();
  }
};
