import { flawsOf } from './flaws.ts';
import type { Flaws } from './flaws.ts';
import type { Mutant } from '../../protocols/paxos/mutants.ts';

/** The smallest world in which it shows that a rule is off. */
interface World {
  readonly servers: number;
  readonly ballots: number;
  /** Safe, but nothing is ever chosen: that is what the search is to find. */
  readonly dead: boolean;
}

export interface Break extends World {
  readonly flaws: Flaws;
}

const usual: World = { servers: 3, ballots: 2, dead: false };

const worlds: Readonly<Record<Mutant, World>> = {
  // Two proposers for each ballot.
  'share-ballots': { ...usual, ballots: 1 },
  'keep-own-value': usual,
  'accept-below-promise': usual,
  // The third ballot hears of two others.
  'adopt-lowest': { ...usual, ballots: 3 },
  'forget-disk': usual,
  // Its holder may propose any value, and does so twice.
  'forget-ballot': { ...usual, ballots: 1 },
  'accept-without-promise': { ...usual, ballots: 3 },
  'half-is-quorum': { ...usual, servers: 4 },
  'refuse-equal-accept': { ...usual, dead: true },
};

/** What to explore when this rule is off. */
export const breakOf = (mutant: Mutant): Break => ({
  ...worlds[mutant],
  flaws: flawsOf(new Set([mutant])),
});
