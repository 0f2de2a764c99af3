import { expect, test } from './fixtures.ts';
import { LEAST, enter, leastOf, overlapsOf, room } from './room-parts.ts';

for (const { width, height } of [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
]) {
  test.describe(`a room, ${width} × ${height}`, () => {
    test.use({ viewport: { width, height } });

    for (const [lesson, steps] of [
      ['two-generals', [3, 5]],
      ['three-generals', [3, 4, 5, 7]],
      ['seven-generals', [3, 5, 7]],
    ] as const)
      test(`beside a question generals and what one of them holds can be read (${lesson})`, async ({
        lab,
        page,
      }) => {
        await lab.open(`#/lesson/${lesson}`);
        await lab.fastest();
        for (const step of steps) {
          await lab.press(`Go to step ${step}`);
          await enter(lab);
          const main = room(page);
          const panel = main.locator('.byzantine-panel');
          // Two worlds side by side stand in their place.
          const worlds = main.locator('.worlds-drawn');
          const legible = async (when: string): Promise<void> => {
            expect(await leastOf(main), `step ${step}, ${when}`).toBeGreaterThanOrEqual(LEAST);
            expect(await overlapsOf(panel), `step ${step}, ${when}`).toEqual([]);
            expect(await overlapsOf(worlds), `step ${step}, ${when}`).toEqual([]);
          };
          await legible('asked');
          // The answer, and the run to its end.
          await page.keyboard.press('Space');
          await page.keyboard.press('Space');
          await lab.idle();
          await legible('played');
          await page.keyboard.press('f');
          await expect(main).toBeHidden();
        }
      });
  });
}
