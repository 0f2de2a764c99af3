/** Mistakes of programs, by the mutants’ names. */
export const rules = {
  'no-second-look': 'Who is woken takes the lock without a second look',
  'watch-the-parent': 'Waiters watch all children instead of the one before them',
  'delete-foreign-key': 'After its session a client still deletes the lock node',
  'retry-create-blindly': 'A create that was lost is made again without a look',
  'hold-when-disconnected': 'A holder goes on when it is told Disconnected',
  'read-before-sync': 'A reader does not sync first',
  'watch-as-data': 'A watch event is taken for the new value',
  'take-without-looking': 'A consumer takes an item that it could not delete',
  'enter-at-once': 'A client enters the double barrier without waiting',
  'leave-at-once': 'A client leaves the double barrier without waiting',
  'ignore-tokens': 'A storage does not compare tokens',
  'decide-alone': 'A site decides without the coordinator’s word',
} as const;
