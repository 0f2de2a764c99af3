/**
 * Rules that can be switched off, to see what they were good for. `runs`: random runs until it is found,
 * the median of fifteen.
 */
export const mutants = {
  'default-for-majority': {
    caughtBy: 'IC2',
    runs: 9,
    reach:
      'A lieutenant that has heard more than one value takes the fixed one, whatever more than half of them say: one liar makes all retreat.',
  },
  'one-round-short': {
    caughtBy: 'IC1',
    runs: 8,
    reach:
      'Lieutenants decide a round too early: as many traitors as there should be rounds of relays, the commander among them, part the loyal ones.',
  },
  'believe-unsigned': {
    caughtBy: 'B-Unforgeable',
    runs: 3,
    reach:
      'A lieutenant believes a relay without looking at its signatures: a traitor invents an order. Only under SM.',
  },
} as const satisfies Readonly<
  Record<string, { readonly caughtBy: string; readonly runs: number; readonly reach: string }>
>;

export type Mutant = keyof typeof mutants;

export const isMutant = (name: string): name is Mutant => Object.hasOwn(mutants, name);
