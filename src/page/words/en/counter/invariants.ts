/** What each invariant of the counter says. */
export const invariants = {
  'C-Success': {
    name: 'What is answered is done',
    says: 'A call that its caller counts as success is in the server’s log on disk.',
  },
  'C-Failure': {
    name: 'What is refused is not done',
    says: 'Where calls have ids, a call that its caller counts as failure was never carried out.',
  },
  'C-Sum': {
    name: 'The counter is its log',
    says: 'The counter on disk is the sum of the calls in its log.',
  },
  'C-Once': {
    name: 'At most once',
    says: 'Where calls have ids, no call is carried out more than once, however often it is sent.',
  },
} as const;
