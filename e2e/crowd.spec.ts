import { duel } from '../bench/crowds.ts';
import { expect, test } from './fixtures.ts';
import { PaxosLab } from './paxos-lab.ts';

test('a crowd of messages takes no more elements than a few, is told by name, and is pressed where it is painted', async ({
  page,
}) => {
  const lab = new PaxosLab(page);
  await lab.openPaxos();
  await page.evaluate((scenario) => window.zooscope.send({ type: 'open', scenario }), duel);
  const elements = (): Promise<number> =>
    page.evaluate(() => document.querySelectorAll('*').length);
  const goTo = async (position: number): Promise<number> => {
    await page.evaluate((to) => window.zooscope.send({ type: 'seek', position: to }), position);
    await lab.idle();
    return (await lab.frame()).messages.length;
  };
  const crowd = page.getByRole('img', { name: /^[\d,]+ messages under way/ });
  const many = await goTo(1400);
  expect(many).toBeGreaterThan(1000);
  await expect(crowd).toBeVisible();
  const before = await elements();
  expect(await goTo(2600)).toBeGreaterThan(many + 1000);
  // Not one for each: a diagram of other events may have some more.
  expect(await elements()).toBeLessThan(before + 500);

  // All are in the list, which draws only the rows in sight.
  await page.getByRole('tab', { name: 'Messages in flight' }).click();
  const rows = lab.messages();
  await expect(rows.first()).toHaveAttribute('aria-setsize', /^\d{4}$/);

  // Where the page painted a message, a press chooses it; then it has a shape of its own.
  const box = await crowd.boundingBox();
  if (box === null) throw new Error('the crowd has no place');
  const chosen = page.locator('[data-key^="message-"][aria-pressed="true"]');
  // Above the second proposer its messages fan out.
  for (let y = 0.02; y < 0.24 && (await chosen.count()) === 0; y += 0.02) {
    await page.mouse.click(box.x + box.width * 0.3, box.y + box.height * y);
  }
  await expect(chosen).toHaveCount(1);
});
