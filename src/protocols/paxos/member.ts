/** The state of a process: immutable; a rule makes the next one with {@link edit}. */
import type { Edit } from '../../kernel/edit.ts';
import type { Pid } from '../../view/time.ts';
import type { Config } from './config.ts';
import { has } from './config.ts';
import type { Acceptor, Ballot, Proposal, Report, Value } from './rules.ts';
import { freshAcceptor } from './rules.ts';

/** What a crash leaves. */
export interface Disk {
  readonly acceptor: Acceptor;
  /** The last ballot that this proposer has begun. */
  readonly ballot: Ballot;
}

export const blankDisk: Disk = { acceptor: freshAcceptor, ballot: 0 };

/** A promise as its proposer holds it. */
export interface HeldPromise extends Report {
  readonly from: Pid;
}

export interface Proposer {
  /** What its client wants; null without one. */
  readonly own: Value | null;
  /** The present ballot, 0 before the first one. */
  readonly ballot: Ballot;
  /** The highest ballot that it has used or heard of. */
  readonly seen: Ballot;
  readonly promises: readonly HeldPromise[];
  /** What it proposes in this ballot; null in phase 1. */
  readonly value: Value | null;
  readonly accepts: readonly Pid[];
  /** Ballots that failed since it last had success. */
  readonly failures: number;
  /** Ballots begun since the start of the process. */
  readonly rounds: number;
  /** Its last refusal: by whom, and what that one had promised. */
  readonly refusal: { readonly by: Pid; readonly promised: Ballot } | null;
  /** Whom it takes for the leader, by index. */
  readonly leader: number;
  /** Who forwarded a value and waits for the outcome. */
  readonly clients: readonly Pid[];
  /** The value chosen, as it knows: a quorum accepted, or somebody said so. */
  readonly outcome: Value | null;
}

export interface Learner {
  /** The newest vote heard of each acceptor. */
  readonly reports: readonly (Proposal & { readonly from: Pid })[];
  readonly learned: Proposal | null;
}

/** A scheduler's place in its script. */
export interface Scheduler {
  /** The row it is at; null when the script is over. */
  readonly row: number | null;
  /** What it does next: delivers the row's request, then the answer, then the row is done. */
  readonly next: 'request' | 'answer' | 'done';
  /** Rows delivered since the start. */
  readonly done: number;
}

export class Member {
  readonly config: Config;
  readonly pid: Pid;
  /** As it will be when every sync under way is done; null without this role. */
  readonly acceptor: Acceptor | null;
  /** What it has said or may say to others: all of this is on disk. */
  readonly kept: Acceptor | null;
  readonly proposer: Proposer | null;
  readonly learner: Learner | null;
  readonly scheduler: Scheduler | null;
  /** Messages of the algorithm that came from other processes since the start. */
  readonly received: number;
  /** Requests that its acceptor has refused since the start. */
  readonly refused: number;

  constructor(from: Member | Omit<Member, never>) {
    this.config = from.config;
    this.pid = from.pid;
    this.acceptor = from.acceptor;
    this.kept = from.kept;
    this.proposer = from.proposer;
    this.learner = from.learner;
    this.scheduler = from.scheduler;
    this.received = from.received;
    this.refused = from.refused;
  }
}

/** A copy to be changed by the rule that asked for it, and by nobody afterwards. */
export const edit = (s: Member): Edit<Member> => new Member(s);

/** A process that starts with this disk. */
export function bootMember(config: Config, pid: Pid, disk: Disk): Member {
  const { scheduler } = config;
  const acceptor = has(config.acceptors, pid) ? disk.acceptor : null;
  return new Member({
    config,
    pid,
    acceptor,
    kept: acceptor,
    proposer: has(config.proposers, pid) ? bootProposer(config, pid, disk) : null,
    learner: has(config.learners, pid) ? { reports: [], learned: null } : null,
    scheduler: scheduler?.pid === pid ? { row: 0, next: 'request', done: 0 } : null,
    received: 0,
    refused: 0,
  });
}

const bootProposer = (config: Config, pid: Pid, { ballot }: Disk): Proposer => ({
  own: config.values.get(pid) ?? null,
  ballot,
  seen: ballot,
  promises: [],
  value: null,
  accepts: [],
  failures: 0,
  rounds: 0,
  refusal: null,
  leader: 0,
  clients: [],
  outcome: null,
});

/** The disk as it is to be; what a broken rule forgets is never written. */
export const diskOf = ({ acceptor, proposer, config: { broken } }: Member): Disk => ({
  acceptor: broken.has('forget-disk') ? freshAcceptor : (acceptor ?? freshAcceptor),
  ballot: broken.has('forget-ballot') ? 0 : (proposer?.ballot ?? 0),
});

/** @throws TypeError in a process without this role */
export function proposerOf(s: Member): Proposer {
  if (s.proposer === null) throw new TypeError(`${s.pid} does not propose`);
  return s.proposer;
}

export function acceptorOf(s: Member): Acceptor {
  if (s.acceptor === null) throw new TypeError(`${s.pid} does not accept`);
  return s.acceptor;
}

export function learnerOf(s: Member): Learner {
  if (s.learner === null) throw new TypeError(`${s.pid} does not learn`);
  return s.learner;
}

export function withProposer(s: Member, change: Partial<Proposer>): Member {
  const next = edit(s);
  next.proposer = { ...proposerOf(s), ...change };
  return next;
}
