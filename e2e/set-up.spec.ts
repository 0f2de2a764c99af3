import { expect, test } from './fixtures.ts';
import type { Lab } from './lab.ts';
import { LIMITS } from '../src/view/limits.ts';

const dialogOf = async (lab: Lab) => {
  await lab.press('Set-up');
  const dialog = lab.dialog('Set up an ensemble');
  await expect(dialog).toBeVisible();
  return dialog;
};
const servers = (lab: Lab) => lab.page.getByRole('button', { name: /^Server \d+, / });

test('a single server runs standalone, and the page says so', async ({ lab }) => {
  await lab.openElection();
  const dialog = await dialogOf(lab);
  for (const sid of [2, 3, 4, 5])
    await dialog.getByRole('button', { name: `Remove server ${sid}` }).click();
  await expect(dialog).toContainText('One voter alone runs standalone: no election takes place.');
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(servers(lab)).toHaveCount(1);
  await lab.runFor(5);
  expect((await lab.frame()).messages).toEqual([]);
  await lab.expectState(1, 'STANDALONE');
});

test('eleven servers elect a leader, and there can be no twelfth', async ({ lab, page }) => {
  await lab.openElection();
  const dialog = await dialogOf(lab);
  await dialog.getByRole('button', { name: 'First start, all at once' }).click();
  const add = dialog.getByRole('button', { name: 'Add a server' });
  for (let count = 5; count < 11; count++) await add.click();
  await expect(add).toBeDisabled();
  await expect(add).toHaveAccessibleDescription('At most 11 servers.');
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(servers(lab)).toHaveCount(11);

  await lab.runUntilLeader();
  await lab.expectState(11, 'LEADING');
  for (const one of await servers(lab).all()) await expect(one).toBeInViewport({ ratio: 0.99 });
  await expect(page.getByRole('status', { name: 'Invariants' })).toContainText('hold');
});

test('the seed makes the run: the same seed the same, another seed another', async ({ lab }) => {
  await lab.openElection();
  const digestOf = async (seed: string): Promise<string | null> => {
    const dialog = await dialogOf(lab);
    await dialog.getByRole('button', { name: 'First start, all at once' }).click();
    await dialog.getByRole('textbox', { name: 'Seed' }).fill(seed);
    await dialog.getByRole('button', { name: 'Open', exact: true }).click();
    await expect(dialog).toBeHidden();
    await lab.idle();
    await lab.runUntilLeader();
    return lab.digest();
  };
  const first = await digestOf('42');
  expect(await digestOf('43')).not.toBe(first);
  expect(await digestOf('42')).toBe(first);
});

const presets = [
  { name: 'First start, one by one', leader: 3 },
  { name: 'First start, all at once', leader: 5 },
  { name: 'After a crash: zxids 8, 8, 8, 7, 7', leader: 2 },
  { name: 'Epoch beats zxid', leader: 1 },
  { name: 'With observers', leader: 3 },
];
test('each preset lets the server lead that its name promises', async ({ lab }) => {
  await lab.openElection();
  for (const { name, leader } of presets) {
    await test.step(name, async () => {
      const dialog = await dialogOf(lab);
      await dialog.getByRole('button', { name, exact: true }).click();
      await dialog.getByRole('button', { name: 'Open', exact: true }).click();
      await expect(dialog).toBeHidden();
      await lab.idle();
      await lab.runUntilLeader();
      await lab.expectState(leader, 'LEADING');
    });
  }
});

test('four servers split in halves elect nobody', async ({ lab }) => {
  await lab.openElection();
  const dialog = await dialogOf(lab);
  await dialog.getByRole('button', { name: 'Four servers, split in halves' }).click();
  await expect(dialog).toContainText('The network begins partitioned: 1 2 | 3 4');
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(dialog).toBeHidden();
  await lab.runFor(30);
  await lab.expectStates({ 1: 'LOOKING', 2: 'LOOKING', 3: 'LOOKING', 4: 'LOOKING' });
});

test('more than a zoo.cfg may have is refused where it is pasted, and the ensemble stays', async ({
  lab,
}) => {
  await lab.openElection();
  const dialog = await dialogOf(lab);
  await dialog.getByText('Paste a zoo.cfg').click();
  const text = dialog.getByRole('textbox', { name: 'zoo.cfg' });
  const servers = await dialog.getByRole('group', { name: /^Server \d+$/ }).count();
  await text.fill(`server.1=a:2888:3888\n${'#'.repeat(LIMITS.cfgCharacters)}`);
  const refusal = dialog.getByRole('alert').filter({ hasText: /\S/ });
  await expect(refusal).toHaveCount(1);
  await expect(refusal).toHaveText(/This has 50,021 characters; at most 50,000 are taken/);
  await expect(text).toHaveValue('');
  await expect(dialog.getByRole('group', { name: /^Server \d+$/ })).toHaveCount(servers);
  await text.fill('server.1=a:2888:3888');
  await expect(refusal.filter({ hasText: 'characters' })).toHaveCount(0);
});

test('a pasted zoo.cfg is what the one button opens, its mistakes in view beside it', async ({
  lab,
}) => {
  await lab.openElection();
  const dialog = await dialogOf(lab);
  await dialog.getByText('Paste a zoo.cfg').click();
  const text = dialog.getByRole('textbox', { name: 'zoo.cfg' });
  const rows = dialog.getByRole('group', { name: /^Server \d+$/ });
  const open = dialog.getByRole('button', { name: /^Open/ });

  await text.fill('tickTime=2000\ninitLimit=ten\nsyncLimit=5\nserver.1=a:2888:3888\nserver.x=b');
  const wrong = dialog.getByRole('listitem').filter({ hasText: 'Line 2' });
  await expect(wrong).toContainText('initLimit needs a number from 1 to 2,147,483,647, not “ten”');
  await expect(wrong).toBeInViewport();
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Line 5' })).toBeVisible();
  await expect(open).toHaveCount(1);
  await expect(open).toBeDisabled();
  await expect(open).toHaveAccessibleDescription(
    'No ensemble starts with this zoo.cfg. Mend it, or delete it.',
  );

  await text.fill(
    [
      'tickTime=1000',
      'initLimit=10',
      'syncLimit=5',
      'server.1=a:2888:3888',
      'server.2=b:2888:3888',
      'server.3=c:2888:3888',
      'server.4=d:2888:3888:observer',
    ].join('\n'),
  );
  await expect(dialog).toContainText('4 servers read.');
  await expect(rows).toHaveCount(4);
  await expect(open).toHaveText('Open the 4 servers of this zoo.cfg');
  await open.click();
  await expect(dialog).toBeHidden();
  await lab.idle();
  await expect(servers(lab)).toHaveCount(4);
  await lab.runUntilLeader();
  await lab.runUntilServing(4);
  await lab.expectStates({ 3: 'LEADING', 4: 'OBSERVING' });
});

test('Set-up opens on the present run, which stands still meanwhile', async ({ lab }) => {
  await lab.openElection();
  await lab.press('Epoch first');
  await lab.button('Play').click();
  const dialog = await dialogOf(lab);
  const zxids = dialog.getByRole('textbox', { name: 'zxid' });
  await expect(zxids).toHaveCount(3);
  await expect(zxids.nth(1)).toHaveValue('1·99');
  const { time } = await lab.frame();
  await dialog.getByRole('textbox', { name: 'Seed' }).fill('7');
  expect((await lab.frame()).time).toBe(time);
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(dialog).toBeHidden();
  await lab.idle();
  await lab.expectPosition(0);
  await lab.runUntilLeader();
  await lab.expectState(1, 'LEADING');
});

test('with a rule switched off an invariant breaks, and is named', async ({ lab }) => {
  await lab.openElection();
  const dialog = await dialogOf(lab);
  await dialog.getByRole('button', { name: 'Four servers, split in halves' }).click();
  await dialog.getByText('Rules switched off').click();
  await dialog.getByRole('checkbox', { name: /half/i }).check();
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(dialog).toBeHidden();
  await lab.idle();
  await lab.runFor(5);
  await expect(lab.invariants()).toContainText(/1 invariant broken: \S+/);
});
