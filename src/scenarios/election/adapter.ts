import { whyNotLeader } from '../../ensemble/election/answer.ts';
import { interesting, notable } from '../../protocols/election/facts.ts';
import { inspect } from '../../ensemble/election/inspect.ts';
import { electionModel, startsOf } from '../../ensemble/election/model.ts';
import type { ElectionModel } from '../../ensemble/election/model.ts';
import { mutants } from '../../protocols/election/mutants.ts';
import { electionDetail, stateWord } from '../../ensemble/election/project.ts';
import type { ElectionWorld } from '../../ensemble/election/ghost.ts';
import type { ElectionProcess } from '../../ensemble/election/project.ts';
import { currentEpochOf } from '../../protocols/election/server.ts';
import { isActive } from '../../zookeeper/quorum/place.ts';
import type { Codec } from '../../view/codec.ts';
import { packed } from '../../view/packed/election.ts';
import type { Condition } from '../../view/condition.ts';
import type { ElectionSetup } from '../../view/election-setup.ts';
import type { ScenarioFile } from '../../view/scenario.ts';
import { ensembleHolds } from '../ensemble-conditions.ts';
import { networkOf } from '../network-of.ts';
import { electionForm } from './form.ts';
import type { AnyModel, AnyWorld, Protocol } from '../protocol.ts';

const worldOf = (world: AnyWorld): ElectionWorld => world as unknown as ElectionWorld;

/** A server that runs: down and paused ones show nothing and serve nobody. */
const serverOf = (world: ElectionWorld, pid: number): ElectionProcess['s'] => {
  const process = world.processes.find((each) => each.pid === pid);
  return process?.liveness === 'up' ? process.s : null;
};

/** @throws TypeError for a scenario of another protocol */
function setupOf({ model, setup }: ScenarioFile): ElectionSetup {
  if (model !== 'election') throw new TypeError(`${model} is no election`);
  return setup as ElectionSetup;
}

function modelOf(file: ScenarioFile): ElectionModel {
  const setup = setupOf(file);
  return electionModel(setup, networkOf(file));
}

/** Notifications that have arrived or are on their way. */
function sent({ ghost }: ElectionWorld, { flights }: AnyWorld['network']): number {
  let underWay = 0;
  for (const { message } of flights.values()) if (message.type === 'NOTIFICATION') underWay++;
  return ghost.notifications + underWay;
}

function holds(
  world: ElectionWorld,
  condition: Condition,
  network: AnyWorld['network'],
): boolean | undefined {
  const members = world.processes.map(({ pid, liveness }) => ({
    pid,
    liveness,
    server: serverOf(world, pid),
  }));
  const ofEnsemble = ensembleHolds(members, condition);
  if (ofEnsemble !== undefined) return ofEnsemble;
  if ('vote' in condition) {
    const server = serverOf(world, condition.vote.pid)?.peer ?? null;
    if (server === null) return false;
    const vote = server.state === 'LOOKING' ? server.election.vote : server.currentVote;
    return vote.leader === condition.vote.leader;
  }
  if ('epoch' in condition) {
    const server = serverOf(world, condition.epoch.pid)?.peer ?? null;
    return server !== null && currentEpochOf(server) === condition.epoch.current;
  }
  if ('serving' in condition) {
    const server = serverOf(world, condition.serving);
    return server !== null && isActive(server);
  }
  if ('notifications' in condition) return sent(world, network) >= condition.notifications;
  return undefined;
}

/** Several writes at once are one thing to read. */
const toRead: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...notable,
  ['proposal-sent', ['pid']],
  ['commit-sent', ['pid']],
  ['server-serves', ['pid']],
]);

/** ZooKeeper's leader election, as scenarios and runner see it. */
export const election: Protocol = {
  name: 'election',
  form: electionForm,
  model: (file) => modelOf(file) as unknown as AnyModel,
  starts: (file) => startsOf(setupOf(file)),
  codec: packed as Codec<unknown>,
  detail: (world) => electionDetail(world.model as unknown as ElectionModel, worldOf(world)),
  stateWord: (world, pid) => stateWord(world.process(pid) as unknown as ElectionProcess),
  inspect: (world, pid) => inspect(worldOf(world), pid),
  interesting,
  notable: toRead,
  stages: new Set(),
  waiting: new Set([
    'TICK',
    'READ_TIMEOUT',
    'PHASE_TIMEOUT',
    'CONNECT_TIMEOUT',
    'NOTIFICATION_TIMEOUT',
    'ELECTION_CONNECT_TIMEOUT',
  ]),
  holds: (world, condition) => holds(worldOf(world), condition, world.network),
  whyNot: (world, pid, facts) => whyNotLeader(worldOf(world), pid, facts),
  mutants: Object.entries(mutants).map(([name, { reach, runs }]) => ({ name, reach, runs })),
};
