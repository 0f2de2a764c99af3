import type { Page } from '@playwright/test';
import { filesOf, textsOf } from '../scripts/server-log-fixtures.ts';
import { ServerLogs } from '../src/server-logs/logs.ts';
import { expect, test } from './fixtures.ts';

const logs = textsOf('newer-zxid-lower-sid');

/** The position just after a quorum has acknowledged the second leader. */
const led =
  new ServerLogs(filesOf(logs)).events.findLastIndex(
    ({ told }) => told.rule === 'leader-established',
  ) + 1;

/** Drops files on the page, as from the desktop. */
async function drop(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  const data = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const [name, text] of all) transfer.items.add(new File([text], name));
    return transfer;
  }, Object.entries(files));
  await page.getByRole('main').dispatchEvent('drop', { dataTransfer: data });
}

/** Whoever drops logs comes to the lab that shows them. */
const shown = (page: Page) =>
  expect(page.getByRole('heading', { name: 'Server logs' })).toBeVisible();

test('logs of real servers, dropped on a lab, show who led, line by line; nothing can be done to it', async ({
  lab,
  page,
  expectAccessible,
}) => {
  await lab.openElection();
  await drop(page, logs);
  await shown(page);
  await lab.idle();
  // It opens where the first election begins.
  await expect(lab.button('Server 1, LOOKING')).toBeVisible();
  await expect(lab.button('Server 3, ?')).toBeVisible();
  await expect(lab.happened()).toContainText(/^S1 looks for a leader\. \(S1’s log, line \d+\)$/u);

  await lab.timeline().press('End');
  await lab.idle();
  for (const name of ['Server 1, LEADING', 'Server 2, FOLLOWING', 'Server 3, FOLLOWING']) {
    await expect(lab.button(name)).toBeVisible();
  }
  await expect(lab.happened()).toContainText('The logs end here.');
  await expect(lab.invariants()).toContainText('1 invariant holds');

  // The event that made it so, with its line, in the list and word for word.
  await page.evaluate((to) => window.zooscope.send({ type: 'seek', position: to }), led);
  await lab.idle();
  await expect(lab.happened()).toContainText('S1 leads epoch 2: 1, 3 have acknowledged it.');
  await lab.showView('Events');
  await expect(lab.events().and(page.locator('[aria-current=step]'))).toContainText(
    /S1 leads epoch 2: .* \(S1’s log, line \d+\)/u,
  );
  await page.getByRole('tab', { name: 'Log lines' }).click();
  await expect(page.getByRole('region', { name: 'The line that tells this event' })).toContainText(
    'Have quorum of supporters, sids: [[1, 3]]',
  );

  await lab.inspect(1);
  await expect(lab.button('Kill server 1')).toHaveAttribute('aria-disabled', 'true');
  await expect(lab.button('Kill server 1')).toHaveAccessibleDescription(
    'This is told from logs: what has happened cannot be changed.',
  );
  await expect(lab.button('Partition network')).toHaveAttribute('aria-disabled', 'true');
  await expectAccessible();
  await page.keyboard.press('k');
  await expect(page.getByRole('alert')).toContainText('what has happened cannot be changed');
  await expect(lab.button('Server 1, LEADING')).toBeVisible();
});

test('a log with lines that are not known gets as far as it can, and says what was skipped', async ({
  lab,
  page,
}) => {
  const lines = (logs['server2.log'] ?? '').split('\n');
  const at = lines.findIndex((line) => line.includes('LOOKING'));
  const foreign = [
    'Exporting metrics to nowhere',
    `${lines[at]?.slice(0, 23)} [myid:2] - INFO  [main:QuorumPeer@1] - Peer has put on its hat`,
  ];
  await lab.openGallery();
  await drop(page, {
    'server2.log': [...lines.slice(0, at), ...foreign, ...lines.slice(at)].join('\n'),
  });
  await shown(page);
  await lab.idle();
  // Of the others, whose logs are not there, what they were heard to say.
  await expect(page.getByText('There is no log of S1')).toBeVisible();
  await lab.timeline().press('End');
  await lab.idle();
  await expect(lab.button('Server 2, FOLLOWING')).toBeVisible();
  await expect(lab.button('Server 1, LEADING')).toBeVisible();

  await page.getByRole('tab', { name: 'Log lines' }).click();
  const kinds = page.getByRole('list', { name: 'Kinds of skipped lines' });
  const rows = page.getByRole('region', { name: 'Lines of this kind' });
  await kinds.getByRole('button', { name: /QuorumPeer: about elections/u }).click();
  await expect(rows).toContainText('Peer has put on its hat');
  await kinds.getByRole('button', { name: /no line of a log/u }).click();
  await expect(rows).toContainText('Exporting metrics to nowhere');
  await expect(rows).toContainText(`server2.log:${at + 1}`);
});

test('a log of which nobody says whose it is asks for that; what is no log is said to be none', async ({
  lab,
  page,
  expectAccessible,
}) => {
  await lab.open('#/lab/logs');
  await drop(page, { 'notes.txt': 'nothing of a server\n' });
  await expect(page.getByRole('listitem')).toContainText('it is no log of a server');
  const kafka = ['LOOKING', 'LEADING'].map(
    (state, i) =>
      `[2024-03-01 12:00:0${i},000] INFO ${state} (org.apache.zookeeper.server.quorum.QuorumPeer)`,
  );
  await drop(page, { 'zookeeper.log': kafka.join('\n') });
  await page
    .getByRole('textbox', { name: 'Number of the server that wrote zookeeper.log' })
    .fill('4');
  await expectAccessible();
  await lab.press('Set');
  await expect(lab.button('Server 4, LOOKING')).toBeVisible();
  await lab.timeline().press('End');
  await lab.idle();
  await expect(lab.button('Server 4, LEADING')).toBeVisible();
  await lab.press('Close these logs');
  await expect(lab.button('Choose logs')).toBeVisible();
});
