/** A link to a run of generals holds all of it: the set-up, the lies set by hand, before and between. */
import { expect, it } from 'vitest';
import { byzantinePresets, generals } from '../src/page/labs/byzantine/presets.ts';
import { LONGEST_LINK, packRun, unpackRun } from '../src/page/share/link.ts';
import { WorstLie } from '../src/protocols/byzantine/every-lie.ts';
import { BEHAVIOUR } from '../src/view/behaviour.ts';
import type { ByzantineDetail } from '../src/view/byzantine.ts';
import type { ByzantineSetup } from '../src/view/byzantine-setup.ts';
import type { ScenarioFile } from '../src/view/scenario.ts';
import { Opened, opened } from './testing/opened-preset.ts';

type Run = Opened<ByzantineDetail>;

const linkTo = async ({ session, frame }: Run): Promise<string> => {
  const { answer } = await session.handle({ type: 'save' });
  const { scenario, digest } = answer;
  if (scenario === undefined || digest === undefined) throw new Error('nothing is open');
  return packRun({ v: 1, scenario, digest, position: frame.position, behaviour: BEHAVIOUR });
};

/** The link, opened by somebody else as the page opens it. */
const reopened = async (link: string): Promise<Run> => {
  const read = await unpackRun(link);
  if ('code' in read) throw new Error(read.code);
  const run = await new Opened<ByzantineDetail>().open({
    id: 'shared',
    from: read.scenario as ScenarioFile,
    way: [],
  });
  await run.send({ type: 'seek', position: read.position });
  const { answer } = await run.session.handle({ type: 'save' });
  expect(answer.digest).toBe(read.digest);
  return run;
};

const played = async (setup: ByzantineSetup): Promise<Run> => {
  const run = await new Opened<ByzantineDetail>().open({
    id: 'own',
    from: generals(setup),
    way: [],
  });
  await run.runFor(1000);
  return run;
};

const lie = (pid: number, path: string, to: number, value: string | null) =>
  ({ kind: 'input', pid, name: 'LIE', data: { path, to, value } }) as const;

it('lies set by hand, one of them on another branch, come out as they were', async () => {
  const run = await opened<ByzantineDetail>(byzantinePresets, 'four-commander');
  // Before its relay C has told all. L1 is made to hear R instead, which is another branch.
  const [plan] = run.frame.detail.plans;
  await run.send({ type: 'seek', position: Math.max(0, (plan?.sentAt ?? 1) - 1) });
  await run.does(lie(1, '1', 2, 'R'));
  await run.does(lie(1, '1', 3, null));
  await run.runFor(1000);
  expect(run.frame.branch).toBeGreaterThan(0);
  const again = await reopened(await linkTo(run));
  expect(again.frame.detail).toEqual(run.frame.detail);
  expect(again.frame.detail.plans.filter(({ byHand }) => byHand)).toHaveLength(2);
});

it.each<[string, ByzantineSetup]>([
  ['random lies', { generals: 7, rounds: 2, traitors: [1, 7], strategy: 'random' }],
  [
    'a commander in the middle, orders of one’s own, a rule for ties',
    {
      generals: 5,
      commander: 3,
      traitors: [3],
      values: ['attack', 'wait', 'retreat'],
      order: 'wait',
      strategy: 'split',
      tie: 'commander',
    },
  ],
  [
    'signatures, and lies of the set-up',
    {
      generals: 4,
      signed: true,
      traitors: [1, 4],
      lies: [
        { path: [1], to: 4, value: 'R' },
        { path: [1, 4], to: 3, value: null },
      ],
    },
  ],
  ['two generals', { generals: 2, twoGenerals: { confirmations: 3, needs: [1, 2] } }],
])('%s', async (_what, setup) => {
  const run = await played(setup);
  const again = await reopened(await linkTo(run));
  expect(again.frame.detail).toEqual(run.frame.detail);
});

it('the worst lie that a search finds among six is no longer than a link may be', async () => {
  const search = new WorstLie({ generals: 6, rounds: 2, traitors: [5, 6] }, 2, 500, 1);
  while (!search.try(50));
  const worst = search.found.worst?.setup;
  if (worst === undefined) throw new Error('no lie was found');
  const run = await played(worst);
  const link = await linkTo(run);
  expect(link.length).toBeLessThan(LONGEST_LINK);
  const again = await reopened(link);
  expect(again.frame.detail).toEqual(run.frame.detail);
  expect([again.frame.detail.ic1, again.frame.detail.ic2]).toContain('fails');
});
