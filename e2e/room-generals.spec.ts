import { test } from './fixtures.ts';
import { expectLegible, onEachScreen } from './room-parts.ts';

onEachScreen(() => {
  for (const [lesson, steps] of [
    ['two-generals', [3, 5]],
    ['three-generals', [3, 4, 5, 7]],
    ['seven-generals', [3, 5, 7]],
  ] as const)
    test(`beside a question generals and what one of them holds can be read (${lesson})`, ({
      lab,
    }) =>
      expectLegible(lab, lesson, steps, (main) => [
        main.locator('.byzantine-panel'),
        // Two worlds side by side stand in their place.
        main.locator('.worlds-drawn'),
      ]));
});
