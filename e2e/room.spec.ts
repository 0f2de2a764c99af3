import { LABS } from '../scripts/labs.mjs';
import { expect, test } from './fixtures.ts';
import { Lab } from './lab.ts';
import { names } from './names.ts';
import { LEAST, enter, enterStep, leastOf, onEachScreen, room } from './room-parts.ts';

onEachScreen((height) => {
  test('the sentence, the question, the options and the step are read from the last row', async ({
    lab,
    page,
    expectAccessible,
  }) => {
    const main = await enterStep(lab, 'after-a-crash', 5);
    const sentence = main.getByText('S1 and S2 both have 1·8');
    const size = await sentence.evaluate((one) =>
      Number.parseFloat(getComputedStyle(one).fontSize),
    );
    expect(size / height).toBeGreaterThan(0.046);
    expect(size / height).toBeLessThan(0.048);
    expect(await leastOf(main)).toBeGreaterThanOrEqual(LEAST);

    const question = main.getByRole('radiogroup', { name: 'Who becomes leader?' });
    for (const option of await question.getByRole('radio').all())
      await expect(option).toBeInViewport();
    // The options grow with the height as the sentence does, and are no smaller than the least text.
    const option = main.getByText('S4: its id is the largest');
    const optionSize = await option.evaluate((one) =>
      Number.parseFloat(getComputedStyle(one).fontSize),
    );
    expect(optionSize / height).toBeGreaterThanOrEqual(LEAST);
    // The steps stay at the lower edge.
    const steps = await main.getByText('Step 5 of 8').boundingBox();
    expect((steps?.y ?? 0) / height).toBeGreaterThan(0.92);
    expect(((steps?.y ?? 0) + (steps?.height ?? 0)) / height).toBeLessThanOrEqual(1);
    await expect(lab.server(2)).toBeInViewport();
    await expect(lab.button('Share')).toBeHidden();
    await expect(page.getByRole('searchbox')).toHaveCount(0);
    const over = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
    expect(over).toBeLessThanOrEqual(0);
    await expectAccessible();
  });

  test('hands are counted by keys, and stay when the answer and its replies are told', async ({
    lab,
    page,
    expectAccessible,
  }) => {
    const main = await enterStep(lab, 'after-a-crash', 5);
    const counts = main.getByRole('spinbutton', { name: /^Hands for: / });
    await expect(counts).toHaveCount(4);
    await page.keyboard.press('h');
    await expect(counts.first()).toBeFocused();
    for (const typed of ['14', '21', '6', '9']) {
      await page.keyboard.type(typed);
      await page.keyboard.press('Enter');
    }
    await expect(main).toBeFocused();
    await expect(main.getByText('50 hands')).toBeVisible();
    const bars = main.locator('.hands-bar');
    // All bars have one scale: the longest is of the option that most hold.
    const lengths = (): Promise<number[]> =>
      bars.evaluateAll((all) => all.map((bar) => bar.getBoundingClientRect().width));
    await expect
      .poll(async () => {
        const all = await lengths();
        const longest = Math.max(...all);
        return longest > 100 && all.map((one) => Math.round((one / longest) * 100));
      })
      .toEqual([14, 21, 6, 9].map((count) => Math.round((count / 21) * 100)));
    const options = main.locator('.projected-option');
    const places = () =>
      options.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    const before = await places();

    await page.keyboard.press('Space');
    await expect(main.locator('.because')).toBeVisible();
    const reply = main.locator('.projected-replies [role=status]');
    // What most believed, and why it is not so.
    await expect(reply).toContainText('S4’s log ends at 1·7.');
    await expect(reply.locator('.belief')).not.toBeEmpty();
    await page.keyboard.press('4');
    await expect(reply).toContainText('S4 changes its vote again');
    await page.keyboard.press('3');
    await expect(reply).toContainText('Three of five are a majority.');
    // Nothing moved, and nothing was lost.
    expect(await places()).toEqual(before);
    await expect(counts.first()).toHaveValue('14');
    await expect(main.getByText('50 hands')).toBeVisible();
    await expectAccessible();

    await page.keyboard.press('Space');
    await lab.idle();
    await expect(reply).toContainText('Three of five are a majority.');
    await expect(counts.nth(1)).toHaveValue('21');
    expect(await places()).toEqual(before);
    expect(await leastOf(main)).toBeGreaterThanOrEqual(LEAST);
    // A look at the lab, and back: they are still there; the next step begins with none.
    await page.keyboard.press('f');
    await expect(main).toBeHidden();
    await page.keyboard.press('f');
    await expect(counts.nth(1)).toHaveValue('21');
    await lab.idle();
    await page.keyboard.press('Space');
    await expect(counts).toHaveCount(0);
  });

  for (const [lesson, step, view] of [
    ['did-it-happen', 4, 'Space-time diagram'],
    ['paxos-case-3', 4, 'Certificate'],
    ['majorities', 6, 'Majorities'],
  ] as const)
    test(`with a view beside the stage all of it can be read (${lesson})`, async ({
      lab,
      page,
    }) => {
      const main = await enterStep(lab, lesson, step);
      await expect(main.getByRole('region', { name: view })).toBeInViewport();
      await expect(main.getByRole('button', { name: /longer|shorter/i })).toHaveCount(0);
      expect(await leastOf(main)).toBeGreaterThanOrEqual(LEAST);
      await page.keyboard.press('Space');
      await lab.idle();
      expect(await leastOf(main)).toBeGreaterThanOrEqual(LEAST);
      // What is told beside it is there whole, too.
      const over = await main
        .locator('.clean-asked')
        .evaluateAll((all) => all.map((one) => one.scrollHeight - one.clientHeight));
      for (const one of over) expect(one).toBeLessThanOrEqual(2);
    });

  test('in the free labs everything can be read from the last row', async ({ lab, page }) => {
    for (const id of LABS) {
      await lab.open(`#/lab/${id}`);
      await enter(lab);
      expect(await leastOf(room(page)), id).toBeGreaterThanOrEqual(LEAST);
    }
    // Nothing that a console says, its prompt included, is cut at its edge.
    await lab.open('#/lab/zookeeper?preset=write');
    await enter(lab);
    const cut = await room(page)
      .locator('.terminal')
      .evaluateAll((all) => all.map((one) => one.scrollWidth - one.clientWidth));
    expect(cut.length).toBeGreaterThan(0);
    for (const one of cut) expect(one).toBeLessThanOrEqual(0);
    const covered = await room(page)
      .locator('.console')
      .evaluateAll((all) =>
        all.map((one) => {
          const tools = one.querySelector('.console-tools')?.getBoundingClientRect();
          const lines = one.querySelector('.terminal')?.getBoundingClientRect();
          return (lines?.right ?? NaN) - (tools?.left ?? NaN);
        }),
      );
    for (const one of covered) expect(one).toBeLessThanOrEqual(0.5);
  });
});

for (const language of ['en', 'zh-CN'] as const) {
  test(`Space goes from the question to the answer, to the run, to the next step (${language})`, async ({
    page,
  }) => {
    const lab = new Lab(page, language);
    const say = names[language];
    await lab.open('#/lesson/first-start', `lang=${language}`);
    await lab.fastest();
    await lab.press(say.goToStep(2));
    await enter(lab);
    const main = room(page);
    const options = main.getByRole('radio');
    const told = main.locator('.projected > [role=status]');
    const why = main.locator('.because');
    const before = await main.locator('.projected-option').first().boundingBox();
    await page.keyboard.press('1');
    await expect(options.first()).toBeChecked();
    await expect(why).toBeHidden();
    const { position } = await lab.frame();

    await page.keyboard.press('Space');
    await expect(told).not.toBeEmpty();
    await expect(why).toBeVisible();
    // The answer is told, and nothing has moved for it: neither the run nor the question.
    expect((await lab.frame()).position).toBe(position);
    expect(await main.locator('.projected-option').first().boundingBox()).toEqual(before);
    await expect(main.locator('.projected-option.right')).toHaveCount(1);
    // It is too late to choose.
    await page.keyboard.press('3');
    await expect(options.first()).toBeChecked();

    await page.keyboard.press('Space');
    await expect
      .poll(() => page.evaluate(() => window.zooscope.frame()?.position))
      .toBeGreaterThan(position);
    await expect(why).toBeVisible();
    await lab.idle();
    await expect(why).toBeVisible();
    await page.keyboard.press('Space');
    await expect(main).toContainText(say.stepOf(3, 6));
    await expect(why).toBeHidden();
    await expect(told).toBeEmpty();
  });
}

test('the keys and the way out are shown, then gone for the eye alone', async ({ lab, page }) => {
  await lab.openElection();
  await enter(lab);
  const leave = lab.button(/leave$/);
  const keys = room(page).locator('.clean-keys');
  await expect(keys).toHaveCSS('opacity', '1');
  await expect(keys).toHaveCSS('opacity', '0');
  await page.mouse.move(300, 300);
  await expect(keys).toHaveCSS('opacity', '1');
  await leave.focus();
  await expect(keys).toHaveCSS('opacity', '1');
  await page.keyboard.press('Enter');
  await expect(room(page)).toBeHidden();
});

test('in the ZooKeeper lab the console is there, and no search and no tools', async ({
  lab,
  page,
  expectAccessible,
}) => {
  await lab.open('#/lab/zookeeper?preset=write');
  await enter(lab);
  const main = room(page);
  await expect(main.getByRole('region', { name: /^zkCli/ }).first()).toBeInViewport();
  await expect(main.getByRole('tree', { name: 'Znode tree' })).toBeInViewport();
  await expect(main.getByRole('searchbox')).toHaveCount(0);
  await expect(main.getByRole('button', { name: /Unfold|Fold|as text/ })).toHaveCount(0);
  await expectAccessible();
});
