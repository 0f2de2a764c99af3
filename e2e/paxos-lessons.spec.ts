import { expect, test } from './fixtures.ts';
import { Reader } from './reader.ts';

// `lessons.spec.ts` takes every lesson by mouse in English and by the keyboard in Chinese.
for (const id of ['paxos-case-1', 'paxos-case-2', 'paxos-case-3']) {
  test(`the lesson ${id} is played to its end in English too by the keyboard alone`, async ({
    lab,
  }) => {
    const reader = new Reader(lab, id, 'en', 'keyboard');
    await reader.open();
    for (const step of reader.steps) {
      await reader.expectStep(step);
      if (reader.asks(step)) await reader.answer(step, 'right');
      else await reader.goOn();
      await reader.expectOver(step);
      await reader.next(step);
    }
    await reader.expectEnd();
  });
}

test('the views follow the lesson: where the certificate is the point, it is in front', async ({
  lab,
  page,
}) => {
  await lab.open('#/lesson/paxos-case-3');
  const front = page.getByRole('tab', { selected: true });
  await expect(front).toHaveText('Space-time diagram');
  await lab.press('Go to step 5');
  await expect(front).toHaveText('Certificate');
  await expect(page.getByRole('region', { name: 'Livelock certificate' })).toBeVisible();
  await lab.press('Go to step 2');
  await expect(front).toHaveText('Space-time diagram');
});
