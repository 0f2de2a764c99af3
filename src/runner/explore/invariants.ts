import type { Judge, MessageSet } from './message-set.ts';
import type { Row } from './explorer.ts';

/** Invariants that a state of the message set shows, by their names in the specification. */
const broken = {
  /** At most one value is chosen. */
  'I-Agreement': disagreement,
  /** At most one value has votes, or an Accept, at one ballot. */
  'I-OneValuePerBallot': twoValues,
  /** An Accept at b: the promises of a quorum at b or above allow its value. */
  'I-P2c': unjustified,
  /** A vote at b: at every lower ballot, no other value can be chosen any more. */
  'I-Safe': unsafe,
  /** No vote above the promise. */
  'I-Type': voteAbovePromise,
} as const satisfies Readonly<Record<string, (model: MessageSet, row: Row) => boolean>>;

export type Invariant = keyof typeof broken;
export const invariants = Object.keys(broken) as readonly Invariant[];

/** Judges states by these invariants: the verdict is the place in the list, from 1, of a broken one. */
export function judgeBy(names: readonly Invariant[]): Judge {
  const predicates = names.map((name) => broken[name]);
  const [only] = predicates;
  if (predicates.length === 1 && only !== undefined) {
    return (model, row) => (only(model, row) ? 1 : 0);
  }
  return (model, row) => predicates.findIndex((predicate) => predicate(model, row)) + 1;
}

/** The mask of chosen proposals: those with the votes of a quorum. */
export function chosen({ quorums, acceptors: { votes } }: MessageSet, row: Row): number {
  let mask = 0;
  for (const quorum of quorums) {
    let common = -1;
    for (const place of quorum) common &= votes[row[place + 1] as number] as number;
    mask |= common;
  }
  return mask;
}

function disagreement(model: MessageSet, row: Row): boolean {
  const mask = chosen(model, row);
  // With one proposal chosen, or none, there is nothing to compare.
  if ((mask & (mask - 1)) === 0) return false;
  const { proposals } = model;
  let values = 0;
  for (let value = 0; value < proposals.values.length; value++) {
    if ((mask & proposals.ofValue(value)) !== 0) values++;
  }
  return values > 1;
}

function twoValues({ proposals, proposers, acceptors, width }: MessageSet, row: Row): boolean {
  let mask = 0;
  for (const codes of proposers.part(row[0] as number).sent) mask |= codes;
  for (let place = 1; place < width; place++) mask |= acceptors.votes[row[place] as number] ?? 0;
  const values = proposals.values.length;
  const ofBallot = (1 << values) - 1;
  for (let ballot = 0; ballot < proposals.ballots; ballot++) {
    const here = (mask >> (ballot * values + 1)) & ofBallot;
    if ((here & (here - 1)) !== 0) return true;
  }
  return false;
}

function unjustified(model: MessageSet, row: Row): boolean {
  const { proposals, proposers, acceptors, quorums, width } = model;
  const { attempts } = model.configuration;
  const parts = Array.from(row.subarray(1, width), (number) => acceptors.part(number));
  const sent = proposers.part(row[0] as number).sent.reduce((all, codes) => all | codes, 0);
  return bitsOf(sent).some((code) => {
    const ballot = proposals.ballotOf(code);
    const below = (1 << proposals.code(ballot, proposals.values[0] ?? null)) - 1;
    const hasPromised = (place: number): boolean =>
      (parts[place]?.acceptor.promised ?? 0) >= ballot ||
      attempts.some((each, at) => each.ballot >= ballot && parts[place]?.promises[at] !== 0);
    return !quorums.some((quorum) => {
      if (!quorum.every(hasPromised)) return false;
      const votes = quorum.reduce((all, place) => all | ((parts[place]?.votes ?? 0) & below), 0);
      return votes === 0 || proposals.valueOf(31 - Math.clz32(votes)) === proposals.valueOf(code);
    });
  });
}

/** The bits of a mask. */
const bitsOf = (mask: number): number[] =>
  Array.from({ length: 31 }, (_, bit) => bit).filter((bit) => (mask & (1 << bit)) !== 0);

function unsafe({ proposals, acceptors, quorums, width }: MessageSet, row: Row): boolean {
  const parts = Array.from(row.subarray(1, width), (number) => acceptors.part(number));
  const votes = parts.reduce((all, part) => all | part.votes, 0);
  for (let code = 1; code < proposals.count; code++) {
    if ((votes & (1 << code)) === 0) continue;
    const value = proposals.valueOf(code);
    for (let lower = 1; lower < proposals.ballotOf(code); lower++) {
      const mine = 1 << proposals.code(lower, value);
      const any =
        ((1 << proposals.values.length) - 1) << ((lower - 1) * proposals.values.length + 1);
      const holds = (place: number): boolean => {
        const part = parts[place];
        if (part === undefined) return false;
        return (
          (part.votes & mine) !== 0 || (part.acceptor.promised > lower && (part.votes & any) === 0)
        );
      };
      if (!quorums.some((quorum) => quorum.every(holds))) return true;
    }
  }
  return false;
}

function voteAbovePromise({ acceptors, width }: MessageSet, row: Row): boolean {
  for (let place = 1; place < width; place++) {
    const { promised, accBallot } = acceptors.part(row[place] as number).acceptor;
    if (accBallot > promised) return true;
  }
  return false;
}
