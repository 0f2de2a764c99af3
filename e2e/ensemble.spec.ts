import type { Locator } from '@playwright/test';
import type { Condition } from '../src/view/condition.ts';
import type { ScenarioFile } from '../src/view/scenario.ts';
import { zabFuzzRun } from '../src/runner/fuzz/zab-run.ts';
import { fileOfRun } from '../src/scenarios/from-run.ts';
import { zookeeper } from '../src/scenarios/zookeeper/adapter.ts';
import { expect, test } from './fixtures.ts';
import { ZooKeeperLab } from './zookeeper-lab.ts';

const ALPHA = 101;
const BETA = 102;

/** Three servers far from one another; α is at S1, which follows, β at S2. */
const ensemble: ScenarioFile = {
  format: 'zooscope-scenario',
  version: 2,
  model: 'zookeeper',
  seed: 1,
  setup: {
    servers: [{ sid: 1 }, { sid: 2 }, { sid: 3 }],
    ensemble: {},
    clients: [
      { id: ALPHA, program: 'zkcli-wait', servers: [1, 2], startMs: 3000 },
      { id: BETA, program: 'zkcli-wait', servers: [2], startMs: 3000 },
    ],
    tree: [{ path: '/x', data: '0' }],
  },
  latency: { kind: 'fixed', us: 10_000 },
  diskLatency: { kind: 'fixed', us: 2000 },
};

class EnsembleLab extends ZooKeeperLab {
  async openEnsemble(): Promise<void> {
    await this.openCold('zookeeper');
    await this.chooseFile('three.json', JSON.stringify(ensemble));
    const connected = [ALPHA, BETA].map((pid) => ({ state: { pid, is: 'CONNECTED' } }));
    await this.until({ all: connected });
    await this.until({ quiet: true });
  }
  async until(condition: Condition): Promise<void> {
    const answer = await this.page.evaluate(
      (wanted) => window.zooscope.send({ type: 'run-until', condition: wanted, withinMs: 60_000 }),
      condition,
    );
    expect(answer).toMatchObject({ problem: null, reached: true });
    await this.idle();
  }
  /** What stands in a server's row, by its accessible name. */
  log(sid: number): Locator {
    return this.page.getByRole('img', { name: new RegExp(`^Log of S${sid}: `, 'u') });
  }
  async expectLogs(...ends: readonly [string, string, string]): Promise<void> {
    for (const [i, end] of ends.entries())
      await expect(this.log(i + 1)).toHaveAccessibleName(new RegExp(`${end}$`, 'u'));
  }
  /** A message on the stage. */
  flying(name: RegExp): Locator {
    return this.page.getByRole('region', { name: 'Stage' }).getByRole('button', { name });
  }
}

test('a write travels through an ensemble, its leader dies, and another is crowned', async ({
  page,
  expectAccessible,
}) => {
  const lab = new EnsembleLab(page);
  await lab.openEnsemble();
  await lab.expectState(3, 'LEADING');
  for (const sid of [1, 2]) await lab.expectState(sid, 'FOLLOWING');
  await lab.expectLogs('1·2 committed', '1·2 committed', '1·2 committed');
  await expectAccessible();

  await lab.type(ALPHA, 'set /x 1');
  await lab.stepUntilFlying(1, 'REQUEST');
  await expect(lab.client('α')).toContainText('no answer yet');
  await lab.stepUntilFlying(2, 'PROPOSAL');
  await expect(lab.flying(/PROPOSAL|proposal/u)).toHaveCount(2);
  await lab.expectLogs('1·3 missing', '1·3 missing', '1·3 missing');
  await lab.stepUntilFlying(1, 'ACK');
  await lab.expectLogs('1·3 logged', '1·3 (logged|not on disk)', '1·3 logged');
  await expect(lab.drawing()).toContainText(/1·3: [01] of 3/u);
  await lab.stepUntilFlying(2, 'COMMIT');
  await lab.expectLogs('1·3 logged', '1·3 logged', '1·3 committed');
  await expect(lab.drawing()).toContainText('3 of 3');
  await lab.until({ all: [{ answered: ALPHA }, { quiet: true }] });
  await lab.expectLogs('1·3 committed', '1·3 committed', '1·3 committed');
  await expect(lab.client('α')).toContainText(/OK 1·3 after/u);

  // Its link to S2 is slow: what β reads there is old.
  await page.evaluate(() =>
    window.zooscope.commands.intervene({
      kind: 'latency',
      from: 3,
      to: 2,
      latency: { kind: 'fixed', us: 900_000 },
    }),
  );
  await expect(lab.drawing()).toContainText('queue to S2, slow link');
  await lab.type(ALPHA, 'set /x 2');
  await lab.until({ answered: ALPHA });
  await lab.type(BETA, 'get /x');
  await lab.until({ answered: BETA });
  await expect(lab.client('β')).toContainText('stale');
  await lab.expectLogs('1·4 committed', '1·4 missing', '1·4 committed');

  await lab.kill(3);
  await lab.until({ state: { pid: 2, is: 'LOOKING' } });
  await lab.stepUntilFlying(2, 'notification');
  for (const sid of [1, 2]) await lab.expectState(sid, 'LOOKING');
  await lab.expectState(3, 'CRASHED');
  await lab.until({ leader: 1 });
  // S1 alone has what α was told to be written.
  await lab.expectState(1, 'LEADING');
  await lab.until({ serving: 2 });
  await lab.until({ quiet: true });
  await lab.expectLogs('1·4 committed', '1·4 committed', '1·4 committed');
  await expect(lab.invariants()).toContainText('21 invariants hold');
});

test('a partition has a wall, and clients on both sides of it', async ({ page }) => {
  const lab = new EnsembleLab(page);
  await lab.openEnsemble();
  await lab.partition([1]);
  // Across the pipe to S1, and between its row and the others.
  for (const wall of ['wall-0', 'wall-1'])
    await expect(page.locator(`[data-key="${wall}"]`)).toHaveCount(1);
  await expect(lab.button('Link 1–3')).toBeVisible();
  await lab.until({ state: { pid: 1, is: 'LOOKING' } });
  await lab.expectState(3, 'LEADING');
  await lab.press('Heal network');
  await lab.until({ serving: 1 });
  await lab.expectState(1, 'FOLLOWING');
});

test('the run in which random search found a rule missing opens from its file, and breaks the same promise', async ({
  page,
}) => {
  const broken = 'commit-without-quorum';
  const found = zabFuzzRun(zookeeper, 1, { wipes: false, broken });
  expect(found.violation).toMatchObject({ invariant: 'Z-Commit' });
  const lab = new EnsembleLab(page);
  await lab.openCold('zookeeper');
  const file = fileOfRun(found.file, found.interventions);
  await lab.chooseFile('found.json', JSON.stringify(file));
  await expect(lab.invariants()).toContainText(/invariants hold$/u);
  await lab.runFor(60);
  await expect(lab.invariants()).toContainText('1 invariant broken: Z-Commit');
  expect((await lab.frame()).position).toBe(found.events);
});
