/** What can still be chosen, as far as the acceptors' promises and votes decide it. */
import type { Pid } from '../../view/time.ts';
import type { Acceptor, Proposal, Report, Value } from './rules.ts';

export type Prospect = 'chosen' | 'possible' | 'impossible';

/**
 * For each value: `chosen` when a quorum holds votes for it at one ballot; `possible` when some
 * continuation of the algorithm chooses it; otherwise `impossible`. In a continuation acceptors get
 * the Accepts that are `issued` (or will be: a proposer may have its quorum of promises already), in
 * any order or never, and new ballots find their quorum of promises from now on.
 *
 * A continuation chooses v exactly if v can become the newest vote of a quorum, whence a higher
 * ballot that asks this quorum has to take it:
 * - some quorum has voted for nothing (then every proposer's value is possible), or
 * - for a proposal (b, v) that an acceptor has voted for, or whose Accept is `issued`, there is a
 *   quorum in which nobody has voted above b, or at b for another value, and in which somebody has
 *   voted for (b, v) or still may, having promised nothing above b.
 *
 * Acceptors that are down count with what is on their disk: they may come back.
 */
export function outlook(
  acceptors: readonly Acceptor[],
  quorum: number,
  values: readonly Value[],
  issued: readonly Proposal[] = [],
): ReadonlyMap<Value, Prospect> {
  const isOpen = acceptors.filter(({ accBallot }) => accBallot === 0).length >= quorum;
  const found = new Map<Value, Prospect>();
  for (const value of values) found.set(value, isOpen ? 'possible' : 'impossible');
  for (const { ballot, value } of issued) consider(acceptors, quorum, ballot, value, found);
  for (const { accBallot, accValue } of acceptors) {
    if (accValue !== null) consider(acceptors, quorum, accBallot, accValue, found);
  }
  return found;
}

function consider(
  acceptors: readonly Acceptor[],
  quorum: number,
  ballot: number,
  value: Value,
  found: Map<Value, Prospect>,
): void {
  let votes = 0;
  let inQuorum = 0;
  let reached = false;
  for (const { promised, accBallot, accValue } of acceptors) {
    const voted = accBallot === ballot && accValue === value;
    if (voted) votes++;
    if (!voted && accBallot >= ballot) continue;
    inQuorum++;
    if (voted || promised <= ballot) reached = true;
  }
  const known = found.get(value) ?? 'impossible';
  if (votes >= quorum || known === 'chosen') found.set(value, 'chosen');
  else if ((inQuorum >= quorum && reached) || known === 'possible') found.set(value, 'possible');
  else found.set(value, 'impossible');
}

/** An acceptor as far as it matters here, and who it is. */
export type Voter = Acceptor & From;

interface From {
  readonly from: Pid;
}

/**
 * The quorum of promises that binds a proposer of `ballot` least, given the promises that it has:
 * the missing ones come from acceptors that have not promised more, first from those without a vote,
 * then from those with the oldest. Null when a quorum can no longer come together.
 */
export function completed(
  promises: readonly (Report & From)[],
  ballot: number,
  quorum: number,
  acceptors: readonly Voter[],
): readonly Report[] | null {
  const missing = quorum - promises.length;
  if (missing <= 0) return promises;
  const given = new Set(promises.map(({ from }) => from));
  const may = acceptors
    .filter(({ from, promised }) => !given.has(from) && promised <= ballot)
    .toSorted((a, b) => a.accBallot - b.accBallot);
  return may.length < missing ? null : [...promises, ...may.slice(0, missing)];
}
