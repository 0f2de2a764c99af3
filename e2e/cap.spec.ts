import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { Lab } from './lab.ts';
import { tabTo } from './tab-to.ts';

/** The CAP lab as it is used: a cut is drawn, five stores answer, and the checkers say what that is worth. */

const openPreset = (lab: Lab, id: string): Promise<void> => lab.open(`#/lab/cap?preset=${id}`);
const row = (page: Page, store: string) => page.getByRole('row', { name: new RegExp(`^${store}`) });
const runUntil = (page: Page, condition: object): Promise<unknown> =>
  page.evaluate(
    (asked) =>
      window.zooscope.send({ type: 'run-until', condition: asked as never, withinMs: 120_000 }),
    condition,
  );

const stageBox = async (page: Page) => {
  const box = await page.getByRole('group', { name: /^5 servers that keep x/u }).boundingBox();
  if (box === null) throw new TypeError('no stage');
  return box;
};
type Box = Awaited<ReturnType<typeof stageBox>>;

/** Draws a wavy line from the upper edge to the lower one, between both sides. */
const drawThrough = async (page: Page, box: Box): Promise<void> => {
  await page.mouse.move(box.x + box.width * 0.42, box.y + 14);
  await page.mouse.down();
  for (const [x, y] of [
    [0.46, 0.4],
    [0.42, 0.7],
    [0.46, 0.97],
  ] as const)
    await page.mouse.move(box.x + box.width * x, box.y + box.height * y, { steps: 8 });
  await page.mouse.up();
};

test('opens alive: cut in two, five stores played, and two requests that cannot be ordered', async ({
  lab,
  page,
}) => {
  await lab.open('#/lab/cap');
  await expect(page.getByRole('button', { name: 'Server 2, LOOKING' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Server 5, LEADING' })).toBeVisible();
  await lab.idle();
  // The other stores have been given the same requests and the same cut.
  await expect(row(page, 'Quorum, fresh reads')).toContainText('yes');
  await expect(row(page, 'Last writer wins')).toContainText('no');
  await expect(
    row(page, 'Last writer wins').getByRole('img', { name: /write 2: lost later/u }),
  ).toBeVisible();
  await expect(page.getByText('witness: write 2, then read 1')).toBeVisible();
  await page.getByRole('button', { name: /^sequential/u }).click();
  await expect(page.getByRole('heading', { name: 'Sequential' })).toBeVisible();
  // Another store on the stage, at the same moment.
  await page.getByRole('button', { name: 'Last writer wins' }).click();
  await lab.idle();
  await expect(page.getByRole('button', { name: 'Server 2, PEER' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Last writer wins' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('a line drawn over the stage cuts the network, and the stores answer to it; healing ends it', async ({
  lab,
  page,
}) => {
  await openPreset(lab, 'draw');
  const box = await stageBox(page);
  await drawThrough(page, box);
  await lab.idle();
  await expect(row(page, 'Quorum, fresh reads')).toContainText('yes');
  await runUntil(page, { request: { number: 3, is: 'ok' } });
  await lab.idle();
  await expect(page.getByText('witness: write 2, then read 1')).toBeVisible();
  // It can be drawn anew at the same moment.
  await lab.press('Redraw the cut');
  await expect(page.getByRole('button', { name: 'Redraw the cut' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await page.mouse.move(box.x + box.width * 0.46, box.y + 14);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.44, box.y + box.height * 0.97, { steps: 16 });
  await page.mouse.up();
  await lab.press('Heal network');
  await runUntil(page, { register: { pid: 2, is: 2 } });
  await lab.idle();
  await page.getByRole('tab', { name: 'After healing' }).click();
  await expect(page.getByText('No acknowledged write has been lost.')).toBeVisible();
});

test('the reader says what will come of each request before it does, and is told the score', async ({
  lab,
  page,
}) => {
  await openPreset(lab, 'draw');
  await page.getByRole('checkbox', { name: 'Ask me before each answer' }).check();
  await lab.fastest();
  await lab.press('Play');
  const question = page.getByRole('radiogroup', { name: /^Request 2: β asks/u });
  await expect(question).toBeVisible();
  await question.getByRole('radio', { name: 'It is done and stays done' }).check();
  await lab.press('Let it happen');
  await expect(page.getByRole('radiogroup', { name: /^Request 3: α asks/u })).toBeVisible();
  await expect(page.getByText('1 of 1 foreseen')).toBeVisible();
});

test('a client asks by hand, and what CAP says can be read beside the run', async ({
  lab,
  page,
}) => {
  await openPreset(lab, 'healed');
  await page.getByRole('button', { name: /^β, /u }).first().click();
  await lab.press('Write 5');
  await runUntil(page, { register: { pid: 2, is: 5 } });
  await lab.idle();
  await page.getByRole('tab', { name: 'What CAP says' }).click();
  await expect(page.getByRole('heading', { name: /wrong sentence/u })).toBeVisible();
  await page.getByRole('tab', { name: 'Latency' }).click();
  await expect(page.getByRole('row', { name: /^Quorum, fresh reads .* ms/u })).toBeVisible();
});

test('the lab, its views and its set-up are accessible in every theme', async ({
  lab,
  page,
  expectAccessibleInAllThemes,
}) => {
  await lab.open('#/lab/cap');
  await lab.idle();
  await expectAccessibleInAllThemes();
  for (const view of ['After healing', 'Latency', 'What CAP says']) {
    await page.getByRole('tab', { name: view }).click();
    await lab.idle();
    await expectAccessibleInAllThemes();
  }
  await lab.press('Set-up');
  await expect(page.getByRole('dialog', { name: 'Set up the experiment' })).toBeVisible();
  await expectAccessibleInAllThemes();
});

test('stepping on by hand past a call tells nothing of its outcome, until the reader has said what will come of it', async ({
  lab,
  page,
}) => {
  await openPreset(lab, 'draw');
  await page.getByRole('checkbox', { name: 'Ask me before each answer' }).check();
  await runUntil(page, { request: { number: 2, is: 'ok' } });
  await lab.idle();
  await lab.stepForward();
  const question = page.getByRole('radiogroup', { name: /^Request 2: β asks/u });
  await expect(question).toBeVisible();
  const untold = 'What has happened since is told once you have answered.';
  await expect(lab.happened()).toHaveText(untold);
  // The stage, its lanes, and the stores know no more.
  const marks = page.getByRole('img', { name: /write 2/u });
  for (const mark of await marks.all()) await expect(mark).toHaveAccessibleName(/write 2[:,] \?/u);
  // Nor do the events and the diagram: the call is the last that they know.
  await lab.showView('Events');
  const list = page.getByRole('list', { name: 'Events' });
  await expect(list.getByRole('listitem').last()).toContainText('β asks: write 2.');
  await expect(list).not.toContainText('β has its answer');
  const drawn = () => page.locator('.spacetime-lanes [data-action^="{\\"step"]').count();
  await lab.showView('Space-time diagram');
  await lab.idle();
  const before = await drawn();
  await question.getByRole('radio', { name: 'It is done and stays done' }).check();
  await lab.press('Let it happen');
  await lab.pause();
  await expect(lab.happened()).not.toHaveText(untold);
  await expect.poll(drawn).toBeGreaterThan(before);
});

/** Where an end of the wall stands on the screen. */
const endAt = async (page: Page, name: string) => {
  const box = await page.getByRole('button', { name, exact: true }).boundingBox();
  if (box === null) throw new TypeError('no end');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};
const cutPairs = async (lab: Lab): Promise<readonly string[]> =>
  (await lab.frame()).links
    .filter((one) => one.cut && one.from < one.to)
    .map(({ from, to }) => `${from}–${to}`)
    .toSorted();

test('the ends of the wall are dragged, by keys too: what it then parts is cut, the rest is mended', async ({
  lab,
  page,
}) => {
  await lab.open('#/lab/cap');
  const first = await cutPairs(lab);
  const stage = await stageBox(page);
  const from = await endAt(page, 'Upper end of the wall');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(stage.x + 24, stage.y + stage.height * 0.5, { steps: 12 });
  await expect(page.getByText(/^Cuts .*mends \d · Esc puts it back$/u)).toBeVisible();
  await page.mouse.up();
  await expect.poll(() => cutPairs(lab)).not.toEqual(first);
  const second = await cutPairs(lab);
  expect(second.length).toBeGreaterThan(0);
  // By the keyboard; Escape leaves all as it is.
  const end = page.getByRole('button', { name: /end of the wall$/u }).first();
  await end.focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('Escape');
  expect(await cutPairs(lab)).toEqual(second);
  await expect(end).toBeFocused();
  for (let i = 0; i < 6; i++) await page.keyboard.press('Shift+ArrowUp');
  for (let i = 0; i < 5; i++) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(() => cutPairs(lab)).not.toEqual(second);
});

test('a link holds the set-up, the line’s cut, requests by hand and the branch: opened elsewhere it is the same run', async ({
  lab,
  page,
  context,
}) => {
  await openPreset(lab, 'draw');
  await drawThrough(page, await stageBox(page));
  await runUntil(page, { request: { number: 2, is: 'ok' } });
  await lab.idle();
  const before = await lab.frame();
  await page.getByRole('button', { name: /^β, /u }).first().click();
  await lab.press('Write 5');
  await runUntil(page, { register: { pid: 4, is: 5 } });
  // Back, and something else: a branch.
  await page.evaluate(
    (position) => window.zooscope.send({ type: 'seek', position }),
    before.position,
  );
  await lab.idle();
  await page.getByRole('button', { name: /^α, /u }).first().click();
  await lab.press('Sync, then read x');
  const [shown, digest] = [await lab.frame(), await lab.digest()];
  const link = await lab.linkToThisRun();
  expect(link).toMatch(/#\/lab\/cap\?run=[\w-]+$/u);
  const other = new Lab(await context.newPage());
  await other.page.goto(link);
  await other.idle();
  await other.expectPosition(shown.position);
  expect(await other.digest()).toBe(digest);
  const again = await other.frame();
  expect(again.detail).toEqual(shown.detail);
  expect(again.links).toEqual(shown.links);
  expect(again.partition).toEqual(shown.partition);
  await expect(other.page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0);
});

test('by the keyboard alone: a store, a cut, a request, a prediction, and the witness', async ({
  lab,
  page,
}) => {
  await openPreset(lab, 'draw');
  const enter = async (role: 'button' | 'checkbox', name: string | RegExp): Promise<void> => {
    await tabTo(page, role, name);
    await page.keyboard.press(role === 'checkbox' ? 'Space' : 'Enter');
    await lab.idle();
  };
  await enter('button', 'Last writer wins');
  await expect(page.getByRole('button', { name: 'Server 2, PEER' })).toBeVisible();
  await enter('button', 'Partition network');
  await enter('button', 'Cut the smaller half off');
  await enter('button', 'Apply');
  expect((await lab.frame()).partition).toHaveLength(2);
  // The wall stands, and an end of it can be moved.
  await tabTo(page, 'button', 'Upper end of the wall');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await lab.idle();
  expect((await lab.frame()).partition).toHaveLength(2);
  await enter('checkbox', 'Ask me before each answer');
  await lab.fastest();
  await enter('button', /^β, CONNECTED/u);
  await enter('button', 'Write 5');
  const question = page.getByRole('radiogroup', { name: /^Request \d+: β asks/u });
  await expect(question).toBeVisible();
  await tabTo(page, 'radio', 'It is done and stays done');
  await page.keyboard.press('Space');
  await enter('button', 'Let it happen');
  await expect(page.getByText(/^\d of \d foreseen$/u)).toBeVisible();
  await enter('checkbox', 'Ask me before each answer');
  await runUntil(page, { request: { number: 3, is: 'ok' } });
  await lab.idle();
  await expect(page.getByText(/^witness: write \d, then read 1$/u)).toBeVisible();
});

test('in each of the five stores a link is cut one way and made slow by keys, and the stage says both', async ({
  lab,
  page,
}) => {
  for (const preset of ['draw', 'read-only', 'quorum', 'copies', 'overwritten']) {
    await openPreset(lab, preset);
    const link = page.getByRole('button', { name: 'Link 3–4', exact: true });
    await link.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Link 3–4' });
    await dialog.getByRole('button', { name: 'Cut S3 → S4 only' }).press('Enter');
    await dialog.getByRole('slider', { name: 'Most' }).press('End');
    await dialog.getByRole('button', { name: 'Set latency' }).press('Enter');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await lab.idle();
    await expect(link.locator('title')).toHaveText(/^cut one way · slow: .*5000 ms$/u);
    await expect(page.getByRole('group', { name: /^5 servers that keep x/u })).toContainText(
      '5000 ms',
    );
    const cut = (await lab.frame()).links.filter(
      (one) => one.cut && one.from === 3 && one.to === 4,
    );
    expect(cut).toHaveLength(1);
  }
});
