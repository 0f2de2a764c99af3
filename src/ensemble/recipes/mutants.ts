/**
 * Mistakes that programs make: each stands in the built-in recipes as what a step is when the rule is
 * switched off. `runs`: random runs until it is found, the median of nine.
 */
export const recipeMutants = {
  'no-second-look': {
    caughtBy: 'R-OneHolder',
    runs: 3,
    reach:
      'Woken by the node before its own, a client takes the lock without looking whether it is first now: a waiter in the middle may have died.',
  },
  'watch-the-parent': {
    caughtBy: 'R-OneWoken',
    runs: 1,
    reach:
      'A waiter in the queue watches all children instead of the one before it: each release wakes everybody.',
  },
  'delete-foreign-key': {
    caughtBy: 'R-OwnKey',
    runs: 2,
    reach:
      'After its session has ended, a client still deletes the one lock node, which is another’s by then.',
  },
  'retry-create-blindly': {
    caughtBy: 'R-NoSelfWait',
    runs: 2,
    reach:
      'A create that ends with ConnectionLoss is made again without looking for the guid in the names: the client waits for a node of its own.',
  },
  'hold-when-disconnected': {
    caughtBy: 'R-OneBeliever',
    runs: 3,
    reach: 'A holder that is told Disconnected goes on as if it held the lock.',
  },
  'read-before-sync': {
    caughtBy: 'R-Fresh',
    runs: 5,
    reach:
      'A reader that must see what was acknowledged does not let its server catch up first. Only in an ensemble.',
  },
  'watch-as-data': {
    caughtBy: 'R-LastValue',
    runs: 3,
    reach:
      'A subscriber takes each event for one change and computes the new value instead of reading it: events coalesce.',
  },
  'take-without-looking': {
    caughtBy: 'R-ItemOnce',
    runs: 1,
    reach: 'A consumer whose delete comes too late takes the item all the same.',
  },
  'enter-at-once': {
    caughtBy: 'R-BarrierEnter',
    runs: 1,
    reach: 'A client enters the double barrier without waiting for the others.',
  },
  'leave-at-once': {
    caughtBy: 'R-BarrierLeave',
    runs: 1,
    reach: 'A client leaves the double barrier while others still work in it.',
  },
  'decide-alone': {
    caughtBy: 'R-Atomic',
    runs: 1,
    reach: 'A site of the commit in two phases does not wait for the coordinator’s word.',
  },
  'ignore-tokens': {
    caughtBy: 'R-Fenced',
    runs: 1,
    reach:
      'A storage accepts a write whose token is smaller than one that it has seen: of a holder that has slept and trusts its lease.',
  },
} as const satisfies Readonly<
  Record<string, { readonly caughtBy: string; readonly runs: number; readonly reach: string }>
>;

export type RecipeMutant = keyof typeof recipeMutants;

export const isRecipeMutant = (name: string): name is RecipeMutant =>
  Object.hasOwn(recipeMutants, name);
