import { quorumOf } from '../../protocols/paxos/rules.ts';
import type { Proposal, Value } from '../../protocols/paxos/rules.ts';
import type { AcceptorTarget, Forbidden } from '../../view/reach.ts';

/**
 * The rule that explains why acceptors can't ever look like this under sound rules. Each is sure:
 * what it forbids no run reaches. Null when no single rule says it: then only the search can tell.
 * @param own what each proposer may want; their ballots take turns
 */
export function forbiddenBy(
  targets: readonly AcceptorTarget[],
  own: readonly (readonly Value[])[],
): Forbidden | null {
  for (const [place, { promised, accepted }] of targets.entries()) {
    if (typeof accepted === 'string') continue;
    const show = { acceptors: [place], proposals: [accepted], at: null };
    if (!own.flat().includes(accepted.value)) return { ...show, rule: 'I-Validity' };
    if (promised !== 'any' && accepted.ballot > promised) return { ...show, rule: 'I-Type' };
  }
  return (
    twoValues(targets) ?? notReported(targets, own) ?? unproposable(targets) ?? unsafe(targets)
  );
}

function twoValues(targets: readonly AcceptorTarget[]): Forbidden | null {
  for (const [place, one] of votes(targets)) {
    for (const [other, two] of votes(targets)) {
      if (one.ballot !== two.ballot || one.value === two.value) continue;
      const acceptors = [place, other];
      return { rule: 'I-OneValuePerBallot', acceptors, proposals: [one, two], at: null };
    }
  }
  return null;
}

/** A proposer proposes a value of its own, unless a report says another: then that has votes below. */
function notReported(
  targets: readonly AcceptorTarget[],
  own: readonly (readonly Value[])[],
): Forbidden | null {
  const painted = new Map(votes(targets).map(([place, vote]) => [vote.ballot, { place, vote }]));
  const below = new Set<Value>();
  for (let ballot = 1; ballot <= Math.max(0, ...painted.keys()); ballot++) {
    const mine = own[(ballot - 1) % own.length] ?? [];
    const { place, vote } = painted.get(ballot) ?? {};
    if (vote === undefined) for (const value of mine) below.add(value);
    else if (mine.includes(vote.value)) below.add(vote.value);
    else if (!below.has(vote.value)) {
      return { rule: 'I-P2c', acceptors: [place as number], proposals: [vote], at: null };
    }
  }
  return null;
}

/** A proposal needs the promises of a quorum, and promises don't sink. */
function unproposable(targets: readonly AcceptorTarget[]): Forbidden | null {
  for (const [, vote] of votes(targets)) {
    const without = places(targets, ({ promised }) => promised !== 'any' && promised < vote.ballot);
    if (targets.length - without.length >= quorumOf(targets.length)) continue;
    return { rule: 'I-P2c', acceptors: without, proposals: [vote], at: null };
  }
  return null;
}

/**
 * A vote for v at b needs, at every lower ballot, a quorum each of which voted for v there or cannot
 * vote there any more. Who holds another vote there, or could still cast one, is not in it.
 */
function unsafe(targets: readonly AcceptorTarget[]): Forbidden | null {
  for (const [, vote] of votes(targets)) {
    for (let lower = 1; lower < vote.ballot; lower++) {
      const against = places(targets, ({ promised, accepted }) => {
        if (typeof accepted !== 'string' && accepted.ballot === lower) {
          return accepted.value !== vote.value;
        }
        return promised !== 'any' && promised <= lower;
      });
      if (targets.length - against.length >= quorumOf(targets.length)) continue;
      const others = votes(targets)
        .map(([, other]) => other)
        .filter(({ ballot, value }) => ballot === lower && value !== vote.value);
      const proposals = [vote, ...others.slice(0, 1)];
      return { rule: 'I-Safe', acceptors: against, proposals, at: lower };
    }
  }
  return null;
}

const votes = (targets: readonly AcceptorTarget[]): [place: number, vote: Proposal][] =>
  [...targets.entries()].flatMap(([place, { accepted }]) =>
    typeof accepted === 'string' ? [] : [[place, accepted] as [number, Proposal]],
  );

const places = (
  targets: readonly AcceptorTarget[],
  test: (target: AcceptorTarget) => boolean,
): number[] => [...targets.entries()].filter(([, target]) => test(target)).map(([place]) => place);
