/** Set-up opens on the run on screen: a form that nobody has changed makes the very same run. */
import { describe, expect, it } from 'vitest';
import { lessonData } from '../src/lessons/index.ts';
import { lessons } from '../src/lessons/words.ts';
import { byzantinePresets } from '../src/page/labs/byzantine/presets.ts';
import {
  buildByzantine,
  draftOf as byzantineDraft,
} from '../src/page/labs/byzantine/set-up/draft.ts';
import { byzantineSetUps } from '../src/page/labs/byzantine/set-up/presets.ts';
import { capPresets } from '../src/page/labs/cap/presets.ts';
import { buildCap, draftOf as capDraft } from '../src/page/labs/cap/set-up/draft.ts';
import { electionPresets } from '../src/page/labs/election/presets.ts';
import { paxosPresets } from '../src/page/labs/paxos/presets.ts';
import { recipesPresets } from '../src/page/labs/recipes/presets.ts';
import { buildRecipes, draftOf as recipesDraft } from '../src/page/labs/recipes/set-up/draft.ts';
import { zookeeperPresets } from '../src/page/labs/zookeeper/presets.ts';
import { buildPaxos, draftOf as paxosDraft } from '../src/page/labs/paxos/set-up/draft.ts';
import { buildScenario, draftOf as electionDraft } from '../src/page/labs/election/set-up/draft.ts';
import type { SetupDraft } from '../src/page/labs/election/set-up/draft.ts';
import { addServer, presets } from '../src/page/labs/election/set-up/presets.ts';
import {
  buildZooKeeper,
  draftOf as zookeeperDraft,
} from '../src/page/labs/zookeeper/set-up/draft.ts';
import { paxosPresets as paxosSetUps } from '../src/page/labs/paxos/set-up/presets.ts';
import { zookeeperPresets as zookeeperSetUps } from '../src/page/labs/zookeeper/set-up/presets.ts';
import { Session } from '../src/runner/session.ts';
import { fileOfRun } from '../src/scenarios/from-run.ts';
import { livelock } from '../src/scenarios/paxos/livelock.ts';
import { load } from '../src/scenarios/load.ts';
import type { ScenarioFile } from '../src/view/scenario.ts';

/** Long enough for an election, a decision and a few lines at a console. */
const WHILE_US = 3_000_000;

const digestOf = async (scenario: unknown): Promise<string> => {
  const session = new Session();
  const { answer } = await session.handle({ type: 'open', scenario });
  if (answer.problem !== null) throw new Error(answer.problem.text);
  await session.handle({ type: 'advance', until: WHILE_US });
  return (await session.handle({ type: 'save' })).answer.digest ?? '';
};

const rebuilt = (scenario: ScenarioFile): unknown => {
  switch (scenario.model) {
    case 'election':
      return buildScenario(electionDraft(scenario)).scenario;
    case 'paxos':
      return buildPaxos(paxosDraft(scenario)).scenario;
    case 'zookeeper':
      return buildZooKeeper(zookeeperDraft(scenario)).scenario;
    case 'recipes':
      return buildRecipes(recipesDraft(scenario)).scenario;
    case 'byzantine':
      return buildByzantine(byzantineDraft(scenario)).scenario;
    case 'cap':
      return buildCap(capDraft(scenario)).scenario;
    case 'counter':
      return scenario;
  }
};

const offered = [
  ...electionPresets,
  ...paxosPresets,
  ...zookeeperPresets,
  ...recipesPresets,
  ...byzantinePresets,
  ...capPresets,
].flatMap(({ id, from }) => ('format' in from ? [[id, from] as const] : []));

describe('the set-up of', () => {
  it.each(lessons.map(({ id }) => id))('the lesson %s', async (id) => {
    const { scenario } = load(await lessonData(id));
    if (scenario === undefined) throw new Error(`${id} cannot be loaded`);
    const bare = fileOfRun(scenario, []);
    expect(await digestOf(rebuilt(bare))).toBe(await digestOf(bare));
  });

  it.each(offered)('the preset %s', async (_id, scenario) => {
    expect(await digestOf(rebuilt(scenario))).toBe(await digestOf(scenario));
  });

  it.each(Object.entries(byzantineSetUps))('generals to begin with: %s', (_id, make) => {
    expect(load(buildByzantine(make()).scenario).problems).toBeUndefined();
  });

  it('a duel by a schedule', async () => {
    const duel = livelock(true);
    expect(await digestOf(rebuilt(duel))).toBe(await digestOf(duel));
  });
});

describe('what a form describes and cannot be is told by the check of scenarios, at its field', () => {
  const refused = (draft: SetupDraft): string[] => {
    const { scenario, fields } = buildScenario(draft);
    const { problems = [] } = load(scenario);
    return problems.map(({ where, code }) => `${fields.get(where)} ${code}`);
  };
  const together = presets.together();
  const first = (change: Partial<SetupDraft['servers'][number]>): SetupDraft => {
    const [one, ...others] = together.servers;
    return one === undefined
      ? together
      : { ...together, servers: [{ ...one, ...change }, ...others] };
  };

  it.each([
    ['nothing', together, []],
    ['a sid twice', first({ sid: '2' }), ['2.sid scenario-sid-twice']],
    ['a sid out of range', first({ sid: '0' }), ['1.sid scenario-value']],
    [
      'a zxid after its epoch',
      first({ zxid: '3·1', currentEpoch: '2' }),
      ['1.zxid scenario-zxid-epoch'],
    ],
    ['a limit of none', { ...together, tickTimeMs: '0' }, ['tickTimeMs scenario-value']],
    ['nobody', { ...together, servers: [] }, ['servers scenario-no-servers']],
    [
      'observers alone',
      { ...together, servers: together.servers.map((one) => ({ ...one, observer: true })) },
      ['servers scenario-no-voter'],
    ],
    [
      'twelve servers',
      Array.from({ length: 7 }).reduce<SetupDraft>((draft) => addServer(draft), together),
      ['servers scenario-many-servers'],
    ],
  ])('%s', (_what, draft, problems) => {
    expect(refused(draft)).toEqual(problems);
  });

  it('of proposers and clients, too', () => {
    const members = paxosSetUps.members();
    const paxos = buildPaxos({
      ...members,
      proposers: members.proposers.map((one) =>
        one.member === 5 ? { ...one, value: 'x'.repeat(21) } : one,
      ),
    });
    const [long] = load(paxos.scenario).problems ?? [];
    expect(paxos.fields.get(long?.where ?? '')).toBe('1.value');
    const consoles = zookeeperSetUps.consoles();
    const server = buildZooKeeper({
      ...consoles,
      clients: consoles.clients.map((one) => ({ ...one, timeoutMs: '0' })),
    });
    const wrong = (load(server.scenario).problems ?? []).map(({ where }) =>
      server.fields.get(where),
    );
    expect(wrong).toEqual(['0.timeoutMs', '1.timeoutMs']);
  });
});
