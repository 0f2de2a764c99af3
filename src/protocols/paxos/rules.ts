/**
 * The rules of single-decree Paxos as pure functions, named as the papers name them [Lamport, Paxos
 * Made Simple, 2001; tlaplus/Examples, Paxos.tla]. Machines, invariants, search and drawings all
 * use these and no others. Ballots are whole numbers from 1; 0 means "none".
 */

export type Ballot = number;
export type Value = string;

/** What an acceptor must never forget: `maxBal`, `maxVBal`, `maxVal` of Paxos.tla. */
export interface Acceptor {
  /** The highest ballot it has promised, 0 at first. */
  readonly promised: Ballot;
  /** The ballot of its newest vote, 0 before the first one; then `accValue` is null. */
  readonly accBallot: Ballot;
  readonly accValue: Value | null;
}

export const freshAcceptor: Acceptor = { promised: 0, accBallot: 0, accValue: null };

/** What a promise says of the past, and a proposal for a value: a ballot and a value. */
export interface Proposal {
  readonly ballot: Ballot;
  readonly value: Value;
}

/** The vote that a promise reports. */
export type Report = Pick<Acceptor, 'accBallot' | 'accValue'>;

/** Which rules are left out (mutants). */
export interface PaxosFlaws {
  /** Prepare is granted at equality too: one ballot number may get two promises (P-X1). */
  readonly grantEqualPrepare: boolean;
  /** Proposers do not have numbers of their own (P-X1). */
  readonly shareBallots: boolean;
  /** A proposer keeps its own value whatever is reported (P-X2). */
  readonly ignoreReports: boolean;
  /** An acceptor accepts below its promise (P-X3). */
  readonly acceptBelowPromise: boolean;
  /** The value of the lowest reported ballot is adopted (P-X4). */
  readonly adoptLowest: boolean;
  /** Accepting does not raise the promise, and a later Accept overwrites a higher vote (P-X6). */
  readonly acceptWithoutPromise: boolean;
  /** Half of the acceptors is enough (P-X7). */
  readonly halfIsQuorum: boolean;
  /** Accept needs a ballot above the promise: safe, but nothing is ever chosen. */
  readonly refuseEqualAccept: boolean;
}

/** What a crash takes besides what had not reached the disk (mutants). */
export interface Forgotten {
  /** An acceptor's promises and votes: they were never written (P-X5). */
  readonly forgetVotes: boolean;
  /** A proposer's ballot: it uses the number again. */
  readonly forgetBallot: boolean;
}

export const soundRules: PaxosFlaws = {
  grantEqualPrepare: false,
  shareBallots: false,
  ignoreReports: false,
  acceptBelowPromise: false,
  adoptLowest: false,
  acceptWithoutPromise: false,
  halfIsQuorum: false,
  refuseEqualAccept: false,
};

/** More than half [specification 0.5]. */
export const quorumOf = (acceptors: number, flaws: PaxosFlaws = soundRules): number =>
  flaws.halfIsQuorum ? Math.ceil(acceptors / 2) : Math.floor(acceptors / 2) + 1;

/**
 * Phase 1b: promises a ballot above all it has promised before. The promise reports
 * (`accBallot`, `accValue`).
 * @returns the acceptor after it, or null when it gives no promise
 */
export function onPrepare(
  acceptor: Acceptor,
  ballot: Ballot,
  flaws: PaxosFlaws = soundRules,
): Acceptor | null {
  const { promised, accBallot, accValue } = acceptor;
  if (ballot < promised || (ballot === promised && !flaws.grantEqualPrepare)) return null;
  return { promised: ballot, accBallot, accValue };
}

/**
 * Phase 2b: accepts unless it has promised a higher ballot. Equality must be allowed, for the
 * ballot that got the promise has to pass phase 2.
 * @returns the acceptor after it, or null when it refuses
 */
export function onAccept(
  acceptor: Acceptor,
  ballot: Ballot,
  value: Value,
  flaws: PaxosFlaws = soundRules,
): Acceptor | null {
  const { promised } = acceptor;
  if (ballot < promised && !flaws.acceptBelowPromise) return null;
  if (ballot === promised && flaws.refuseEqualAccept) return null;
  const raised = flaws.acceptWithoutPromise ? promised : Math.max(promised, ballot);
  return { promised: raised, accBallot: ballot, accValue: value };
}

/** Phase 2a: the value of the highest ballot reported by a quorum; its own when there is none. */
export function chooseValue(
  reports: readonly Report[],
  own: Value,
  flaws: PaxosFlaws = soundRules,
): Value {
  if (flaws.ignoreReports) return own;
  let best: Report | null = null;
  for (const report of reports) {
    if (report.accValue === null) continue;
    const isBetter =
      best === null ||
      (flaws.adoptLowest ? report.accBallot < best.accBallot : report.accBallot > best.accBallot);
    if (isBetter) best = report;
  }
  return best?.accValue ?? own;
}

/**
 * The smallest ballot of a proposer's own numbers above `seen`: proposer `index` of `proposers`
 * uses r·P + i + 1 for r = 0, 1, 2 … [specification 1.5].
 */
export function nextBallot(
  index: number,
  proposers: number,
  seen: Ballot,
  flaws: PaxosFlaws = soundRules,
): Ballot {
  const first = (flaws.shareBallots ? 0 : index) + 1;
  if (seen < first) return first;
  return first + (Math.floor((seen - first) / proposers) + 1) * proposers;
}

/** The same order as pairs: which round of which proposer (by index) a ballot is. */
export const roundOf = (ballot: Ballot, proposers: number): { round: number; index: number } => ({
  round: Math.floor((ballot - 1) / proposers),
  index: (ballot - 1) % proposers,
});
