import { noFlaws } from './flaws.ts';
import type { Flaws } from './flaws.ts';
import { TooMuch } from './too-much.ts';
import { nextBallot, quorumOf } from '../../protocols/paxos/rules.ts';
import type { Ballot, Value } from '../../protocols/paxos/rules.ts';

/** A ballot that a proposer may start. */
export interface Attempt {
  /** The proposer's name. One proposer's attempts come in order, and a later one ends the earlier. */
  readonly proposer: string;
  readonly ballot: Ballot;
  /** What it may propose when it is free to; one run takes one of these. */
  readonly own: readonly Value[];
  /**
   * The place of the acceptor in the same process; null when there is none. It gets its messages as
   * every other one does, late or never; but a proposer begins no ballot at or below its promise.
   */
  readonly seat: number | null;
}

/** What is explored: a small world of Paxos. */
export interface Configuration {
  /** The acceptors' names. */
  readonly acceptors: readonly string[];
  readonly attempts: readonly Attempt[];
  readonly flaws: Flaws;
  /** How many times a process may lose its disk. */
  readonly wipes: number;
  /** Forget what no action asks for any more: fewer states, but votes are not kept either. */
  readonly lean: boolean;
}

export const namesOf = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);

const LETTERS = ['X', 'Y', 'Z', 'U', 'V', 'W'] as const;

/** `X`, `Y`, … @throws RangeError when there are not so many */
export function valueNames(count: number): Value[] {
  if (count > LETTERS.length) throw new TooMuch(`${count} values; at most ${LETTERS.length}`);
  return LETTERS.slice(0, count);
}

export interface MessageSetBounds {
  readonly acceptors: number;
  readonly values: number;
  readonly ballots: number;
  readonly flaws?: Flaws;
}

/**
 * The public module Paxos.tla: each ballot belongs to nobody else, and whoever holds it may propose
 * any value. Where ballots are not unique, two proposers hold each.
 */
export function messageSet(bounds: MessageSetBounds): Configuration {
  const { acceptors, values, ballots, flaws = noFlaws } = bounds;
  const all = valueNames(values);
  const holders = flaws.shareBallots ? 2 : 1;
  const attempts = Array.from({ length: ballots * holders }, (_, index): Attempt => ({
    proposer: `P${index + 1}`,
    ballot: Math.floor(index / holders) + 1,
    own: all,
    seat: null,
  }));
  return { acceptors: namesOf('A', acceptors), attempts, flaws, wipes: 0, lean: false };
}

/** Somebody who proposes. */
export interface Proposer {
  readonly name: string;
  /** What it may want. Without any it begins no ballot. */
  readonly values: readonly Value[];
}

/** As many as a mask has bits. */
const MOST_ATTEMPTS = 30;

/**
 * The processes of a lab: each proposer uses its own numbers in order, as far as the highest ballot,
 * and wants its own values. A proposer with the name of an acceptor is one process with it.
 * @throws RangeError when there are more attempts than can be told apart
 */
export function processes(
  acceptors: readonly string[],
  proposers: readonly Proposer[],
  ballots: number,
  options: { readonly flaws?: Flaws; readonly wipes?: number; readonly lean?: boolean } = {},
): Configuration {
  const { flaws = noFlaws, wipes = 0, lean = false } = options;
  const attempts = proposers
    .flatMap(({ name, values }, index) => {
      const place = acceptors.indexOf(name);
      const seat = place < 0 ? null : place;
      return numbersOf(index, proposers.length, values.length === 0 ? 0 : ballots, flaws).map(
        (ballot): Attempt => ({ proposer: name, ballot, own: values, seat }),
      );
    })
    .toSorted((one, other) => one.ballot - other.ballot);
  if (attempts.length > MOST_ATTEMPTS) {
    throw new TooMuch(
      `${attempts.length} ballots can be begun; at most ${MOST_ATTEMPTS} can be explored`,
    );
  }
  return { acceptors, attempts, flaws, wipes, lean };
}

/** The numbers that a proposer uses, up to the highest. */
function numbersOf(index: number, proposers: number, highest: Ballot, flaws: Flaws): Ballot[] {
  const numbers: Ballot[] = [];
  let next = nextBallot(index, proposers, 0, flaws);
  for (; next <= highest; next = nextBallot(index, proposers, next, flaws)) numbers.push(next);
  return numbers;
}

/** The places of acceptors that do not propose. */
export const interchangeable = ({ acceptors, attempts }: Configuration): number[] =>
  acceptors.map((_, place) => place).filter((place) => attempts.every((at) => at.seat !== place));

/** Every smallest set of acceptors (by place) that is a quorum. */
export function quorums({ acceptors, flaws }: Configuration): number[][] {
  const size = quorumOf(acceptors.length, flaws);
  const choose = (from: number, left: number): number[][] =>
    left === 0
      ? [[]]
      : Array.from({ length: Math.max(0, acceptors.length - from - left + 1) }, (_, skip) =>
          choose(from + skip + 1, left - 1).map((rest) => [from + skip, ...rest]),
        ).flat();
  return choose(0, size);
}

/** Proposals as bits of a mask: bit 0 is "none", then ballot by ballot, value by value. */
export class Proposals {
  readonly values: readonly Value[];
  readonly ballots: Ballot;
  readonly count: number;

  /** @throws RangeError when there are more proposals than a mask has bits */
  constructor({ attempts }: Configuration) {
    this.values = [...new Set(attempts.flatMap(({ own }) => own))];
    this.ballots = Math.max(0, ...attempts.map(({ ballot }) => ballot));
    this.count = this.ballots * this.values.length + 1;
    if (this.count > 31) {
      throw new TooMuch(
        `${this.ballots} ballots of ${this.values.length} values are ${this.count - 1} proposals; at most 30 can be explored`,
      );
    }
  }

  code(ballot: Ballot, value: Value | null): number {
    if (value === null) return 0;
    return (ballot - 1) * this.values.length + this.values.indexOf(value) + 1;
  }

  ballotOf(code: number): Ballot {
    return code === 0 ? 0 : Math.floor((code - 1) / this.values.length) + 1;
  }

  valueOf(code: number): Value | null {
    return code === 0 ? null : (this.values[(code - 1) % this.values.length] ?? null);
  }

  /** The proposals in a mask, as reports of promises. */
  reports(mask: number): { accBallot: Ballot; accValue: Value | null }[] {
    const reports = [];
    for (let code = 0; code < this.count; code++) {
      if ((mask & (1 << code)) === 0) continue;
      reports.push({ accBallot: this.ballotOf(code), accValue: this.valueOf(code) });
    }
    return reports;
  }

  /** The mask of all proposals of a value, by index. */
  ofValue(value: number): number {
    let mask = 0;
    for (let code = value + 1; code < this.count; code += this.values.length) mask |= 1 << code;
    return mask;
  }
}
