import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** How far labels of messages reach over the edges of their slips, in drawing units. */
const reachOver = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(() => {
    const found: Record<string, number> = {};
    for (const text of document.querySelectorAll<SVGTextElement>('.stage .msg > text')) {
      const own = text.getBBox();
      const shapes = [...(text.parentElement?.children ?? [])].filter(
        (one): one is SVGGraphicsElement => one !== text && one instanceof SVGGeometryElement,
      );
      const boxes = shapes.map((one) => one.getBBox());
      const left = Math.min(...boxes.map(({ x }) => x));
      const right = Math.max(...boxes.map(({ x, width }) => x + width));
      found[text.textContent ?? ''] = Math.max(left - own.x, own.x + own.width - right);
    }
    return found;
  });

test('labels of messages stand inside of their slips, however long they are', async ({
  lab,
  page,
}) => {
  for (const id of [
    'election',
    'paxos',
    'counter',
    'recipes?preset=hand-over',
    'byzantine',
    'cap',
  ]) {
    await lab.open(`#/lab/${id}`);
    const over = await reachOver(page);
    expect(Object.keys(over).length, id).toBeGreaterThan(0);
    for (const [label, by] of Object.entries(over)) expect(by, label).toBeLessThan(-1);
  }
  await lab.open('#/lab/zookeeper?preset=write');
  await page
    .getByRole('textbox', { name: 'zkCli command' })
    .first()
    .fill('create /app/members/connections-of-everyone v');
  await page.keyboard.press('Enter');
  const slip = page.locator('.stage .msg > text', { hasText: 'create /app/members' });
  await expect(slip).toHaveCount(1);
  for (const [label, by] of Object.entries(await reachOver(page)))
    expect(by, label).toBeLessThan(-1);
});
