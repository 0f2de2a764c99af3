/** The set-up of servers and their clients, checked and with its defaults. */
import type {
  ZooKeeperEnsembleSetup,
  WorldSetup,
  ZooKeeperServerSetup,
} from '../view/zookeeper-setup.ts';
import { configOf as electionOf, withMembers } from '../protocols/election/config.ts';
import { SetupRefused } from '../kernel/setup-refused.ts';
import type { Config as Election } from '../protocols/election/config.ts';
import type { Groups } from '../protocols/election/quorum.ts';
import type { Pid } from '../view/time.ts';
import { memberText } from '../zoo-cfg/member.ts';
import { cfgText } from '../zoo-cfg/write.ts';
import { serverConfigOf } from '../zookeeper/config.ts';
import { isMutant } from '../zookeeper/mutants.ts';
import type { Mutant } from '../zookeeper/mutants.ts';
import { isQuorumMutant } from '../zookeeper/quorum/mutants.ts';
import type { QuorumMutant } from '../zookeeper/quorum/mutants.ts';
import type { WallMs } from '../zookeeper/records/values.ts';
import type { Settings } from '../zookeeper/server/server.ts';
import type { Address } from '../clients/calls.ts';
import type { ClientConfig } from '../clients/client.ts';
import type { OutsideConfig } from '../protocols/outside/outside.ts';
import { timesOf } from './election-times.ts';
import { clientName } from './name.ts';
import { namesOf, outsideOf } from './outside-config.ts';
import type { Program } from '../clients/program.ts';

/** 2026-11-21, 02:44:00 UTC. */
const USUAL_CLOCK: WallMs = 1_795_229_040_000;

/** When a run begins. */
export const clockOf = ({ clockMs = USUAL_CLOCK }: Pick<WorldSetup, 'clockMs'>): WallMs => clockMs;
/** The machine had been up for two hours. */
export const USUAL_UPTIME = 7_200_000;
/** [ZooKeeperMain] */
const USUAL_TIMEOUT = 30_000;

/** The servers are members of one ensemble. Ticks as in `zoo.cfg`. */
export interface EnsembleOptions {
  readonly observers?: readonly Pid[];
  /** Default 10. */
  readonly initLimit?: number;
  /** Default 5. */
  readonly syncLimit?: number;
  /** How long a server that has a quorum waits for a better vote; default 200. */
  readonly finalizeWaitMs?: number;
  /** Whether a leader takes clients; default yes. */
  readonly leaderServes?: boolean;
  readonly localSessionsEnabled?: boolean;
  readonly localSessionsUpgradingEnabled?: boolean;
  /** `-Dreadonlymode.enabled=true` in the environment of the servers: no line of a file says it. */
  readonly readOnlyMode?: boolean;
  /** Groups of voters with their weights, as `group.N` and `weight.N` say; without them a majority decides. */
  readonly groups?: Groups;
  /** Rules of the broadcast that are switched off. */
  readonly broken?: readonly QuorumMutant[];
}

/** What a set-up says of its ensemble; undefined: each server stands alone. */
export const ensembleIn = ({
  servers,
  ensemble,
  broken = [],
}: WorldSetup): EnsembleOptions | undefined =>
  ensemble && {
    ...limitsOf(ensemble),
    observers: servers.filter(({ observer }) => observer === true).map(({ sid }) => sid),
    broken: broken.filter(isQuorumMutant),
  };

const limitsOf = ({
  groups,
  weights = {},
  ...limits
}: ZooKeeperEnsembleSetup): EnsembleOptions => ({
  ...limits,
  ...(groups !== undefined && {
    groups: {
      groups,
      weights: new Map(Object.entries(weights).map(([sid, weight]) => [Number(sid), weight])),
    },
  }),
});

export interface WorldConfig {
  readonly servers: ReadonlyMap<Pid, Settings>;
  /** The wall clock at the beginning of the run. */
  readonly clock: WallMs;
  readonly clients: ReadonlyMap<Pid, ClientConfig>;
  /** Processes outside ZooKeeper. */
  readonly outside: ReadonlyMap<Pid, OutsideConfig>;
  /** Clients that are kept for later. */
  readonly spare: ReadonlySet<Pid>;
  readonly watch: ReadonlySet<string> | null;
  readonly broken: ReadonlySet<Mutant>;
}

/**
 * What a client's machine makes of host names. Everybody stands on one machine, which has the server's
 * name too, and the clients of an ensemble on that of its first server; several servers that stand alone
 * have a machine each, and their clients others.
 */
function hostsOf(sids: readonly Pid[], together: boolean): ReadonlyMap<string, Pid> {
  const here = sids.length === 1 || together ? ['localhost', '127.0.0.1', '::1'] : [];
  const [first = 0] = sids;
  return new Map([
    ...here.map((host) => [host, first] as const),
    ...sids.flatMap((sid) => [`s${sid}`, `zk${sid}`].map((host) => [host, sid] as const)),
  ]);
}

/** As a connect string calls a server. */
const hostOf = (sid: Pid, { length }: readonly Pid[]): string =>
  length === 1 ? 'localhost' : `zk${sid}`;

/**
 * @param programs what clients may run, by name
 * @param options without them each server stands alone
 * @throws SetupRefused
 */
export function configOf(
  setup: WorldSetup,
  programs: Readonly<Record<string, Program>>,
  options?: EnsembleOptions,
): WorldConfig {
  const broken = new Set<Mutant>();
  for (const name of setup.broken ?? []) {
    if (isMutant(name)) broken.add(name);
    else if (options === undefined || !isQuorumMutant(name))
      throw new SetupRefused('broken', `no rule '${name}'`);
  }
  if (setup.servers.length === 0) throw new SetupRefused('servers', 'nobody serves');
  const cfg = serverConfigOf(setup.cfg);
  const clock = clockOf(setup);
  const addresses = new Map(
    setup.clients.flatMap(({ id, address }) => (address === undefined ? [] : [[id, address]])),
  );
  const ensemble = ensembleOf(setup, options, cfg.tickTime);
  const servers = new Map<Pid, Settings>();
  setup.servers.forEach((server, index) => {
    const { sid: pid } = server;
    if (servers.has(pid))
      throw new SetupRefused(`servers[${index}].sid`, 'two processes with one id');
    servers.set(pid, {
      pid,
      ensemble: ensemble && asListed(ensemble, server, index),
      leaderServes: options?.leaderServes ?? true,
      ...(options?.localSessionsEnabled === true && { localSessions: true }),
      ...(options?.localSessionsUpgradingEnabled === true && { upgradesLocal: true }),
      ...(options?.readOnlyMode === true && { readOnlyMode: true }),
      cfg,
      cfgFile:
        setup.ensemble === undefined
          ? cfgText(setup.cfg)
          : memberText(setup.cfg, server, setup.servers, setup.ensemble),
      clock,
      uptime: USUAL_UPTIME,
      stageDelay: Math.round((setup.stageMs ?? 0.1) * 1000),
      addresses,
      broken: new Set<Mutant | QuorumMutant>([...broken, ...(options?.broken ?? [])]),
    });
  });
  const sids = [...servers.keys()];
  const hosts = hostsOf(sids, ensemble !== null);
  const outside = outsideOf(setup, clock);
  const reaches = namesOf(setup);
  const clients = new Map<Pid, ClientConfig>();
  setup.clients.forEach((each, index) => {
    const { id, timeoutMs = USUAL_TIMEOUT, connects = true, program = 'zkcli', lines = [] } = each;
    const named = each.servers ?? sids;
    const place = named.findIndex((sid) => !servers.has(sid));
    if (named.length === 0 || place >= 0)
      throw new SetupRefused(`clients[${index}].servers`, `no server ${named[place] ?? ''}`);
    const found = Object.hasOwn(programs, program) ? programs[program] : undefined;
    if (found === undefined)
      throw new SetupRefused(`clients[${index}].program`, `no program '${program}'`);
    if (clients.has(id) || servers.has(id) || outside.has(id))
      throw new SetupRefused(`clients[${index}].id`, 'two processes with one id');
    clients.set(id, {
      pid: id,
      name: clientName(each, index),
      servers: named.map((sid): Address => ({ host: hostOf(sid, sids), port: cfg.clientPort })),
      hosts,
      timeout: timeoutMs,
      program: found,
      connects,
      clock,
      lines,
      ...(each.inOrder === true && { inOrder: true }),
      ...(reaches.size > 0 && { reaches }),
      ...(each.answers && { answers: each.answers }),
      ...(each.readOnly === true && { readOnly: true }),
    });
  });
  return {
    servers,
    clock,
    clients,
    outside,
    spare: new Set(setup.clients.flatMap(({ id, spare }) => (spare === true ? [id] : []))),
    watch: setup.watch === undefined ? null : new Set(setup.watch),
    broken,
  };
}

/** Two lines of defence that fall together: the vote's zxid, and the leader's own freshness. */
const ofElection = (broken: readonly QuorumMutant[]): readonly string[] =>
  broken.includes('ignore-zxid-and-freshness')
    ? ['ignore-epoch', 'ignore-zxid', 'accept-fresher-follower']
    : [];

/** The members of an ensemble as their election knows them; null: each server stands alone. */
function ensembleOf(
  { servers, cfg }: WorldSetup,
  ensemble: EnsembleOptions | undefined,
  tickTimeMs: number,
): Election | null {
  if (ensemble === undefined) return null;
  const { observers = [], broken = [], groups = null, ...options } = ensemble;
  const {
    leaderServes: _,
    localSessionsEnabled: _local,
    localSessionsUpgradingEnabled: _upgrading,
    readOnlyMode: _reads,
    ...limits
  } = options;
  const members = servers.map(({ sid }) => ({ sid, observer: observers.includes(sid) }));
  const election = electionOf(
    {
      profile: 'zookeeper-3.8',
      tickTimeMs,
      ...limits,
      servers: members,
      broken: ofElection(broken),
    },
    groups,
  );
  return {
    ...election,
    ...timesOf(cfg),
    ...(broken.includes('keep-epoch') && { keepsEpoch: true }),
  };
}

/** The ensemble as a server knows it whose file does not list all. @throws SetupRefused */
function asListed(
  ensemble: Election,
  { sid, lists }: ZooKeeperServerSetup,
  index: number,
): Election {
  if (lists === undefined) return ensemble;
  const missing = lists.includes(sid)
    ? lists.find((each) => !ensemble.servers.includes(each))
    : sid;
  if (missing !== undefined) throw new SetupRefused(`servers[${index}].lists`, `server ${missing}`);
  const voting = ensemble.voters.filter((each) => lists.includes(each));
  return withMembers(ensemble, lists, voting);
}
