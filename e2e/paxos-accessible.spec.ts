import { expect, test } from './fixtures.ts';
import { PaxosLab } from './paxos-lab.ts';

test('the lab and its tools have no accessibility violation in any theme', async ({
  page,
  expectAccessibleInAllThemes,
}) => {
  const lab = new PaxosLab(page);
  await lab.openCold('paxos');
  await expectAccessibleInAllThemes();
  await lab.openLivelock('caseThree');
  await lab.press('Run it for ever');
  await expectAccessibleInAllThemes();
  await lab.press('Can this happen?');
  await lab.press('Search');
  await expectAccessibleInAllThemes();
  await page.keyboard.press('Escape');
  await lab.press('Time to decision');
  await page.keyboard.press('Tab');
  await lab.dialog('Time to decision').getByRole('textbox').first().fill('20');
  await page.keyboard.press('Enter');
  await lab.idle();
  await expectAccessibleInAllThemes();
});

test.describe('a phone, 390 × 844', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  const expectFits = async (lab: PaxosLab): Promise<void> => {
    const { content, width } = await lab.page.evaluate(() => ({
      content: document.documentElement.scrollWidth,
      width: document.documentElement.clientWidth,
    }));
    expect(content).toBeLessThanOrEqual(width);
  };

  test('every acceptor, what is chosen and the transport are on screen, the rest one tab away', async ({
    page,
    expectAccessible,
  }) => {
    const lab = new PaxosLab(page);
    await lab.openPaxos();
    await lab.tapTab('Run');
    await lab.button('Next interesting event').tap();
    await lab.idle();
    for (const name of ['A1', 'A2', 'A3', 'A4', 'A5'])
      await expect(lab.card(name)).toBeInViewport({ ratio: 0.99 });
    for (const name of ['Play', 'Step forward', 'Step back', 'Restart'])
      await expect(lab.button(name)).toBeInViewport({ ratio: 0.99 });
    await expect(lab.chosen()).toHaveText('nothing');
    await expect(lab.button('Can this happen?')).toBeVisible();
    await expectFits(lab);
    await expectAccessible();

    for (const name of ['Messages in flight', 'Space-time diagram', 'Events', 'Ballots']) {
      await lab.tapTab(name);
      await expectFits(lab);
    }
    await lab.card('A3').tap();
    await lab.tapTab('A3');
    await lab.button('Kill A3').tap();
    await expect(lab.card('A3')).toHaveAccessibleName(/^A3, promised .*, CRASHED$/);
    await expectFits(lab);
  });
});
