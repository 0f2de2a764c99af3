import { expect, test } from './fixtures.ts';

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
