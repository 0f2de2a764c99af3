import { expect, test } from './fixtures.ts';
import { LEAST, enter, leastOf, overlapsOf, room } from './room-parts.ts';

for (const { width, height } of [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
]) {
  test.describe(`a room, ${width} × ${height}`, () => {
    test.use({ viewport: { width, height } });

    test('beside a question the servers, the cut and both clients can be read (cap-choose)', async ({
      lab,
      page,
    }) => {
      await lab.open('#/lesson/cap-choose');
      await lab.fastest();
      for (const step of [2, 4, 7, 8]) {
        await lab.press(`Go to step ${step}`);
        await enter(lab);
        const main = room(page);
        const legible = async (when: string): Promise<void> => {
          expect(await leastOf(main), `step ${step}, ${when}`).toBeGreaterThanOrEqual(LEAST);
          expect(await overlapsOf(main), `step ${step}, ${when}`).toEqual([]);
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
