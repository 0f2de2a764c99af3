/**
 * Rules that can be switched off, to see what they were good for. `runs`: random runs until it is
 * found, the median of fifteen.
 */
export const mutants = {
  'answer-before-disk': {
    caughtBy: 'C-Success',
    runs: 2,
    reach:
      'The server answers before the new value is on its disk: a crash in between undoes a call that its caller takes for done.',
  },
  'forget-call-ids': {
    caughtBy: 'C-Once',
    runs: 4,
    reach:
      'A server that should know repeated calls forgets their ids: a call whose answer was lost is carried out again by the retry. Only where `deduplicate` is set.',
  },
} as const satisfies Readonly<
  Record<string, { readonly caughtBy: string; readonly runs: number; readonly reach: string }>
>;

export type Mutant = keyof typeof mutants;

export const isMutant = (name: string): name is Mutant => Object.hasOwn(mutants, name);
