import { deflateRawSync } from 'node:zlib';
import { BEHAVIOUR } from '../src/view/behaviour.ts';
import { expect, test } from './fixtures.ts';
import type { Lab } from './lab.ts';
import { threeServers } from './scenarios.ts';

/** Files that cannot be opened, and what the one message says of each. */
const files: readonly { readonly what: string; readonly content: string; readonly says: RegExp }[] =
  [
    {
      what: 'an unknown server in an intervention',
      content: JSON.stringify({
        ...threeServers,
        interventions: [{ step: 0, timeMs: 0, what: { kind: 'kill', pid: 7 } }],
      }),
      says: /interventions\[0\]\.what\.pid.*no server 7/,
    },
    {
      what: 'the same sid twice',
      content: JSON.stringify({
        ...threeServers,
        setup: { ...threeServers.setup, servers: [{ sid: 1 }, { sid: 2 }, { sid: 1 }] },
      }),
      says: /setup\.servers\[2\]\.sid.*1/,
    },
    {
      what: 'no servers',
      content: JSON.stringify({
        ...threeServers,
        setup: { ...threeServers.setup, servers: [] },
      }),
      says: /setup\.servers/,
    },
    {
      what: 'a negative epoch',
      content: JSON.stringify({
        ...threeServers,
        setup: { ...threeServers.setup, servers: [{ sid: 1, currentEpoch: -1 }] },
      }),
      says: /setup\.servers\[0\]\.currentEpoch.*0 or more/,
    },
    {
      what: 'a format that is newer than this version',
      content: JSON.stringify({ ...threeServers, version: 99 }),
      says: /version 99.*newer/i,
    },
    {
      what: 'a foreign file',
      content: JSON.stringify({ hello: 'world' }),
      says: /not a Zooscope scenario/,
    },
    { what: 'five thousand brackets', content: '['.repeat(5000), says: /deeper than 64 levels/ },
    { what: 'no JSON', content: '{ "format": ', says: /bad\.json is not JSON/ },
    { what: 'an empty file', content: '', says: /bad\.json is not JSON/ },
    {
      what: 'ten megabytes',
      content: JSON.stringify({ ...threeServers, title: 'x'.repeat(10_000_000) }),
      says: /bad\.json has 10\.\d MB; at most 5\.0 MB/,
    },
  ];

/** Exactly one message, which can be put away. */
const expectOneMessage = async (lab: Lab, says: RegExp): Promise<void> => {
  const message = lab.page.getByRole('alert').filter({ hasText: /\S/ });
  await expect(message).toHaveCount(1);
  await expect(message).toHaveText(says);
  await lab.press('Dismiss');
  await expect(message).toHaveCount(0);
};

/** The lab has a run, and it can be used. */
const expectWorks = async (lab: Lab): Promise<void> => {
  await lab.runUntilLeader();
  await lab.expectState(await lab.leader(), 'LEADING');
};

test('a scenario file that cannot be opened is refused with one clear message, and the run stays', async ({
  lab,
}) => {
  await lab.openElection();
  await lab.steps(3);
  const digest = await lab.digest();
  for (const { what, content, says } of files) {
    await test.step(what, async () => {
      await lab.chooseFile('bad.json', content);
      await expectOneMessage(lab, says);
      expect(await lab.digest()).toBe(digest);
    });
  }
  await expectWorks(lab);
});

const packed = (run: unknown): string => deflateRawSync(JSON.stringify(run)).toString('base64url');
const shared = { v: 1, scenario: threeServers, digest: '0000000000000000', position: 0 };

const links: readonly { readonly what: string; readonly run: string; readonly says: RegExp }[] = [
  {
    what: 'from a newer version',
    run: packed({ ...shared, v: 9 }),
    says: /newer version.*format 9/,
  },
  { what: 'that is cut short', run: packed(shared).slice(0, 60), says: /link is damaged/ },
  { what: 'of other characters', run: 'not*a*link', says: /link is damaged/ },
  { what: 'that is empty', run: '', says: /link is damaged/ },
  {
    what: 'that is nested without end',
    run: deflateRawSync('['.repeat(5000)).toString('base64url'),
    says: /deeper than 64 levels/,
  },
  { what: 'without a scenario', run: packed({ v: 1 }), says: /link is damaged/ },
  {
    what: 'that unpacks to two megabytes',
    run: packed({ ...shared, junk: 'x'.repeat(2_000_000) }),
    says: /unpacks to more than 1\.0 MB/,
  },
  {
    what: 'whose scenario is wrong',
    run: packed({ ...shared, scenario: { ...threeServers, setup: { profile: 'golden' } } }),
    says: /setup\.servers.*missing/,
  },
];

test('a link that cannot be opened is refused with one clear message, and the lab with it opens', async ({
  lab,
}) => {
  for (const { what, run, says } of links) {
    await test.step(what, async () => {
      await lab.open(`#/lab/election?run=${run}`);
      await expectOneMessage(lab, says);
      await expect(lab.button('Play')).toBeEnabled();
      expect(await lab.digest()).toMatch(/^[0-9a-f]{16}$/);
    });
  }
  await expectWorks(lab);
});

test('a link whose run comes out differently says so, and shows this version’s', async ({
  lab,
  page,
}) => {
  await lab.open(`#/lab/election?run=${packed({ ...shared, behaviour: BEHAVIOUR, position: 3 })}`);
  const message = page.getByRole('alert').filter({ hasText: /\S/ });
  await expect(message).toHaveCount(1);
  await expect(message).toHaveText(/computes a different run.*instead of 0000000000000000/);
  await lab.expectPosition(3);
  await expect(lab.server(3)).toBeVisible();
  await expect(lab.server(4)).toHaveCount(0);
});

test('an address of nothing says that there is nothing, and leads home', async ({ lab, page }) => {
  for (const address of ['#/nowhere', '#/lab/nothing', '#/lesson/no-such-lesson']) {
    await test.step(address, async () => {
      await lab.open(address);
      const title = page.getByRole('heading', { level: 1 });
      await expect(title).toHaveText('There is nothing at this address');
      await page.getByRole('link', { name: 'To the lessons' }).click();
      await expect(title).toContainText('See how servers come to');
    });
  }
});

test('when the worker dies the page says so, and starts it again', async ({ lab, page }) => {
  await page.route('**/sim.worker-*.js', (route) => route.abort());
  await page.goto('?lang=en#/lab/election?from=start');
  const message = page.getByRole('alert').filter({ hasText: 'The simulation has stopped' });
  await expect(message).toBeVisible();

  await page.unroute('**/sim.worker-*.js');
  await lab.press('Start it again');
  await expect(message).toBeHidden();
  await lab.runUntilLeader();
  await lab.expectState(5, 'LEADING');
});
