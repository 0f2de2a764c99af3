import { execFileSync } from 'node:child_process';
import { expect, test } from './fixtures.ts';
import { SESSION } from './zkcli-session.ts';
import { ConsoleLab } from './zookeeper-console.ts';

const fresh = JSON.stringify({
  format: 'zooscope-scenario',
  version: 1,
  model: 'zookeeper',
  seed: 1,
  setup: { servers: [{ sid: 1 }], clients: [{ id: 101 }] },
});

/** Dates and session ids depend on when something was done. */
const masked = (line: string): string =>
  line
    .replace(/^([cm]time) = .*$/u, '$1 = (date)')
    .replace(/0x1[0-9a-f]{14,15}\b/gu, '(session)')
    .replace('JLine support is enabled', 'JLine support is disabled');

/** What the command line's zkCli prints for the same lines. */
function printedByCommandLine(lines: readonly string[]): string[] {
  const args = ['scripts/run-ts.mjs', 'src/cli/sim.ts', 'zkcli', '--json'];
  const options = { input: `${lines.join('\n')}\n`, encoding: 'utf8' } as const;
  const { banner, expected } = JSON.parse(execFileSync('node', args, options)) as {
    banner: string[];
    expected: { stdout: string }[];
  };
  return [...banner, ...expected.flatMap(({ stdout }) => stdout.split('\n').slice(0, -1))];
}

test('a long session prints what the command line prints, line by line', async ({ page }) => {
  expect(SESSION.length).toBeGreaterThan(40);
  const lab = new ConsoleLab(page);
  await lab.openCold('zookeeper?preset=write');
  await lab.chooseFile('fresh.json', fresh);
  await lab.fastest();
  await lab.settle();
  await lab.view('zkCli');
  for (const line of SESSION) await lab.type(line);
  const printed = await lab.printed();
  expect(printed.map(masked)).toEqual(printedByCommandLine(SESSION).map(masked));
  await expect(page.getByText('zkCli of α has ended.')).toBeVisible();
  await expect(lab.invariants()).toContainText('invariants hold');
});

test('the keyboard alone: lines, history, completion, and the way out of the field', async ({
  page,
}) => {
  const lab = new ConsoleLab(page);
  await lab.openConsoles();
  await lab.command().focus();
  const keys = page.keyboard;
  const enter = async (text: string): Promise<void> => {
    await keys.type(text);
    await keys.press('Enter');
    await lab.idle();
  };
  await enter('create /k 1');
  await enter('stat /k');
  await expect(lab.output()).toContainText('Created /k');
  await expect(lab.output()).toContainText('numChildren = 0');
  await keys.type('se');
  await keys.press('ArrowUp');
  await expect(lab.command()).toHaveValue('stat /k');
  await keys.press('ArrowUp');
  await expect(lab.command()).toHaveValue('create /k 1');
  await keys.press('ArrowDown');
  await keys.press('ArrowDown');
  await expect(lab.command()).toHaveValue('se');
  await keys.press('Tab');
  await expect(lab.command()).toHaveValue('set');
  await expect(page.getByRole('status').filter({ hasText: 'setAcl' })).toContainText('setquota');
  await keys.type(' /app/me');
  await keys.press('Tab');
  await expect(lab.command()).toHaveValue('set /app/members');
  await keys.type('/al');
  await keys.press('Tab');
  await expect(lab.command()).toHaveValue('set /app/members/alpha');
  await enter(' hello');
  await enter('get /app/members/alpha');
  await expect(lab.output()).toContainText('hello');
  await keys.type('ls');
  await keys.press('Escape');
  await keys.press('Tab');
  await expect(lab.command()).not.toBeFocused();
});

test('a watch of one client is heard in its console when another one writes', async ({ page }) => {
  const lab = new ConsoleLab(page);
  await lab.openConsoles();
  await lab.press('Side by side');
  await lab.type('get -w /app/x', 'β');
  await lab.type('set /app/x 2', 'α');
  const event = 'WatchedEvent state:SyncConnected type:NodeDataChanged path:/app/x';
  await expect(lab.output('β')).toContainText(`WATCHER::${event}`);
  await expect(lab.output('α')).not.toContainText(event);
  // Once: the next change is nobody's news.
  await lab.type('set /app/x 3', 'α');
  expect((await lab.output('β').innerText()).split(event)).toHaveLength(2);

  await lab.press('Open another client');
  await expect(lab.command('γ')).toBeVisible();
  await lab.type('create -e /app/members/gamma', 'γ');
  await expect(lab.output('γ')).toContainText('Created /app/members/gamma');
  await lab.type('ls /app/members', 'β');
  await expect(lab.output('β')).toContainText('gamma');
  await lab.press('Close zkCli of γ');
  await expect(lab.output('γ')).toHaveCount(0);
  await lab.type('stat /app/members/gamma', 'β');
  await expect(lab.output('β')).toContainText('Node does not exist: /app/members/gamma');
});

test('who knows older versions is told the new form, and can take it over', async ({ page }) => {
  const lab = new ConsoleLab(page);
  await lab.openConsoles();
  await lab.type('ls2 /app');
  await expect(lab.output()).toContainText('Command not found: Command not found ls2');
  await expect(lab.output()).toContainText('3.8 has another command for this: ls -s /app');
  await lab.press('Take it over');
  await expect(lab.command()).toHaveValue('ls -s /app');
  await expect(lab.command()).toBeFocused();
  await lab.command().press('Enter');
  await lab.idle();
  await expect(lab.output()).toContainText('numChildren = 3');
  await lab.type('get /app watch');
  await expect(lab.output()).toContainText('a watch is asked for with -w: get -w /app');
  await lab.type('rmr /config');
  await expect(lab.output()).toContainText('deleteall /config');
});

test('pasted lines run one by one; stepping back takes them back, and a link brings them again', async ({
  page,
  context,
}) => {
  const lab = new ConsoleLab(page);
  await lab.openConsoles();
  await lab.command().evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', 'create /p 1\n\nset /p 2\nget /p\nget /');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  await lab.idle();
  await expect(lab.output()).toContainText('get /p2');
  await expect(lab.command()).toHaveValue('get /');
  // What is typed is text, whatever it looks like.
  await lab.type('set /p <b>bold</b>');
  await lab.type('get /p');
  await expect(lab.output()).toContainText('<b>bold</b>');
  await expect(lab.output().locator('b b')).toHaveCount(0);

  const digest = await lab.digest();
  const link = await lab.linkToThisRun();
  const other = new ConsoleLab(await context.newPage());
  await other.page.goto(link);
  await other.idle();
  await other.view('zkCli');
  expect(await other.digest()).toBe(digest);
  await expect(other.output()).toContainText('<b>bold</b>');
  await other.command().press('ArrowUp');
  await expect(other.command()).toHaveValue('get /p');
  await other.press('Restart');
  await expect(other.output()).not.toContainText('Created /p');
});

test('while the run plays a line is answered in its own time', async ({ page }) => {
  const lab = new ConsoleLab(page);
  await lab.openConsoles();
  await lab.speed('10×');
  await lab.button('Play').click();
  await lab.command().fill('create /playing');
  await lab.command().press('Enter');
  await expect(lab.output()).toContainText('Created /playing');
  await lab.pause();
});

test('without a server a line ends as it really does, and the console goes on', async ({
  page,
}) => {
  const lab = new ConsoleLab(page);
  await lab.openConsoles();
  await lab.inspect(1);
  await lab.press('Kill server 1');
  await lab.view('zkCli');
  await lab.type('get /app');
  await expect(lab.output()).toContainText('KeeperErrorCode = ConnectionLoss for /app');
  await expect(lab.output()).toContainText('state:Disconnected');
  await lab.press('Start server 1');
  await lab.settle();
  await lab.view('zkCli');
  await lab.type('get /app');
  await expect(lab.output()).toContainText('v1');
});
