import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { STEPS, commands, digestInNode, scenario } from './determinism-run.ts';
import { expect, test } from './fixtures.ts';

test(`a run of ${STEPS} steps has the same digest in the browser as in Node`, async ({
  lab,
  page,
}) => {
  const digest = await digestInNode();
  expect(digest).toMatch(/^[0-9a-f]{16}$/);

  await lab.openElection();
  const there = await page.evaluate(async (all) => {
    const problems: unknown[] = [];
    for (const command of all) {
      const answer = await window.zooscope.send(command);
      if (answer.problem !== null) problems.push(answer.problem);
    }
    return { problems, digest: await window.zooscope.digest() };
  }, commands());
  expect(there.problems).toEqual([]);
  await lab.expectPosition(STEPS);
  expect(there.digest).toBe(digest);
  expect((await lab.frame()).violations).toEqual([]);

  // Back and forth again, by another way through the checkpoints.
  await page.evaluate(async (end) => {
    for (const position of [17, end - 1, 20_000, end])
      await window.zooscope.send({ type: 'seek', position });
  }, STEPS);
  expect(await lab.digest()).toBe(digest);
});

test('a scenario file has the same digest on the command line as in the browser', async ({
  lab,
  page,
}, info) => {
  const file = info.outputPath('scenario.json');
  writeFileSync(file, JSON.stringify(scenario));
  const root = fileURLToPath(new URL('..', import.meta.url));
  const command = [
    'scripts/run-ts.mjs',
    'src/cli/sim.ts',
    'run',
    file,
    '--until',
    '20000',
    '--json',
  ];
  const printed = execFileSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  const { digest } = JSON.parse(printed) as { digest: string };
  expect(digest).toMatch(/^[0-9a-f]{16}$/);

  await lab.openElection();
  await lab.chooseFile('scenario.json', JSON.stringify(scenario));
  await page.evaluate(() => window.zooscope.send({ type: 'advance', until: 20_000_000 }));
  await lab.idle();
  expect(await lab.position()).toBeGreaterThan(500);
  expect(await lab.digest()).toBe(digest);
});
