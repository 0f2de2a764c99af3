/** The set-up of a group of processes, checked and with its defaults. */
import { SetupRefused } from '../../kernel/setup-refused.ts';
import type { PaxosProcessSetup, PaxosRetry, PaxosSetup } from '../../view/paxos-setup.ts';
import type { Micros, Pid } from '../../view/time.ts';
import type { Mutant } from './mutants.ts';
import { flawsOf, isMutant } from './mutants.ts';
import type { Ballot, PaxosFlaws, Value } from './rules.ts';
import { quorumOf, roundOf } from './rules.ts';
import { nameOf } from './name.ts';
import type { Script } from './script.ts';
import { readScript } from './script.ts';

const MS = 1000;

/** Who learns from whom, in the words of the specification (1.6). */
export type Learning = NonNullable<PaxosSetup['learning']>;

export interface Retry {
  readonly policy: NonNullable<PaxosSetup['retry']>['policy'];
  /** The pause, its upper bound, its base, or the lease. */
  readonly us: Micros;
}

export interface Config {
  readonly members: readonly Pid[];
  readonly names: ReadonlyMap<Pid, string>;
  readonly acceptors: readonly Pid[];
  /** In the order of their index, which decides their ballots. */
  readonly proposers: readonly Pid[];
  readonly learners: readonly Pid[];
  /** Acceptors needed, as this group counts (a mutant may count wrongly). */
  readonly quorum: number;
  readonly values: ReadonlyMap<Pid, Value>;
  /** When a proposer first proposes, after its start; missing: when it is told to. */
  readonly proposeAfter: ReadonlyMap<Pid, Micros>;
  readonly nacks: boolean;
  readonly learning: Learning;
  /** Learners that acceptors tell. */
  readonly told: readonly Pid[];
  readonly retry: Retry;
  /** Of proposers that wait in a way of their own. */
  readonly ownRetry: ReadonlyMap<Pid, Retry>;
  /** A ballot fails after so long; null: never. */
  readonly timeout: Micros | null;
  readonly byHand: boolean;
  /** The process that delivers messages in its order; null without one. */
  readonly scheduler: { readonly pid: Pid; readonly script: Script; readonly every: Micros } | null;
  readonly watch: ReadonlySet<string> | null;
  readonly flaws: PaxosFlaws;
  readonly broken: ReadonlySet<Mutant>;
}

/** @throws SetupRefused */
export function configOf(setup: PaxosSetup): Config {
  const { processes } = setup;
  const members = processes.map(({ id }) => id);
  if (new Set(members).size !== members.length)
    throw new SetupRefused('processes', 'two processes with one id');
  const having = (role: PaxosProcessSetup['roles'][number]): Pid[] =>
    processes.filter(({ roles }) => roles.includes(role)).map(({ id }) => id);
  const acceptors = having('acceptor');
  if (acceptors.length === 0) throw new SetupRefused('processes', 'nobody accepts');
  const learners = having('learner');
  const broken = new Set<Mutant>();
  for (const name of setup.broken ?? []) {
    if (!isMutant(name)) throw new SetupRefused('broken', `no rule '${name}'`);
    broken.add(name);
  }
  const flaws = flawsOf(broken);
  const learning = setup.learning ?? 'none';
  const names = new Map(processes.map((each) => [each.id, nameOf(each)]));
  const byHand = setup.delivery === 'by-hand';
  const timeoutMs = setup.timeoutMs === undefined ? (byHand ? null : 100) : setup.timeoutMs;
  return {
    members,
    names,
    acceptors,
    proposers: having('proposer'),
    learners,
    quorum: quorumOf(acceptors.length, flaws),
    values: new Map(
      processes.flatMap(({ id, value }) => (value === undefined ? [] : [[id, value]])),
    ),
    proposeAfter: new Map(
      processes.flatMap(({ id, proposeMs, value }) =>
        proposeMs === null || value === undefined ? [] : [[id, Math.round((proposeMs ?? 0) * MS)]],
      ),
    ),
    nacks: setup.refusal !== 'silence',
    learning,
    told: learning === 'L2' ? learners : learning === 'L3' ? distinguishedOf(setup, learners) : [],
    retry: readRetry(setup.retry ?? { policy: 'exponential', ms: 20 }),
    ownRetry: new Map(
      processes.flatMap(({ id, retry }) => (retry === undefined ? [] : [[id, readRetry(retry)]])),
    ),
    timeout: timeoutMs === null ? null : Math.round(timeoutMs * MS),
    byHand,
    scheduler: schedulerOf(setup, members, names),
    watch: setup.watch === undefined ? null : new Set(setup.watch),
    flaws,
    broken,
  };
}

const distinguishedOf = ({ distinguished }: PaxosSetup, learners: readonly Pid[]): readonly Pid[] =>
  distinguished ?? learners.slice(0, 1);

function readRetry(retry: PaxosRetry): Retry {
  const { policy } = retry;
  if (policy === 'leader') return { policy, us: Math.round(retry.leaseMs * MS) };
  const ms = 'ms' in retry ? retry.ms : 0;
  return { policy, us: Math.round(ms * MS) };
}

/** How this proposer pauses: a leader's group has no other ways. */
export const retryOf = ({ retry, ownRetry }: Config, pid: Pid): Retry =>
  retry.policy === 'leader' ? retry : (ownRetry.get(pid) ?? retry);

function schedulerOf(
  { schedule, delivery }: PaxosSetup,
  members: readonly Pid[],
  names: ReadonlyMap<Pid, string>,
): Config['scheduler'] {
  if (schedule === undefined) return null;
  if (delivery !== 'by-hand') throw new SetupRefused('schedule', 'messages are not kept for it');
  const script = readScript(schedule, names);
  if ('fault' in script) throw new SetupRefused(`schedule.rows[${script.row}]`, script.fault);
  const every = Math.round((schedule.everyMs ?? 10) * MS);
  return { pid: Math.max(0, ...members) + 1, script, every };
}

/** Whose ballot this number is; null for none, and when proposers have no numbers of their own. */
export function ownerOf({ proposers, flaws }: Config, ballot: Ballot): Pid | null {
  if (ballot <= 0 || flaws.shareBallots || proposers.length === 0) return null;
  return proposers[roundOf(ballot, proposers.length).index] ?? null;
}

export const has = (pids: readonly Pid[], pid: Pid): boolean => pids.includes(pid);
