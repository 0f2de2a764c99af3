import { itemsOf } from '../../kernel/long-list.ts';
import type { OutputLine, Program } from '../../clients/program.ts';
import { programs } from '../../clients/programs.ts';
import { answerOrFetch, fetchAnswers } from '../../ensemble/ask/answer-or-fetch.ts';
import { interesting as ofClients, notable as clientsNotable } from '../../clients/facts.ts';
import type { Ghost } from '../../ensemble/ghost.ts';
import { inspect } from '../../ensemble/inspect.ts';
import { whyNotLeader } from '../../ensemble/election/answer.ts';
import type { ElectionProcess } from '../../ensemble/election/project.ts';
import { clientIn, serverIn } from '../../ensemble/member.ts';
import type { MemberProcess, MemberWorld } from '../../ensemble/member.ts';
import { clockOf } from '../../ensemble/config.ts';
import { writingFirstDisk } from '../../ensemble/first-disk.ts';
import { zookeeperStarts } from '../../ensemble/model.ts';
import type { ZooKeeperModel } from '../../ensemble/model.ts';
import { modelOfSetup } from '../../ensemble/quorum-model.ts';
import { stateWord, zookeeperDetail } from '../../ensemble/project.ts';
import type { Codec } from '../../view/codec.ts';
import { packed } from '../../view/packed/zookeeper.ts';
import type { Condition } from '../../view/condition.ts';
import type { OwnQuestion } from '../../view/question.ts';
import type { StatField } from '../../view/stat-field.ts';
import type { Fact } from '../../view/fact.ts';
import type { ScenarioFile } from '../../view/scenario.ts';
import type { Pid } from '../../view/time.ts';
import type { PathQuestion } from '../../view/write-path.ts';
import type { WorldSetup, ZooKeeperSetup } from '../../view/zookeeper-setup.ts';
import type { ZooKeeperQuestion } from '../../view/zookeeper-ask.ts';
import { zxidText } from '../../view/zxid.ts';
import { mutants } from '../../zookeeper/mutants.ts';
import { textOf } from '../../zookeeper/records/utf8.ts';
import {
  interesting as ofMembers,
  notable as membersNotable,
} from '../../zookeeper/quorum/facts.ts';
import { readsOnly, serves } from '../../zookeeper/quorum/place.ts';
import { treeOnDisk } from '../../zookeeper/quorum/histories.ts';
import {
  interesting as ofServers,
  notable as serversNotable,
  stages,
} from '../../zookeeper/server/facts.ts';
import { indexOf, txnAt } from '../../zookeeper/server/disk.ts';
import type { Disk } from '../../zookeeper/server/disk.ts';
import type { Server } from '../../zookeeper/server/server.ts';
import { opOf } from '../../zookeeper/server/job.ts';
import type { Job } from '../../zookeeper/server/job.ts';
import { NO_SESSION } from '../../zookeeper/records/values.ts';
import type { SessionId } from '../../zookeeper/records/values.ts';
import { sessionOf } from '../../zookeeper/sessions/tracker.ts';
import { nodeAt } from '../../zookeeper/tree/data-tree.ts';
import type { DataTree } from '../../zookeeper/tree/data-tree.ts';
import { statOf } from '../../zookeeper/tree/node.ts';
import { ensembleHolds } from '../ensemble-conditions.ts';
import { compareZxids, readZxid } from '../notation.ts';
import { networkOf } from '../network-of.ts';
import { zookeeperForm } from './form.ts';
import type { AnyModel, AnyWorld, Protocol } from '../protocol.ts';
import { areUnderWay } from '../under-way.ts';

type World = MemberWorld<Ghost>;

const worldOf = (world: AnyWorld): World => world as unknown as World;
const modelOf = (world: AnyWorld): ZooKeeperModel => world.model as unknown as ZooKeeperModel;

/** @throws TypeError for a scenario of another protocol */
function setupOf({ model, setup }: ScenarioFile): ZooKeeperSetup {
  if (model !== 'zookeeper') throw new TypeError(`${model} is not ZooKeeper`);
  return setup as ZooKeeperSetup;
}

const memberAt = (world: World, pid: number): MemberProcess | undefined =>
  world.processes.find((each) => each.pid === pid);

/** What few ask, and only of clients' writes: what answers it is fetched when somebody does. */
const isOfPath = (question: OwnQuestion): question is PathQuestion =>
  question.ask === 'path' || question.ask === 'future';

/** Null while it does not run. */
function outputOf(world: World, pid: Pid): readonly OutputLine[] | null {
  const client = clientIn(memberAt(world, pid)?.s);
  return client === null ? null : itemsOf(client.output);
}

/** A server, while it runs; its tree, even while it is down. */
interface Serving {
  readonly s: Server | null;
  readonly tree: DataTree;
}

/** The one that is named; without a name those that run, or when none does, all of them. */
function serversAt(world: World, model: ZooKeeperModel, named: Pid | undefined): Serving[] {
  const found = [...model.config.servers.keys()].flatMap((pid): Serving[] => {
    const process = named === undefined || named === pid ? memberAt(world, pid) : undefined;
    if (process === undefined) return [];
    const s = serverIn(process.s);
    return [{ s, tree: s?.tree ?? treeOnDisk(process.disk) }];
  });
  const running = found.filter(({ s }) => s !== null);
  return running.length > 0 ? running : found;
}

function statIs(tree: DataTree, path: string, field: StatField, is: number | string): boolean {
  const node = nodeAt(tree, path);
  if (node === undefined) return false;
  const value = statOf(node)[field];
  return (typeof value === 'object' ? zxidText(value) : value) === is;
}

/** Whether a program asked it: what a client's library sends by itself has a negative cxid. */
const isAsked = ({ connection, cxid }: Job): boolean => connection !== 0 && cxid >= 0;

const queues = {
  prep: (s: Server): readonly Job[] => s.prep,
  sync: (s: Server): readonly Job[] => s.sync,
  flush: (s: Server): readonly Job[] => s.unflushed,
  commit: (s: Server): readonly Job[] => s.committing.queued,
  final: (s: Server): readonly Job[] => s.final,
} as const;

function hasLogged(disk: Disk, zxid: string): boolean {
  const asked = readZxid(zxid);
  if (asked === null) return false;
  const logged = txnAt(disk, indexOf(disk, asked));
  return logged !== null && compareZxids(logged.zxid, asked) === 0;
}

/** What is asked of the trees of servers; undefined for other conditions. */
function treesHold(model: ZooKeeperModel, world: World, condition: Condition): boolean | undefined {
  const every = (server: Pid | undefined, is: (tree: DataTree) => boolean): boolean => {
    const asked = serversAt(world, model, server);
    return asked.length > 0 && asked.every(({ tree }) => is(tree));
  };
  if ('node' in condition) {
    const { path, exists, server } = condition.node;
    return every(server, (tree) => (nodeAt(tree, path) !== undefined) === exists);
  }
  if ('nodeData' in condition) {
    const { path, is, server } = condition.nodeData;
    return every(server, (tree) => {
      const node = nodeAt(tree, path);
      return node !== undefined && (node.data === null ? null : textOf(node.data)) === is;
    });
  }
  if ('stat' in condition) {
    const { path, field, is, server } = condition.stat;
    return every(server, (tree) => statIs(tree, path, field, is));
  }
  return undefined;
}

/** Why a member of an ensemble does not lead; of everybody else that is no question. */
function whyNot(
  { config }: ZooKeeperModel,
  { step, time, processes }: World,
  pid: Pid,
  facts: readonly Fact[],
): readonly Fact[] {
  const settings = config.servers.get(pid);
  if (settings === undefined || settings.ensemble === null) return [];
  const servers = processes.filter((one): one is ElectionProcess => config.servers.has(one.pid));
  return whyNotLeader({ step, time, processes: servers }, pid, facts);
}

/** The session that its handle has, else the newest one that was opened for it; null: none was. */
function sessionOfClient(world: World, pid: Pid): SessionId | null {
  const session = clientIn(memberAt(world, pid)?.s)?.handle?.session ?? NO_SESSION;
  if (session !== NO_SESSION) return session;
  const opened = [...world.ghost.openers].findLast(([, opener]) => opener === pid);
  return opened?.[0] ?? null;
}

function isServing(model: ZooKeeperModel, process: MemberProcess): boolean {
  const server = serverIn(process.s);
  if (process.liveness !== 'up' || server === null) return false;
  if (server.peer === null) return stateWord(model, process) === 'STANDALONE';
  return serves(server) && !readsOnly(server);
}

function holds(model: ZooKeeperModel, world: World, condition: Condition): boolean | undefined {
  const ofTrees = treesHold(model, world, condition);
  if (ofTrees !== undefined) return ofTrees;
  if ('session' in condition) {
    const { pid, is, timeoutMs, server } = condition.session;
    const id = sessionOfClient(world, pid);
    const running = serversAt(world, model, server).flatMap(({ s }) => s ?? []);
    // Whichever server knows it: no two give the same id.
    const known = running.flatMap(({ sessions }) =>
      id === null ? [] : (sessionOf(sessions, id) ?? []),
    );
    // What nobody has opened is not over, nor is what no server is there to know.
    if (is === 'over') return id !== null && running.length > 0 && known.length === 0;
    return known.some(({ timeout }) => timeoutMs === undefined || timeout === timeoutMs);
  }
  if ('output' in condition) {
    const { pid, contains } = condition.output;
    return outputOf(world, pid)?.some(({ text }) => text.includes(contains)) ?? false;
  }
  if ('answered' in condition) {
    const client = clientIn(memberAt(world, condition.answered)?.s);
    return client === null || client.config.program.busy?.(client.program) !== true;
  }
  if ('printed' in condition) {
    const { pid, lines } = condition.printed;
    const printed = outputOf(world, pid)?.filter(({ stream }) => stream === 'out');
    return printed?.length === lines.length && printed.every(({ text }, at) => text === lines[at]);
  }
  if ('messages' in condition) return world.ghost.messages >= condition.messages;
  if ('watchesFired' in condition) {
    const { pid, atLeast } = condition.watchesFired;
    return (clientIn(memberAt(world, pid)?.s)?.fired ?? 0) >= atLeast;
  }
  if ('atStage' in condition) {
    const { stage, op, server } = condition.atStage;
    return serversAt(world, model, server).some(
      ({ s }) =>
        s !== null &&
        queues[stage](s).some((job) => (op === undefined ? isAsked(job) : opOf(job) === op)),
    );
  }
  if ('logged' in condition) {
    const { pid, zxid } = condition.logged;
    const disk = memberAt(world, pid)?.disk;
    return disk !== undefined && hasLogged(disk, zxid);
  }
  if ('serving' in condition) {
    const process = memberAt(world, condition.serving);
    return process !== undefined && isServing(model, process);
  }
  if ('epoch' in condition) {
    const { pid, current } = condition.epoch;
    return memberAt(world, pid)?.disk.currentEpoch === current;
  }
  const members = world.processes.map(({ pid, liveness, s }) => ({
    pid,
    liveness,
    server: serverIn(s),
  }));
  return ensembleHolds(members, condition);
}

/**
 * ZooKeeper servers, standalone or an ensemble, with their clients, as scenarios and runner see them.
 * @param programs what clients may run, by name
 */
export const zookeeperWith = (programs: Readonly<Record<string, Program>>): Protocol => ({
  name: 'zookeeper',
  form: zookeeperForm,
  model: (file) => modelOfSetup(setupOf(file), networkOf(file), programs) as unknown as AnyModel,
  making: ({ setup }) => writingFirstDisk(setup as WorldSetup, clockOf(setup as WorldSetup)),
  starts: (file) => zookeeperStarts(setupOf(file)),
  codec: packed as Codec<unknown>,
  detail: (world) => zookeeperDetail(modelOf(world), worldOf(world)),
  stateWord: (world, pid) =>
    stateWord(modelOf(world), world.process(pid) as unknown as MemberProcess),
  inspect: (world, pid) => inspect(worldOf(world), pid),
  interesting: new Set<string>([...ofServers, ...ofMembers, ...ofClients]),
  notable: new Map([...serversNotable, ...membersNotable, ...clientsNotable]),
  stages: new Set<string>(stages),
  waiting: new Set([
    'EXPIRY_TICK',
    'CNXN_TICK',
    'CONTAINER_TICK',
    'PURGE',
    'CLIENT_PING',
    'READ_TIMEOUT',
    'CONNECT_TIMEOUT',
    'RECONNECT',
    'RW_SEARCH',
    // Of an ensemble's members.
    'TICK',
    'PHASE_TIMEOUT',
    'NOTIFICATION_TIMEOUT',
    'ELECTION_CONNECT_TIMEOUT',
  ]),
  holds: (world, condition) =>
    'underWay' in condition
      ? areUnderWay(world, condition.underWay)
      : holds(modelOf(world), worldOf(world), condition),
  ask: (run, question, whose, carry) =>
    isOfPath(question)
      ? import('./path/answer.ts').then(({ answerPath }) => carry(answerPath(run, question, whose)))
      : answerOrFetch(() => worldOf(run.world), question as ZooKeeperQuestion),
  later: fetchAnswers,
  whyNot: (world, pid, facts) => whyNot(modelOf(world), worldOf(world), pid, facts),
  mutants: Object.entries(mutants).map(([name, { reach, runs }]) => ({ name, reach, runs })),
});

export const zookeeper = zookeeperWith(programs);
