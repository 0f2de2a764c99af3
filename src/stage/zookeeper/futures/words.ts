import type { Say, Texts } from '../../say.ts';

/** Every visible word of the drawing of two futures that is the same in each. */
export const futuresWords = {
  /** Accessible name of a server in a future. */
  server: 'Server {sid} in future {letter}, {state}',
  epoch: 'epoch {epoch}',
  /** What somebody has of a write. */
  holds: '{who} {held}',
  held: {
    nothing: 'nothing',
    memory: 'in memory alone',
    logged: 'on disk',
    committed: 'committed',
    cut: 'cut off',
  },
  /** What a leader sent. */
  sent: {
    empty: '{how}, empty',
    only: '{how} {zxid}',
    more: '{how} {zxid}, {txns} more',
    behind: '{how}, {txns} more',
  },
  /** The small tree of both runs; who did something is one, or several. */
  write: 'write {write}',
  one: { died: '{who} dies', leads: '{who} leads', returns: '{who} returns' },
  several: { died: '{who} die', leads: '{who} lead', returns: '{who} return' },
  steps: '{letter} {steps}',
  /** Where there is but one future: how to get another. */
  other: 'Click another moment: its future will stand here.',
} as const satisfies Texts;

export type SayFutures = Say<typeof futuresWords>;
