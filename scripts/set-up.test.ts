/** Set-up opens on the run on screen: a form that nobody has changed makes the very same run. */
import { describe, expect, it } from 'vitest';
import { lessonData } from '../src/lessons/index.ts';
import { lessons } from '../src/lessons/words.ts';
import { electionPresets } from '../src/page/labs/election/presets.ts';
import { paxosPresets } from '../src/page/labs/paxos/presets.ts';
import { zookeeperPresets } from '../src/page/labs/zookeeper/presets.ts';
import { buildPaxos, draftOf as paxosDraft } from '../src/page/labs/paxos/set-up/draft.ts';
import { buildScenario, draftOf as electionDraft } from '../src/page/labs/election/set-up/draft.ts';
import {
  buildZooKeeper,
  draftOf as zookeeperDraft,
} from '../src/page/labs/zookeeper/set-up/draft.ts';
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
    case 'counter':
      return scenario;
  }
};

const offered = [...electionPresets, ...paxosPresets, ...zookeeperPresets].flatMap(({ id, from }) =>
  'format' in from ? [[id, from] as const] : [],
);

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

  it('a duel by a schedule', async () => {
    const duel = livelock(true);
    expect(await digestOf(rebuilt(duel))).toBe(await digestOf(duel));
  });
});
