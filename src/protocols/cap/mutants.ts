/**
 * Rules that can be switched off, to see what they were good for. `runs`: random runs until it is
 * found, the median of fifteen.
 */
export const capMutants = {
  'quorums-may-miss': {
    caughtBy: 'C-Linearizable',
    runs: 25,
    reach:
      'Reads of the quorum store ask so few that r + w = n: a read may ask none of those who have stored a completed write.',
  },
  'no-write-back': {
    caughtBy: 'C-Linearizable',
    runs: 2,
    reach:
      'Reads of the quorum store return what they found without storing it at a quorum first: the next read may find what was there before.',
  },
  'gossip-takes-anything': {
    caughtBy: 'C-Monotonic',
    runs: 2,
    reach:
      'A server of the last-writer-wins store takes what it is told without comparing stamps: gossip loses a newer write.',
  },
  'gossip-once': {
    caughtBy: 'C-Converges',
    runs: 3,
    reach:
      'A server of the last-writer-wins store tells the others of a write once and never again: whoever was cut off does not hear of it.',
  },
  'answer-before-copy': {
    caughtBy: 'C-Sequential',
    runs: 3,
    reach:
      'The primary answers a forwarded write before it sends the copy: whoever wrote may read what was there before.',
  },
  'answer-before-disk': {
    caughtBy: 'C-NotLost',
    runs: 21,
    reach:
      'Servers (all but ZooKeeper’s) answer before what they answer is on a disk: a loss of power takes an acknowledged write.',
  },
} as const satisfies Readonly<
  Record<string, { readonly caughtBy: string; readonly runs: number; readonly reach: string }>
>;

export type CapMutant = keyof typeof capMutants;

export const isCapMutant = (name: string): name is CapMutant => Object.hasOwn(capMutants, name);
