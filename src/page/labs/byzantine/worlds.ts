/** Two worlds that are one to L1 of three generals: C tells the two of them different orders, or L2 says so of it. */
import type { Outcome } from '../../../view/byzantine-ask.ts';
import type { ByzantineSetup, TieRule } from '../../../view/byzantine-setup.ts';
import { useAnswerOf } from './use-setup.ts';

export const RULES: readonly TieRule[] = ['default', 'commander', 'other'];

/** Pids of three generals. */
export const THREE = { commander: 1, self: 2, other: 3 };
export const VALUES: readonly [string, string] = ['A', 'R'];

/** B-3C and B-3L: who lies in each of them. */
const WORLDS = [
  { traitors: [THREE.commander], strategy: 'split' },
  { traitors: [THREE.other], strategy: 'flip' },
] as const satisfies readonly Partial<ByzantineSetup>[];

/** The run of this world with this rule for a tie. */
export const worldSetup = (world: 0 | 1, tie: TieRule): ByzantineSetup => ({
  generals: 3,
  rounds: 1,
  tie,
  ...WORLDS[world],
});

const QUESTION = {
  ask: 'outcomes',
  setups: RULES.flatMap((tie) => ([0, 1] as const).map((world) => worldSetup(world, tie))),
} as const;

export interface RuleRow {
  readonly rule: TieRule;
  /** In the world where C lies, and in the one where L2 does. */
  readonly worlds: readonly [Outcome, Outcome];
}

/** Each rule in each world, as it came out; null: it has not come yet. */
export const useWorlds = (): readonly RuleRow[] | null => {
  const answer = useAnswerOf(QUESTION);
  if (answer === null) return null;
  const rows = RULES.flatMap((rule, i): readonly RuleRow[] => {
    const [one, other] = [answer.outcomes[2 * i], answer.outcomes[2 * i + 1]];
    return one === undefined || other === undefined ? [] : [{ rule, worlds: [one, other] }];
  });
  return rows.length === RULES.length ? rows : null;
};
