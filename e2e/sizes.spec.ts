import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { Lab } from './lab.ts';
import { names } from './names.ts';
import { Screen } from './screen.ts';
import { expectNoSidewaysScroll, expectReplySeen, expectWhole } from './whole.ts';

const TOP_BAR = 44;

/** No text of these elements is cut off by its box. */
const expectNothingCut = async (page: Page): Promise<void> => {
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll('button, h1, h2, h3, label, [role=tab], .crumb b')]
      .filter((one) => one instanceof HTMLElement && one.offsetParent !== null)
      .filter((one) => one.getBoundingClientRect().width > 2)
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
      .map((one) => one.outerHTML.slice(0, 120)),
  );
  expect(cut).toEqual([]);
};

const transport = (lab: Lab): Locator[] => [
  lab.button('Play'),
  lab.button('Step forward'),
  lab.button('Step back'),
  lab.button('Restart'),
  lab.timeline(),
  lab.page.getByRole('combobox', { name: 'Speed' }),
];
const always = (lab: Lab): Locator[] => [
  ...transport(lab),
  ...[1, 2, 3, 4, 5].map((sid) => lab.server(sid)),
  lab.button('Share'),
];

for (const { width, height } of [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 1440, height: 900 },
]) {
  test.describe(`${width} × ${height}`, () => {
    test.use({ viewport: { width, height } });

    test('the stage has at least half of the screen below the top bar, and nothing is cut', async ({
      lab,
      page,
    }) => {
      await lab.openElection();
      await lab.stepUntilMessagesFly();
      const stage = await page.getByRole('region', { name: 'Stage' }).boundingBox();
      if (stage === null) throw new Error('there is no stage');
      const share = (stage.width * stage.height) / (width * (height - TOP_BAR));
      expect(share).toBeGreaterThanOrEqual(0.5);

      for (const one of [
        ...always(lab),
        lab.button('Partition network'),
        lab.button('Heal network'),
        lab.invariants(),
      ]) {
        await expectWhole(page, one);
      }
      await lab.inspect(3);
      await expect(lab.inspector(3)).toBeInViewport();
      await expectNothingCut(page);
      await expectNoSidewaysScroll(page);
    });
  });
}

test('views that are hidden cannot be reached, and come back as they were', async ({
  lab,
  page,
}) => {
  await lab.openElection();
  await lab.showView('Events');
  await lab.press('Hide the views');
  await expect(page.getByRole('tab')).toHaveCount(0);
  await expect(lab.timeline()).toBeVisible();
  await lab.press('Show the views');
  await expect(page.getByRole('tab', { name: 'Events' })).toHaveAttribute('aria-selected', 'true');
});

test.describe('a phone, 390 × 844', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('stage and transport are on screen, everything else one tab away', async ({ lab, page }) => {
    await lab.openElection();
    await lab.fastest();
    await lab.tapTab('Run');
    await lab.button('Next interesting event').tap();
    await lab.idle();
    for (const one of always(lab)) await expectWhole(page, one);
    await expectNothingCut(page);

    await expect(lab.invariants()).toBeAttached();
    await expect(lab.button('Partition network')).toBeVisible();
    await expect(lab.button('Heal network')).toBeVisible();
    await expect(lab.button('Set-up')).toBeVisible();
    await expectNoSidewaysScroll(page);

    await lab.tapTab('Messages in flight');
    await expect(page.getByRole('list', { name: 'Messages in flight' })).toBeAttached();
    await lab.tapTab('Space-time diagram');
    await expect(page.getByRole('region', { name: 'Space-time diagram' })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await lab.tapTab('Events');
    await expect(lab.events().first()).toBeVisible();
    await expectNoSidewaysScroll(page);
    await lab.tapTab('Votes');
    await expect(page.getByRole('table', { name: /of 5 needed/ })).toBeAttached();
    await expectNoSidewaysScroll(page);

    await lab.server(3).tap();
    await lab.tapTab('Server 3');
    await expect(lab.inspector(3)).toBeVisible();
    await lab.button('Kill server 3').tap();
    await lab.expectState(3, 'CRASHED');
    await expectNoSidewaysScroll(page);
  });

  test('a lesson’s next step begins with its sentence, however far one has read', async ({
    lab,
    page,
  }) => {
    await lab.open('#/lesson/break-zab');
    await lab.fastest();
    const lesson = page.getByRole('region', { name: 'Lesson step' });
    await lesson.getByText('Z-Commit: a majority has it on disk').tap();
    await lab.button('Check answer').tap();
    await expect(lesson.getByText('S3 said OK for what one disk of three has.')).toBeInViewport();
    await lab.button('Next step').tap();
    await lab.idle();
    await expect(lesson.getByText('Votes go by id alone')).toBeInViewport({ ratio: 0.9 });
  });

  test('buttons are large enough for a thumb', async ({ lab }) => {
    await lab.openElection();
    for (const name of ['Play', 'Step forward', 'Step back', 'Restart', 'Next interesting event']) {
      const box = await lab.button(name).boundingBox();
      if (box === null) throw new Error(`${name} is not on screen`);
      expect(Math.min(box.width, box.height), name).toBeGreaterThanOrEqual(44);
    }
  });

  test('the first page fits', async ({ lab, page }) => {
    await lab.openGallery();
    await expect(page.getByRole('link', { name: /^Election/ }).first()).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectNothingCut(page);
  });

  // The longest question of all, one of a lesson with much below it, and a long title.
  for (const { language, id, step, steps } of [
    { language: 'en', id: 'paxos-case-2', step: 6, steps: 6 },
    { language: 'en', id: 'after-a-crash', step: 5, steps: 8 },
    { language: 'zh-CN', id: 'paxos-case-2', step: 6, steps: 6 },
    { language: 'zh-CN', id: 'what-a-session-is', step: 2, steps: 9 },
  ] as const) {
    test(`a lesson’s question is seen with all its options, and answered (${id}, ${language})`, async ({
      page,
    }) => {
      const lab = new Lab(page, language);
      const say = names[language];
      await lab.open(`#/lesson/${id}`, `lang=${language}`);
      await lab.fastest();
      await lab.press(say.goToStep(step));
      const lesson = page.getByRole('region', { name: say.lessonStep });
      const options = await lesson.getByRole('radio').all();
      expect(options.length).toBeGreaterThan(2);
      for (const option of options) await expectWhole(page, option);
      await expectWhole(page, lesson.getByText(say.stepOf(step, steps)));
      const title = page.getByRole('heading', { level: 1 });
      await expect(title).toBeInViewport({ ratio: 0.9 });
      const wide = await title.evaluate((one) => {
        const bar = one.closest('header')?.getBoundingClientRect();
        const range = document.createRange();
        range.selectNodeContents(one);
        const text = range.getBoundingClientRect();
        const box = one.parentElement?.getBoundingClientRect();
        return (
          bar !== undefined &&
          box !== undefined &&
          text.top >= bar.top &&
          text.bottom <= bar.bottom &&
          text.right <= box.right + 1
        );
      });
      expect(wide, 'the title is whole').toBe(true);
      await expectWhole(page, lab.button(say.check));
      await expectWhole(page, lab.button(say.play));
      await expect(page.getByRole('region', { name: /^(Stage|舞台)$/ })).toBeInViewport();

      await options[0]?.tap();
      await lab.button(say.check).tap();
      await expect(lesson.getByRole('status')).not.toBeEmpty();
      await lab.idle();
      await expectReplySeen(page, lesson);
      await expectNoSidewaysScroll(page);
    });
  }
});

test.describe('reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('nothing slides: messages stand still between events, and steps show at once', async ({
    lab,
    page,
  }) => {
    const screen = await Screen.of(page);
    await lab.openElection();
    await lab.stepUntilMessagesFly();
    const running = await page.evaluate(
      () => document.getAnimations().filter((one) => one.playState === 'running').length,
    );
    expect(running).toBe(0);

    await page.getByRole('combobox', { name: 'Speed' }).selectOption('0.1×');
    await screen.stand();
    await lab.button('Play').click();
    const look = () =>
      page.evaluate(() => ({
        position: window.zooscope.frame()?.position,
        places: [...document.querySelectorAll('[data-key^="message-"]')].map((one) =>
          one.getAttribute('transform'),
        ),
      }));
    let before = await look();
    expect(before.places.length).toBeGreaterThan(0);
    for (let still = 0; still < 60;) {
      await screen.nextFrame();
      const now = await look();
      if (now.position === before.position) {
        expect(now.places).toEqual(before.places);
        still += 1;
      }
      before = now;
    }
    await screen.goOn();
    await lab.press('Pause');
  });
});
