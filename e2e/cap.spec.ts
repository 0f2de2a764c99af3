import type { Page } from '@playwright/test';
import { drawThrough, openPreset, stageBox } from './cap-lab.ts';
import { expect, test } from './fixtures.ts';
import { runUntil } from './run-until.ts';

/** The CAP lab as it is used: a cut is drawn, five stores answer, and the checkers say what that is worth. */

const row = (page: Page, store: string) => page.getByRole('row', { name: new RegExp(`^${store}`) });

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
