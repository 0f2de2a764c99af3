import type { Locator, Page } from '@playwright/test';
import type { ScenarioFile } from '../src/view/scenario.ts';
import { expect, test } from './fixtures.ts';
import { ZooKeeperLab } from './zookeeper-lab.ts';

const ALPHA = 101;

/** Three servers far from one another, so that the moments of a write lie apart. */
const ensemble: ScenarioFile = {
  format: 'zooscope-scenario',
  version: 2,
  model: 'zookeeper',
  seed: 1,
  setup: {
    servers: [{ sid: 1 }, { sid: 2 }, { sid: 3 }],
    ensemble: {},
    clients: [{ id: ALPHA, program: 'zkcli-wait', servers: [3], startMs: 3000 }],
  },
  latency: { kind: 'fixed', us: 10_000 },
  diskLatency: { kind: 'fixed', us: 1000 },
};

/** Opens it where α has written /b and was told so. */
async function written(page: Page, lab: ZooKeeperLab, query = 'lang=en'): Promise<void> {
  await lab.openCold('zookeeper?preset=write', query);
  const answer = await page.evaluate(
    ([scenario, pid]) =>
      window.zooscope.send({
        type: 'open',
        scenario,
        way: [
          { kind: 'wait', until: { all: [{ state: { pid, is: 'CONNECTED' } }, { quiet: true }] } },
          { kind: 'input', pid, name: 'LINE', data: { text: 'create /b' } },
          { kind: 'wait', until: { all: [{ answered: pid }, { quiet: true }] } },
        ],
      }),
    [ensemble, ALPHA] as const,
  );
  expect(answer).toMatchObject({ problem: null });
  await lab.idle();
}

const moment = (panel: Locator, name: string): Locator =>
  panel.getByRole('button', { name: new RegExp(`^${name} `, 'u') });

test('whoever clicks a moment of a write sees what becomes of it when the leader dies just then', async ({
  page,
  expectAccessible,
}) => {
  const lab = new ZooKeeperLab(page);
  await written(page, lab);
  await page.getByRole('tab', { name: 'Path of a write' }).click();
  const panel = page.getByRole('region', { name: 'Path of a write' });
  await expect(panel.getByRole('list', { name: 'Moments of the write' })).toBeVisible();
  await expect(panel.getByRole('listitem')).toHaveCount(6);
  const untried = /\/b then not tried$/u;
  for (const name of ['request', 'proposal', 'log', 'ack', 'commit', 'reply'])
    await expect(moment(panel, name)).toHaveAccessibleName(untried);
  const { branch, position } = await lab.frame();

  // By the keyboard, then by the mouse.
  await moment(panel, 'log').focus();
  await page.keyboard.press('Enter');
  await expect(moment(panel, 'log')).toHaveAccessibleName(/future A \/b then dropped$/u);
  await moment(panel, 'reply').click();
  await expect(moment(panel, 'reply')).toHaveAccessibleName(/future B \/b then survives$/u);
  await expect(moment(panel, 'ack')).toHaveAccessibleName(untried);
  await lab.idle();
  // What is tried is tried beside the run.
  expect(await lab.frame()).toMatchObject({ branch, position });

  await panel.getByRole('button', { name: 'Compare A and B' }).click();
  const stage = page.getByRole('region', { name: 'Stage' });
  const a = stage.getByRole('group', { name: /^Future A/u });
  await expect(a).toHaveAccessibleName('Future A: S3 dies after its own log. /b is dropped');
  const b = stage.getByRole('group', { name: /^Future B/u });
  await expect(b).toHaveAccessibleName('Future B: S3 dies after the reply. /b survives');
  await expect(a.getByRole('button', { name: 'Server 3 in future A' })).toHaveAccessibleName(
    /FOLLOWING, 1·1 committed, 1·2 cut off$/u,
  );
  await expect(b.getByRole('button', { name: 'Server 1 in future B' })).toHaveAccessibleName(
    /FOLLOWING, 1·1 committed, 1·2 committed$/u,
  );
  await expect(a.getByText('connection lost')).toBeVisible();
  await expect(b.getByText('told that /b is written: it must stay')).toBeVisible();
  // The timeline is the tree of both runs.
  const timeline = page.getByRole('slider', { name: 'Timeline' });
  await expect(timeline).toHaveAttribute('aria-valuetext', /^A \d+ · B \d+$/u);
  const table = page.getByRole('table', { name: 'In both futures' });
  await expect(table.getByRole('row', { name: 'S2 sent' })).toHaveText(
    'S2 sentTRUNC 1·1DIFF, empty',
  );
  await expectAccessible();

  // Whoever goes on in the run sees it again.
  await page.keyboard.press('ArrowLeft');
  await lab.idle();
  await expect(a).toBeHidden();
  await lab.press('Step forward');
  expect(await lab.frame()).toMatchObject({ branch, position });
  await panel.getByRole('button', { name: 'Compare A and B' }).click();

  await stage.getByRole('button', { name: 'Swap A and B' }).click();
  await expect(a).toHaveAccessibleName('Future A: S3 dies after the reply. /b survives');
  await stage.getByRole('button', { name: 'Open B alone' }).click();
  await lab.idle();
  await expect(a).toBeHidden();
  const alone = await lab.frame();
  expect(alone.branch).not.toBe(branch);
  await expect(panel.getByText('This is future B.')).toBeVisible();
  // There the write has come as far as the log.
  await expect(moment(panel, 'log')).toBeVisible();
  await expect(moment(panel, 'reply')).toBeHidden();

  await expect(timeline).toHaveAttribute('aria-valuetext', /^event /u);

  await panel.getByRole('button', { name: 'Back to where it left' }).click();
  await lab.idle();
  expect(await lab.frame()).toMatchObject({ branch, position });
  await expect(moment(panel, 'reply')).toHaveAccessibleName(/\/b then survives$/u);
});

test('on a phone each moment has a row, in Chinese too', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const lab = new ZooKeeperLab(page, 'zh-CN');
  await written(page, lab, 'lang=zh-CN');
  await page.getByRole('tab', { name: '写的路径' }).click();
  const panel = page.getByRole('region', { name: '写的路径' });
  await moment(panel, '落盘').click();
  await expect(moment(panel, '落盘')).toHaveAccessibleName(/\/b 的结局 丢弃$/u);
  const [first, last] = await Promise.all(
    ['请求', '应答'].map(async (name) => (await moment(panel, name).boundingBox()) ?? null),
  );
  expect(last?.y ?? 0).toBeGreaterThan((first?.y ?? 0) + 32 * 5);
  expect(first?.height ?? 0).toBeGreaterThanOrEqual(44);
  await panel.getByRole('button', { name: '查看 A' }).click();
  await expect(
    page.getByRole('group', { name: '未来 A：S3 在自己落盘后宕机。/b 被丢弃' }),
  ).toBeVisible();
});
