/**
 * Mutants: each switches one rule off. They serve the lesson "break it yourself" and prove that the
 * invariants can fail. `caughtBy` names the first invariant that a suitable run breaks.
 */
export interface MutantInfo {
  readonly caughtBy: string;
  /** Random runs until it is found: the median, as measured fifteen times. */
  readonly runs: number;
  /** What a run needs to show it. */
  readonly reach: string;
}

export const mutants = {
  'reply-before-sync': {
    caughtBy: 'Acknowledged-Kept',
    runs: 4,
    reach:
      'A write is applied and answered before it is on disk: the server crashes in between, and what was acknowledged is gone.',
  },
  'keep-ephemerals': {
    caughtBy: 'Ephemerals-Owned',
    runs: 7,
    reach: 'A session ends, by close or expiry, and its ephemeral nodes stay.',
  },
  'watch-twice': {
    caughtBy: 'Watch-Once',
    runs: 10,
    reach: 'A one-shot watch is not taken away when it fires: the second change is told too.',
  },
  'watch-after-reply': {
    caughtBy: 'Watch-Before-Read',
    runs: 13,
    reach:
      'Events leave only with the next request: a client reads the new state before it hears of the change.',
  },
  'sequential-reuse': {
    caughtBy: 'Sequence-Grows',
    runs: 26,
    reach:
      "A sequential name takes the parent's number of children instead of its counter: after a deletion a number comes again.",
  },
  'forget-outstanding': {
    caughtBy: 'Tree-Is-Log',
    runs: 4,
    reach:
      'A write is prepared against the tree alone, without what stands before it in the pipeline: two requests at once contradict each other.',
  },
  'expire-early': {
    caughtBy: 'Expiry-Not-Before',
    runs: 1,
    reach: 'Deadlines are rounded down to a tick: a session expires before its timeout.',
  },
  'expire-on-disconnect': {
    caughtBy: 'Expiry-Not-Before',
    runs: 2,
    reach: 'A broken connection ends its session at once, and its ephemeral nodes with it.',
  },
  'reuse-zxid': {
    caughtBy: 'Zxids-Increase',
    runs: 1,
    reach: 'A failed write takes no zxid of its own: the next transaction has the same one.',
  },
  'answer-out-of-order': {
    caughtBy: 'Replies-In-Order',
    runs: 1,
    reach: 'Reads overtake the writes that wait for the disk, those of the same client too.',
  },
} as const satisfies Readonly<Record<string, MutantInfo>>;

export type Mutant = keyof typeof mutants;

export const isMutant = (name: string): name is Mutant => Object.hasOwn(mutants, name);
