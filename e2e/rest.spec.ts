/** Where a run has come to rest, what one could do next is offered, and covers nothing. */
import { expect, test } from './fixtures.ts';

/** What of the page's texts lies under the offers or under the stage's tools. */
const COVERED = (): string[] => {
  const over = [...document.querySelectorAll('.rest .btn, .stage-tools > *')];
  const boxes = over.map((one) => one.getBoundingClientRect());
  const texts = [...document.querySelectorAll('.stage text, .stage p, .stage h2')];
  return texts.flatMap((one) => {
    const box = one.getBoundingClientRect();
    const under = boxes.some(
      (other) =>
        Math.min(box.right, other.right) - Math.max(box.left, other.left) > 1 &&
        Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 2,
    );
    return box.width > 1 && under ? [one.textContent] : [];
  });
};

const OFFERS = {
  election: 'Kill the leader',
  zookeeper: 'Type a command',
  paxos: 'See a duel',
  counter: 'A: add 1',
};

for (const [width, height] of [
  [1280, 720],
  [1920, 1080],
] as const) {
  test.describe(`${width} × ${height}`, () => {
    test.use({ viewport: { width, height } });
    for (const [name, offer] of Object.entries(OFFERS)) {
      test(`in the ${name} lab it stands where no word is`, async ({ lab, page }) => {
        await lab.open(`#/lab/${name}`);
        await lab.speed('50×');
        await page.evaluate(() => window.zooscope.commands.play());
        const offers = page.getByRole('group', { name: 'What next?' });
        await expect(offers.getByRole('button', { name: offer })).toBeVisible();
        await lab.idle();
        expect(await page.evaluate(COVERED)).toEqual([]);
      });
    }
  });
}

test('where nothing at all is pending, no time can be let pass; another proposal plays on', async ({
  lab,
  page,
}) => {
  await lab.open('#/lab/paxos');
  await lab.speed('50×');
  await page.evaluate(() => window.zooscope.commands.play());
  const offers = page.getByRole('group', { name: 'What next?' });
  const again = offers.getByRole('button', { name: /^Another proposal/ });
  await expect(again).toBeVisible();
  await expect(offers.getByRole('button', { name: 'Go on' })).toHaveCount(0);
  await lab.idle();
  const { position } = await lab.frame();
  await again.click();
  await expect.poll(async () => (await lab.frame()).position).toBeGreaterThan(position + 10);
});
