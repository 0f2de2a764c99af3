/** The setup of an ensemble, checked and with its defaults. */
import { SetupRefused } from '../../kernel/setup-refused.ts';
import type { ElectionSetup } from '../../view/election-setup.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { quorumOf } from './majority.ts';
import { isMutant } from './mutants.ts';
import type { Mutant } from './mutants.ts';
import { isHierarchical } from './quorum.ts';
import type { Groups } from './quorum.ts';
import type { Order } from './vote.ts';

const MS = 1000;

export interface Config {
  readonly profile: 'golden' | 'zookeeper-3.8';
  readonly servers: readonly Pid[];
  /** Participants, ascending. Observers are the rest. */
  readonly voters: readonly Pid[];
  /** Null: more than half of the voters are a quorum. */
  readonly groups: Groups | null;
  /** Votes needed, as this ensemble counts (a mutant may count wrongly). */
  readonly quorum: number;
  /** More than half, whatever the mutants say: what invariants go by. */
  readonly trueQuorum: number;
  readonly standalone: boolean;
  readonly tickTime: Micros;
  readonly initLimit: number;
  readonly syncLimit: number;
  readonly finalizeWait: Micros;
  readonly connectTimeout: Micros;
  readonly order: Order;
  /** A new leader stays in the newest epoch that was accepted: a rule of the broadcast is switched off. */
  readonly keepsEpoch?: true;
  readonly broken: ReadonlySet<Mutant>;
  /** What else somebody has set; without it the usual ones hold. */
  readonly times?: ElectionTimes;
}

/** µs */
export interface ElectionTimes {
  /** How long an election waits for news at first, and at most [FastLeaderElection]. */
  readonly firstWait?: Micros;
  readonly longestWait?: Micros;
  /** How long a server tries to connect to another for an election [QuorumCnxManager.cnxTO]. */
  readonly dialling?: Micros;
}

/**
 * @param groups of the voters; null: a majority decides
 * @throws SetupRefused
 */
export function configOf(setup: ElectionSetup, groups: Groups | null = null): Config {
  const servers = setup.servers.map(({ sid }) => sid).toSorted((a, b) => a - b);
  if (servers.length === 0) throw new SetupRefused('servers', 'an ensemble needs a server');
  if (new Set(servers).size !== servers.length)
    throw new SetupRefused('servers', 'two servers with one sid');
  const observers = new Set(
    setup.servers.filter(({ observer }) => observer === true).map(({ sid }) => sid),
  );
  const voters = servers.filter((sid) => !observers.has(sid));
  if (voters.length === 0) throw new SetupRefused('servers', 'nobody may vote');
  const broken = new Set<Mutant>();
  for (const name of setup.broken ?? []) {
    if (!isMutant(name)) throw new SetupRefused('broken', `no rule '${name}'`);
    broken.add(name);
  }
  const tickTime = (setup.tickTimeMs ?? 2000) * MS;
  const initLimit = setup.initLimit ?? 10;
  const half = Math.ceil(voters.length / 2);
  return {
    profile: setup.profile,
    servers,
    voters,
    groups,
    quorum: broken.has('half-is-quorum') ? half : quorumOf(voters.length),
    trueQuorum: quorumOf(voters.length),
    standalone: servers.length === 1,
    tickTime,
    initLimit,
    syncLimit: setup.syncLimit ?? 5,
    finalizeWait: broken.has('skip-finalize-wait') ? 0 : (setup.finalizeWaitMs ?? 200) * MS,
    connectTimeout:
      setup.connectTimeoutMs === undefined ? initLimit * tickTime : setup.connectTimeoutMs * MS,
    order: {
      ignoreEpoch: broken.has('ignore-epoch'),
      ignoreZxid: broken.has('ignore-zxid'),
      ignoreSid: broken.has('ignore-sid'),
      weightless: weightlessIn(groups),
    },
    broken,
  };
}

/** How many votes decide, as a sentence says it; 0 where no number does, but groups. */
export const neededIn = ({ groups, quorum }: Config): number => (groups === null ? quorum : 0);

/** The same ensemble with other groups; null: a majority decides. Who weighs nothing is never elected. */
export const withGroups = (config: Config, groups: Groups | null): Config => ({
  ...config,
  groups,
  order: { ...config.order, weightless: weightlessIn(groups) },
});

/** The same ensemble as a server knows it whose list names these, and votes with those of them. */
export function withMembers(
  config: Config,
  members: readonly Pid[],
  voting: readonly Pid[],
): Config {
  const ascending = (sids: readonly Pid[]): readonly Pid[] => sids.toSorted((a, b) => a - b);
  const voters = ascending(voting);
  const half = Math.ceil(voters.length / 2);
  return {
    ...config,
    servers: ascending(members),
    voters,
    quorum: config.broken.has('half-is-quorum') ? half : quorumOf(voters.length),
    trueQuorum: quorumOf(voters.length),
    standalone: members.length === 1,
  };
}

const weightlessIn = (groups: Groups | null): readonly Pid[] =>
  [...(groups?.weights ?? [])].flatMap(([sid, weight]) => (weight === 0 ? [sid] : []));

export const isVoter = (config: Config, sid: Pid): boolean => config.voters.includes(sid);

/** Whether a set holds a quorum of the voters, observers not counted. */
export function hasVoterQuorum(config: Config, sids: readonly Pid[]): boolean {
  if (config.groups !== null) return isHierarchical(config.groups, sids);
  let count = 0;
  for (const sid of sids) if (isVoter(config, sid)) count++;
  return count >= config.quorum;
}
