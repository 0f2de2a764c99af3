import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Session } from '../src/runner/session.ts';
import type { Command } from '../src/view/command.ts';
import { expect, test } from './fixtures.ts';
import { threeServers } from './scenarios.ts';

const STEPS = 50_000;

/** What is done to the run, each after so many virtual seconds; then it runs on alone. */
const deeds: readonly { readonly after: number; readonly what: unknown }[] = [
  { after: 5, what: { kind: 'kill', pid: 5 } },
  { after: 30, what: { kind: 'start', pids: [5] } },
  {
    after: 60,
    what: {
      kind: 'partition',
      groups: [
        [1, 2],
        [3, 4, 5],
      ],
      oneWay: false,
    },
  },
  { after: 120, what: { kind: 'heal' } },
  { after: 180, what: { kind: 'pause', pid: 3 } },
  { after: 240, what: { kind: 'resume', pid: 3 } },
  { after: 300, what: { kind: 'kill', pid: 4 } },
  { after: 360, what: { kind: 'wipe', pid: 4 } },
  { after: 370, what: { kind: 'start', pids: [4] } },
];

const scenario = {
  ...threeServers,
  seed: 20_261,
  setup: {
    profile: 'zookeeper-3.8',
    tickTimeMs: 200,
    servers: [1, 2, 3, 4, 5].map((sid) => ({ sid, startMs: sid * 100 })),
  },
};

const commands = (): Command[] => [
  { type: 'open', scenario },
  ...deeds.flatMap(({ after, what }): Command[] => [
    { type: 'advance', until: after * 1_000_000 },
    { type: 'intervene', at: after * 1_000_000, what } as Command,
  ]),
  // Each command takes a bounded number of steps: several of them go far enough.
  ...[1000, 2000, 3000, 4000, 5000, 6000].map((seconds): Command => ({
    type: 'advance',
    until: seconds * 1_000_000,
  })),
  { type: 'seek', position: STEPS },
];

test(`a run of ${STEPS} steps has the same digest in the browser as in Node`, async ({
  lab,
  page,
}) => {
  const session = new Session();
  for (const command of commands()) {
    const { answer } = await session.handle(command);
    expect(answer.problem).toBeNull();
  }
  const { digest } = (await session.handle({ type: 'save' })).answer;
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
