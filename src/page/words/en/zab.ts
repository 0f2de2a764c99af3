/** What elections and the broadcast promise alike of epochs and of what is committed. */
export const invariants = {
  'Z-Fence': {
    name: 'A promised epoch binds',
    says: 'The epochs on a disk never decrease, and no server is in a later epoch than it has promised.',
  },
  'Z-Durable': {
    name: 'What is committed stays',
    says: 'Everything committed in earlier epochs is in the history of each established leader.',
  },
} as const;
