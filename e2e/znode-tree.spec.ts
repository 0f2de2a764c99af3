import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { ZooKeeperLab } from './zookeeper-lab.ts';
import { typeLines } from './zookeeper-run.ts';

const ALPHA = 101;
const BETA = 102;

const card = (page: Page, path: string) =>
  page.getByRole('region', { name: `Node ${path}`, exact: true });

/** The lab with two children made below /app/x, and one of them deleted. */
const withChildren = async (page: Page): Promise<ZooKeeperLab> => {
  const lab = new ZooKeeperLab(page);
  await lab.openCold('zookeeper?preset=write');
  await typeLines(page, [
    [ALPHA, 'create /app/x/one 1'],
    [BETA, 'create /app/x/two 2'],
    [BETA, 'delete /app/x/one'],
  ]);
  return lab;
};

test('the tree shows what the clients have made, each node by its path', async ({ page }) => {
  const lab = await withChildren(page);
  await expect(lab.node('/app/x/two')).toBeVisible();
  await expect(lab.node('/app/x/one')).toHaveCount(0);
  await expect(lab.node('/app/x/two')).toHaveAttribute('aria-level', '4');
  await expect(lab.node('/app/x/two')).toHaveAttribute('aria-posinset', '1');
  await expect(lab.node('/app/x/two')).toHaveAttribute('aria-setsize', '1');
  await expect(lab.node('/app/x')).toHaveAttribute('aria-expanded', 'true');
  await expect(lab.node('/zookeeper')).toHaveAttribute('aria-expanded', 'false');
  await expect(lab.node('/config/db')).toHaveAccessibleDescription(/β watches its data/u);
  await expect(lab.node('/app/members/alpha')).toHaveAccessibleDescription(
    /ephemeral, ends with the session of α/u,
  );
});

test('the tree is walked by the keyboard, and what is folded stays so while one steps', async ({
  page,
}) => {
  const lab = await withChildren(page);
  await lab.node('/app').click();
  await expect(lab.node('/app')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('End');
  await expect(lab.node('/zookeeper')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowRight');
  await lab.idle();
  await expect(lab.node('/zookeeper')).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowRight');
  await expect(lab.node('/zookeeper/config')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowLeft');
  await lab.idle();
  await expect(lab.node('/zookeeper')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Home');
  await expect(lab.node('/')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.type('co');
  await lab.idle();
  await expect(lab.node('/config')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowLeft');
  await lab.idle();
  await expect(lab.node('/config')).toHaveAttribute('aria-expanded', 'false');
  await expect(lab.node('/config/db')).toHaveCount(0);

  await lab.press('Step back');
  await expect(lab.node('/config')).toHaveAttribute('aria-expanded', 'false');
  await lab.press('Unfold all');
  await expect(lab.node('/config/db')).toBeVisible();
  await lab.press('Fold all');
  await expect(lab.node('/config/db')).toHaveCount(0);
});

test('a path is found wherever it is folded away, and says how many nodes were looked at', async ({
  page,
}) => {
  const lab = await withChildren(page);
  await lab.press('Fold all');
  await expect(lab.node('/app/x')).toHaveCount(0);
  const search = page.getByRole('searchbox', { name: 'Find a path in the tree' });
  await search.fill('/x');
  await lab.idle();
  await expect(lab.node('/app/x')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('search')).toContainText(/Hit 1 of 2; \d+ nodes looked at\./u);
  await search.press('Enter');
  await lab.idle();
  await expect(lab.node('/app/x/two')).toHaveAttribute('aria-selected', 'true');
  await search.press('Shift+Enter');
  await lab.idle();
  await expect(lab.node('/app/x')).toHaveAttribute('aria-selected', 'true');
  await search.fill('nowhere');
  await lab.idle();
  await expect(page.getByRole('search')).toContainText('No such path');
});

test('the card of a node tells why its cversion is 3, and leads to what made it so', async ({
  page,
}) => {
  const lab = await withChildren(page);
  await lab.node('/app/x').click();
  await lab.idle();
  const why = card(page, '/app/x').getByRole('button', { name: 'Why is cversion 3?' });
  await why.click();
  await expect(why).toHaveAttribute('aria-expanded', 'true');
  await expect(card(page, '/app/x')).toContainText(
    '2 children were created and 1 deleted since it was made: 2 + 1 = 3.',
  );
  await expect(card(page, '/app/x')).toContainText('created /app/x/one, asked by α');
  await expect(card(page, '/app/x')).toContainText('deleted /app/x/one, asked by β');

  const [first] = await card(page, '/app/x')
    .getByRole('button', { name: /^Go to / })
    .all();
  await first?.click();
  await lab.idle();
  await expect(lab.node('/app/x/one')).toBeVisible();
  await expect(lab.node('/app/x/two')).toHaveCount(0);
  await expect(
    card(page, '/app/x').getByRole('button', { name: 'Why is cversion 1?' }),
  ).toBeVisible();
});

test('a tree is written down, changed by hand, and opened as a new run', async ({ page }) => {
  const lab = await withChildren(page);
  await lab.press('Tree as text');
  const dialog = lab.dialog('Tree as text');
  const text = dialog.getByRole('textbox', { name: 'The tree of the new run' });
  await expect(text).toHaveValue(/^\/app\/x persistent "0"$/mu);
  await expect(text).toHaveValue(/^\/app\/jobs container$/mu);
  await expect(dialog).toContainText('/app/members/alpha is ephemeral');

  await text.fill('/mine persistent "<b>1</b>"\nmine/below persistent');
  await lab.idle();
  await expect(dialog).toContainText('Line 2: “mine/below” does not begin with /.');
  await expect(dialog.getByRole('button', { name: /^Start a new run/u })).toBeDisabled();

  await text.fill('/mine persistent "<b>1</b>"\n/mine/below container');
  await lab.idle();
  await dialog.getByRole('button', { name: 'Start a new run with these 2 nodes' }).click();
  await expect(dialog).toBeHidden();
  await lab.idle();
  await typeLines(page, []);
  await expect(lab.node('/mine/below')).toBeVisible();
  await expect(lab.node('/app')).toHaveCount(0);
  await lab.node('/mine').click();
  await lab.idle();
  await expect(card(page, '/mine')).toContainText('<b>1</b>');
});

for (const [language, name] of [
  ['en', 'Node /config'],
  ['zh-CN', '节点 /config'],
] as const) {
  test(`the tree and a node’s card are accessible, ${language}`, async ({
    page,
    expectAccessible,
  }) => {
    const lab = new ZooKeeperLab(page, language);
    await lab.openZooKeeper();
    await lab.node('/config').click();
    await lab.idle();
    await expect(page.getByRole('region', { name, exact: true })).toBeVisible();
    await expectAccessible();
  });
}
