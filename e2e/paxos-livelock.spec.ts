import { expect, test } from './fixtures.ts';
import { PaxosLab } from './paxos-lab.ts';

for (const language of ['en', 'zh-CN'] as const) {
  for (const [which, messages] of [
    ['caseThree', 16],
    ['mesh', 32],
  ] as const) {
    test(`runs a livelock for ever until it is proved, and says how far the proof goes (${which}, ${language})`, async ({
      page,
    }) => {
      const lab = new PaxosLab(page, language);
      const { words } = lab;
      await lab.openPaxos();
      await lab.openLivelock(which);
      const verdict = lab.certificate().getByRole('status');
      await expect(page.getByRole('tab', { name: words.certificate, exact: true })).toBeVisible();
      await expect(verdict).toContainText(words.notProved);
      await lab.enter(words.runForEver);
      await expect(verdict).toContainText(words.proved(messages));
      await expect(lab.certificate().getByRole('img', { name: words.chart })).toBeVisible();
      await expect(lab.chosen()).toHaveText(words.nothing);
    });
  }
}

test('folds what is never delivered into counted piles, which open by the keyboard', async ({
  page,
}) => {
  const lab = new PaxosLab(page);
  await lab.openPaxos();
  await lab.openLivelock('caseThree');
  const elements = (): Promise<number> =>
    page.evaluate(() => document.querySelectorAll('*').length);
  const before = await elements();
  await page.evaluate(() => window.zooscope.send({ type: 'seek', position: 24_000 }));
  await lab.idle();
  expect(await elements()).toBeLessThan(before + 500);
  await expect(
    page.getByRole('button', { name: /^Prepare .* from A1 to A4, and \d+ more/ }),
  ).toBeVisible();
  await page.getByRole('tab', { name: 'Messages in flight' }).click();
  const pile = page.getByRole('listitem', { name: /^Prepare .* from A1 to A4, and \d+ more$/ });
  const more = pile.getByRole('button', { name: /^\d+ more$/ });
  await expect(more).toHaveAttribute('aria-expanded', 'false');
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(more).toHaveAttribute('aria-expanded', 'true');
  const next = page.getByRole('listitem', { name: /^Prepare \d+, from A1 to A4$/ });
  await expect(next.first()).toBeVisible();
  const piled = async (): Promise<number> =>
    (await lab.frame()).messages.find(
      ({ from, to, kind }) => from === 1 && to === 4 && kind === 'prepare',
    )?.piled ?? 0;
  const all = await piled();
  await next.first().getByRole('button', { name: 'Deliver now' }).click();
  await expect.poll(piled).toBe(all - 1);
});

test('does not claim what has not been proved, or is not proved any more', async ({ page }) => {
  const lab = new PaxosLab(page);
  await lab.openPaxos();
  await page.getByRole('tab', { name: 'Ballots', exact: true }).click();
  const verdict = lab.certificate().getByRole('status');
  await expect(verdict).toContainText('No schedule repeats here');
  await lab.openLivelock('caseThree');
  await lab.press('Run it for ever');
  await expect(verdict).toContainText('On this schedule nothing is ever chosen');
  await lab.press('100 cycles more');
  await expect(verdict).toContainText('The whole state after cycle 2 (row 36)');
  expect((await lab.detail()).rounds).toBeGreaterThan(200);
  await page.evaluate(() => window.zooscope.commands.intervene({ kind: 'kill', pid: 2 }));
  await lab.idle();
  await expect(verdict).toContainText('Not proved');
  await expect(verdict).toContainText('Somebody has interfered');
});

test('each cure decides the duel as a run that can be stepped and shared; the livelock is kept', async ({
  page,
}) => {
  const lab = new PaxosLab(page);
  await lab.openPaxos();
  await lab.openLivelock('caseThree');
  await lab.press('Run it for ever');
  const { rounds } = await lab.detail();
  for (const name of [/^One waits/, /^Random back-off/, /^Exponential/, /^A leader/]) {
    await lab.enter('Try a cure');
    await page.getByRole('menuitem', { name }).press('Enter');
    // It plays at once; what comes of it need not be waited for.
    await expect(lab.button('Pause')).toBeVisible();
    await lab.press('Pause');
    await lab.runFor(1);
    await expect(lab.chosen()).toHaveText(/^(10|20)%$/);
  }
  expect((await lab.detail()).rounds).toBe(1);
  await lab.stepBack();
  await lab.stepForward();
  expect(await lab.linkToThisRun()).toContain('#/lab/paxos');
  await page.keyboard.press('Escape');
  await lab.enter('Try a cure');
  await page.getByRole('menuitem', { name: 'Back to the livelock' }).press('Enter');
  await lab.idle();
  await lab.press('Run it for ever');
  expect((await lab.detail()).rounds).toBe(rounds);
});
