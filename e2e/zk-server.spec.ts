import { expect, test } from './fixtures.ts';
import { ConsoleLab } from './zookeeper-console.ts';
import { LIMITS } from '../src/view/limits.ts';

test('four-letter words are answered as the whitelist allows, and the script says what runs', async ({
  page,
}) => {
  const lab = new ConsoleLab(page);
  await lab.openConsoles();
  await lab.view('zkServer.sh');
  await lab.atServer('zkServer.sh status');
  await expect(lab.serverOutput()).toContainText('Mode: standalone');
  await lab.press('ruok');
  await expect(lab.serverOutput()).toContainText(
    'ruok is not executed because it is not in the whitelist.',
  );
  await lab.press('srvr');
  await expect(lab.serverOutput()).toContainText('Connections: 3');
  await lab.press('stop');
  await expect(lab.serverOutput()).toContainText('Stopping zookeeper ... STOPPED');
  await expect(lab.server(1)).toHaveAccessibleName('Server 1, not started');
  await lab.atServer('echo ruok | nc localhost 2181');
  await expect(lab.serverOutput()).toContainText('Nobody listens at port 2181');
  await lab.press('status');
  await expect(lab.serverOutput()).toContainText('It is probably not running.');
  await lab.press('start');
  await expect(lab.serverOutput()).toContainText('Starting zookeeper ... STARTED');
  await expect(lab.server(1)).toHaveAccessibleName('Server 1, STANDALONE');
  await lab.press('start');
  await expect(lab.serverOutput()).toContainText('already running as process');
  // Whoever steps back has not asked yet.
  await lab.press('Restart');
  await expect(lab.serverOutput()).toBeEmpty();
});

test('a zoo.cfg is explained, judged and obeyed from the next start on', async ({ page }) => {
  const lab = new ConsoleLab(page);
  await lab.openConsoles();
  await lab.view('zoo.cfg');
  const editor = page.getByRole('region', { name: 'zoo.cfg of S1' });
  await expect(lab.cfg()).toHaveValue(/^tickTime=2000\n/u);
  await lab.cfg().press('Control+Home');
  await expect(editor).toContainText('The unit of time');

  await editor.getByText('Parameters').click();
  await editor.getByRole('searchbox', { name: 'Find a parameter' }).fill('whitelist');
  await lab.press('Add 4lw.commands.whitelist');
  await expect(editor).toContainText('Which four-letter words are answered');
  await lab.cfg().press('Control+End');
  await page.keyboard.type('maxClientCnxns=two\nticktime=500\n');
  await expect(editor).toContainText('maxClientCnxns needs a number from 0 to');
  await expect(editor).toContainText('Write tickTime.');
  await expect(editor).toContainText(
    'A server does not start with this file: For input string: "two"',
  );

  await lab.press('Save');
  await expect(editor).toContainText('A server does not start with this file');
  await lab.press('Restart anyway');
  await expect(lab.server(1)).toHaveAccessibleName('Server 1, not started');
  await lab.view('zkServer.sh');
  await expect(lab.serverOutput()).toContainText('Starting zookeeper ... FAILED TO START');

  await lab.view('zoo.cfg');
  const sample = 'tickTime=500\ndataDir=/var/lib/zookeeper\nclientPort=2181\n';
  await lab.cfg().fill(`${sample}4lw.commands.whitelist=*\nmaxClientCnxns=1\n`);
  await lab.press('Save and restart');
  await lab.settle();
  await expect(editor).toContainText('The server runs with this file.');
  await lab.view('zkServer.sh');
  await lab.press('conf');
  for (const line of ['tickTime=500', 'maxSessionTimeout=10000', 'maxClientCnxns=1']) {
    await expect(lab.serverOutput()).toContainText(line);
  }
  await lab.press('ruok');
  await expect(lab.serverOutput()).toContainText('imok');

  await lab.view('zoo.cfg');
  await lab
    .cfg()
    .fill(`${sample}server.1=a:2888:3888\nserver.2=b:2888:3888\nserver.3=c:2888:3888\n`);
  await expect(editor).toContainText('3 servers would be an ensemble');
  await lab.press('Discard changes');
  await expect(lab.cfg()).toHaveValue(/maxClientCnxns=1/u);
});

test('more than a zoo.cfg may have is refused by one sentence, and what stood there stays', async ({
  page,
}) => {
  const lab = new ConsoleLab(page);
  await lab.openConsoles();
  await lab.view('zoo.cfg');
  const editor = page.getByRole('region', { name: 'zoo.cfg of S1' });
  const before = await lab.cfg().inputValue();
  await lab.cfg().fill('#'.repeat(LIMITS.cfgCharacters + 1));
  const refusal = editor.getByRole('alert');
  await expect(refusal).toHaveCount(1);
  await expect(refusal).toHaveText(/This has 50,001 characters; at most 50,000 are taken/);
  await expect(lab.cfg()).toHaveValue(before);

  // As many as are allowed are taken, one more that is typed is not.
  const whole = `${before}#`.padEnd(LIMITS.cfgCharacters, 'x');
  await lab.cfg().fill(whole);
  await expect(refusal).toHaveCount(0);
  await lab.cfg().press('Control+End');
  await page.keyboard.type('y');
  await expect(refusal).toHaveText(/50,001 characters/);
  await expect(lab.cfg()).toHaveValue(whole);
});

test('consoles, shell and file are accessible in every theme', async ({
  page,
  expectAccessibleInAllThemes,
}) => {
  const lab = new ConsoleLab(page);
  await lab.openConsoles();
  await lab.type('ls2 /');
  await lab.type('get -w /app');
  await lab.type('set /app v2');
  await lab.press('Side by side');
  await expectAccessibleInAllThemes();
  await lab.view('zkServer.sh');
  await lab.atServer('zkServer.sh status');
  await lab.atServer('nonsense');
  await expectAccessibleInAllThemes();
  await lab.view('zoo.cfg');
  await lab.cfg().fill('tickTime=0\nunknown=1\n');
  await page.getByText('Parameters').click();
  await expectAccessibleInAllThemes();
});

test('Chinese says the same round what programs print in English', async ({ page }) => {
  const lab = new ConsoleLab(page, 'zh-CN');
  await lab.openConsoles('lang=zh-CN');
  const field = page.getByRole('textbox', { name: 'zkCli 命令' });
  await field.fill('rmr /app/jobs');
  await field.press('Enter');
  await lab.idle();
  const log = page.getByRole('log', { name: 'zkCli 输出' });
  await expect(log).toContainText('Command not found: Command not found rmr');
  await expect(log.getByRole('button', { name: '采用' })).toBeVisible();
  await lab.view('zkServer.sh');
  await lab.press('ruok');
  const server = page.getByRole('log', { name: '服务器输出' });
  await expect(server).toContainText('ruok is not executed because it is not in the whitelist.');
  await lab.view('zoo.cfg');
  await lab.cfg().fill('tickTime=abc\ndataDir=/data\n');
  await expect(page.getByText('用这个文件服务器启动不了：For input string: "abc"')).toBeVisible();
});
