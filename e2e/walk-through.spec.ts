import { expect, test } from './fixtures.ts';

test('the first page leads to every lesson and to the election lab', async ({ page, lab }) => {
  await lab.openGallery();
  const main = page.getByRole('main');
  const lessons = main.getByRole('link').and(page.locator('[href^="#/lesson/"]'));
  for (const id of ['majorities', 'first-start', 'after-a-crash', 'late-joiner']) {
    await expect(lessons.and(page.locator(`[href="#/lesson/${id}"]`)).first()).toBeVisible();
  }

  await main.getByRole('link', { name: /^Election/ }).click();
  await expect(page).toHaveURL(/#\/lab\/election$/);
  await expect(lab.button('Play')).toBeVisible();
  await expect(lab.invariants()).toContainText(/^\d+ invariants hold$/);

  // Back on the first page, which is higher than the screen, one can still scroll.
  await page.goBack();
  await expect(lessons.first()).toBeVisible();
  await page.mouse.move(600, 400);
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, 400);
      return page.evaluate(() => window.scrollY);
    })
    .toBeGreaterThan(0);
});

test('the search on the first page finds a lesson, and says when there is none', async ({
  page,
  lab,
}) => {
  await lab.openGallery();
  const search = page.getByRole('searchbox', { name: 'Search lessons' });
  const lessons = page.getByRole('main').locator('[href^="#/lesson/"]:visible');
  await expect(lessons.first()).toBeVisible();

  await search.fill('late-joiner');
  await expect(lessons).toHaveCount(1);
  await search.fill('no such lesson');
  await expect(page.getByRole('status')).toContainText('No lesson matches “no such lesson”.');
  await lab.button('Show all lessons').click();
  await expect(search).toHaveValue('');
});

test('of five servers started one by one, the third leads: it completes the majority', async ({
  lab,
}) => {
  await lab.openElection();
  await lab.setUp({ startedBy: 'hand' });

  await lab.start(1);
  await lab.expectState(1, 'LOOKING');
  await lab.start(2);
  await lab.runFor(3);
  await lab.expectStates({ 1: 'LOOKING', 2: 'LOOKING', 3: 'not started' });

  await lab.start(3);
  await lab.runUntilLeader();
  await lab.expectStates({ 1: 'FOLLOWING', 2: 'FOLLOWING', 3: 'LEADING' });

  await lab.start(4);
  await lab.start(5);
  await lab.runUntilQuiet();
  await lab.expectStates({
    1: 'FOLLOWING',
    2: 'FOLLOWING',
    3: 'LEADING',
    4: 'FOLLOWING',
    5: 'FOLLOWING',
  });
  await expect(lab.invariants()).toContainText('invariants hold');

  await lab.inspect(4);
  await lab.press('Why is server 4 not the leader?');
  const reasons = lab
    .inspector(4)
    .getByRole('listitem')
    .filter({ hasText: /Server|server/ });
  await expect(reasons.first()).toContainText(/server 3/i);

  await lab.inspect(3);
  await expect(lab.inspector(3)).toContainText('LEADING');
  await lab.press('Why is server 3 not the leader?');
  await expect(lab.inspector(3)).toContainText('Server 3 is the leader.');
});

test('the event list tells what happened in sentences, and leads back to any event', async ({
  lab,
}) => {
  await lab.openElection();
  await lab.runUntilLeader();
  await lab.expectPosition(await lab.length());

  await lab.showView('Events');
  await lab.scrollEventsToTop();
  const first = lab.events().first();
  await expect(first).toContainText('Server 1 starts, with what its disk holds.');
  await expect(lab.events().nth(1)).toContainText('Server 1 begins election round 1');
  await first.click();
  await lab.expectPosition(1);
  await expect(first).toHaveAttribute('aria-current', 'step');
  await lab.expectState(5, 'LOOKING');
});
