import { flawsOf as rulesOff, forgottenBy } from '../../protocols/paxos/mutants.ts';
import type { Mutant } from '../../protocols/paxos/mutants.ts';
import { soundRules } from '../../protocols/paxos/rules.ts';
import type { Forgotten, PaxosFlaws } from '../../protocols/paxos/rules.ts';

/** What a search leaves out of the rules, and what a crash takes there besides. */
export type Flaws = PaxosFlaws & Forgotten;

export const noFlaws: Flaws = { ...soundRules, forgetVotes: false, forgetBallot: false };

/** The rules without those that these mutants switch off. */
export const flawsOf = (broken: ReadonlySet<Mutant>): Flaws => ({
  ...rulesOff(broken),
  ...forgottenBy(broken),
});
