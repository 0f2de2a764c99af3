/** A world of standalone servers, their clients, and processes outside that these talk to. */
import { NotInThisRun } from '../kernel/not-in-this-run.ts';
import type { Machine, Model } from '../kernel/model.ts';
import { linksOf } from '../kernel/network-options.ts';
import type { NetworkOptions } from '../kernel/network-options.ts';
import { startsOf } from '../kernel/starts.ts';
import type { Start } from '../kernel/starts.ts';
import { flatten } from '../kernel/machine/flatten.ts';
import type { Latency } from '../view/intervention.ts';
import type { Pid } from '../view/time.ts';
import type { WorldSetup } from '../view/zookeeper-setup.ts';
import { memberFatal } from '../zoo-cfg/member.ts';
import type { MembersHere } from '../zoo-cfg/member.ts';
import { fatalNote } from '../zoo-cfg/standalone.ts';
import { describer } from '../zookeeper/messages.ts';
import { bootServer } from '../zookeeper/server/boot.ts';
import { blankDisk, torn } from '../zookeeper/server/disk.ts';
import type { Disk } from '../zookeeper/server/disk.ts';
import { ELECTION_PORT } from '../protocols/election/connections.ts';
import { connectionsMachineOf } from '../protocols/election/connections-machine.ts';
import { QUORUM_PORT } from '../protocols/election/roles.ts';
import { commitMachine } from '../zookeeper/quorum/commit-machine.ts';
import { handlerMachine } from '../zookeeper/quorum/handler-machine.ts';
import { memberMachine } from '../zookeeper/quorum/member-machine.ts';
import { peerMachine } from '../zookeeper/quorum/peer-machine.ts';
import { peerParts } from '../zookeeper/quorum/place.ts';
import { finalMachine, prepMachine, syncMachine } from '../zookeeper/server/pipeline-machines.ts';
import { serverMachine } from '../zookeeper/server/server-machine.ts';
import { bootClient } from '../clients/client.ts';
import { clientMachine } from '../clients/client-machine.ts';
import { configOf } from './config.ts';
import type { EnsembleOptions, WorldConfig } from './config.ts';
import { firstDisk } from './first-disk.ts';
import { describeOutside, isOutside } from '../protocols/outside/messages.ts';
import { essence } from './essence.ts';
import { noGhost, remember } from './ghost.ts';
import type { Ghost } from './ghost.ts';
import { invariants } from './invariants.ts';
import type { Member } from './member.ts';
import { bootOutside, emptyDisk, outsideMachines } from './outside.ts';
import { withFile } from './with-file.ts';
import type { Program } from '../clients/program.ts';
import { programs as usualPrograms } from '../clients/programs.ts';

export interface ZooKeeperOptions extends NetworkOptions {
  readonly ensemble?: EnsembleOptions;
}

export interface ZooKeeperModel extends Omit<Model<Member, Disk, Ghost>, 'heed'> {
  readonly config: WorldConfig;
  readonly spawned: { readonly handler: Machine };
}

/**
 * Standalone servers over TCP, with clients and the programs that run in them.
 * @param programs what clients may run, by the names that a set-up gives
 * @throws SetupRefused when the set-up cannot be run
 */
export function zookeeperModel(
  setup: WorldSetup,
  options: ZooKeeperOptions = {},
  programs: Readonly<Record<string, Program>> = usualPrograms,
): ZooKeeperModel {
  const config = configOf(setup, programs, options.ensemble);
  const { servers, clients, outside, watch } = config;
  const disk = firstDisk(setup, config);
  const known = machines();
  const serving = options.ensemble === undefined ? known.server : known.member;
  // Each client's messages have its colour, as a proposer's ballots have.
  const numbers = new Map([...clients.keys()].map((pid, i) => [pid, i + 1]));
  const claimOf = (from: Pid, to: Pid): number | null =>
    numbers.get(from) ?? numbers.get(to) ?? null;
  const describe = describer(claimOf);
  const diskOf = (pid: Pid): Disk => (outside.has(pid) ? emptyDisk : blankDisk);
  return {
    name: 'zookeeper',
    config,
    pids: [...servers.keys(), ...clients.keys(), ...outside.keys()],
    spare: config.spare,
    nameOf: (pid) => clients.get(pid)?.name ?? outside.get(pid)?.setup.name ?? `S${pid}`,
    machines: (pid) => (servers.has(pid) ? serving : machinesOf(config, pid, known.client)),
    spawned: known.spawned,
    nature: 'none',
    latency: options.latency ?? usualLatency,
    links: linksOf(options),
    diskLatency: options.diskLatency ?? usualDiskLatency,
    initialDisk: (pid) => (servers.has(pid) ? disk : diskOf(pid)),
    blankDisk: diskOf,
    torn,
    diskless: new Set([...clients.keys(), ...forgetful(outside)]),
    configuration: {
      has: (pid) => servers.has(pid),
      fault: (text, pid) => faultIn(text, membersIn(setup, servers), pid),
    },
    boot: (pid, found, file) => {
      const settings = servers.get(pid);
      if (settings !== undefined) {
        return bootServer(file === null ? settings : withFile(settings, file), found);
      }
      const other = outside.get(pid);
      if (other !== undefined) return bootOutside(other, found);
      const client = clients.get(pid);
      if (client === undefined) throw new NotInThisRun(`no process ${pid}`);
      return bootClient(client);
    },
    initialGhost: noGhost([...servers.keys()]),
    remember,
    invariants: invariants.filter(({ name }) => watch === null || watch.has(name)),
    essence,
    describe: (message, from, to) =>
      isOutside(message)
        ? { ...describeOutside(message), claim: claimOf(from, to) }
        : describe(message, from, to),
    routine: (type) => routineTypes.has(type),
  };
}

/** A client's handle; where there is anybody to ask, its lines to them; where it answers, that too. */
function machinesOf(
  { clients, outside }: WorldConfig,
  pid: Pid,
  handle: readonly Machine[],
): readonly Machine[] {
  const other = outside.get(pid);
  if (other !== undefined) return outsideMachines().of[other.setup.kind];
  const client = clients.get(pid);
  if (client?.reaches === undefined) return handle;
  const { asking, provider } = outsideMachines();
  return client.answers === undefined ? [...handle, asking] : [...handle, asking, provider];
}

/** Those outside that keep nothing on a disk. */
const forgetful = (outside: WorldConfig['outside']): Pid[] =>
  [...outside].flatMap(([pid, { setup }]) => (setup.kind === 'redis' ? [pid] : []));

/** Null: its servers stand alone. */
function membersIn(
  { servers: all }: Pick<WorldSetup, 'servers'>,
  servers: WorldConfig['servers'],
): MembersHere | null {
  const [first] = servers.values();
  if (first === undefined || first.ensemble === null) return null;
  const sids = (observes: boolean): Pid[] =>
    all.flatMap(({ sid, observer = false }) => (observer === observes ? [sid] : []));
  return { voters: sids(false), observers: sids(true) };
}

/** What a server says of a file before it exits [QuorumPeerMain.initializeAndRun]. */
function faultIn(
  text: string,
  here: MembersHere | null,
  pid: Pid,
): { line: number; said: string | null; servers: number; members: string | null } | null {
  const note = here === null ? fatalNote(text) : memberFatal(text, here, pid);
  if (note === null) return null;
  const { line, said = '', data } = note;
  const members = note.code === 'members-elsewhere' ? String(data['members']) : null;
  const alone = note.code === 'alone-elsewhere';
  const servers = said === '' && members === null && !alone ? Number(data['count']) : 0;
  return { line, said: alone ? null : said, servers, members };
}

const usualLatency: Latency = { kind: 'uniform', min: 300, max: 900 };
const usualDiskLatency: Latency = { kind: 'uniform', min: 1000, max: 4000 };

const routineTypes: ReadonlySet<string> = new Set([
  'EXPIRY_TICK',
  'CNXN_TICK',
  'CONTAINER_TICK',
  'CLIENT_PING',
  'RW_SEARCH',
  'RW_ANSWER_TIMEOUT',
  'PREP',
  'SYNC',
  'FINAL',
  'WRITTEN_BEHIND',
  'PURGE',
  'REDIS_CRON',
  'KEPT',
  'ASK_TIMEOUT',
]);

interface Machines {
  readonly server: readonly Machine[];
  /** Of an ensemble. */
  readonly member: readonly Machine[];
  readonly spawned: { readonly handler: Machine };
  readonly client: readonly Machine[];
}

let made: Machines | null = null;

/** Flattening takes a millisecond: once for all worlds, and only when somebody wants one. */
function machines(): Machines {
  made ??= {
    // In the order of the pipeline: what a stage passes on is taken up within the same step.
    server: [serverMachine, prepMachine, syncMachine, finalMachine].map((machine) => ({
      table: flatten(machine),
    })),
    member: [
      {
        table: flatten(peerMachine),
        ports: [QUORUM_PORT],
        types: ['NOTIFICATION'],
      },
      { table: flatten(connectionsMachineOf(peerParts)), ports: [ELECTION_PORT] },
      ...[memberMachine, prepMachine, syncMachine, commitMachine, finalMachine].map((machine) => ({
        table: flatten(machine),
      })),
    ],
    spawned: { handler: { table: flatten(handlerMachine) } },
    client: [{ table: flatten(clientMachine) }],
  };
  return made;
}

/** By then the server has loaded its data. */
const CLIENTS_START_MS = 100;

/** When the processes of a set-up start by themselves. */
export const zookeeperStarts = ({ servers, clients, outside = [] }: WorldSetup): Start[] =>
  startsOf([
    ...servers.map(({ sid, startMs = 0 }) => [sid, startMs] as const),
    ...outside.map(({ id, startMs = 0 }) => [id, startMs] as const),
    ...clients.map(
      ({ id, spare, startMs = CLIENTS_START_MS }) => [id, spare === true ? null : startMs] as const,
    ),
  ]);
