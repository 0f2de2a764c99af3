/** What stores promise, by the invariants’ names. */
export const invariants = {
  'C-Linearizable': {
    name: 'Linearizable',
    says: 'All requests have one order that keeps time: each read returns the write before it, and what had returned comes before what was called later.',
  },
  'C-Writes': {
    name: 'Writes in the order of time',
    says: 'Writes took effect in an order that keeps time: none was called after another one had returned, and took effect before it.',
  },
  'C-Sequential': {
    name: 'Sequential for each client',
    says: 'All requests have one order that keeps each client’s own: each read returns the write before it.',
  },
  'C-Monotonic': {
    name: 'No client sees time go back',
    says: 'A client that has seen a write does not see later what was there before it.',
  },
  'C-NotLost': {
    name: 'Nothing acknowledged is lost',
    says: 'An acknowledged write is still there, or was written over by somebody who knew it, or at the same time.',
  },
} as const;

/** What is said when one of them does not hold; `text`: which requests. */
export const broken = {
  'C-Linearizable': 'The requests cannot be put into one order that keeps time: {text}.',
  'C-Writes': 'Writes took effect in another order than they were made: {text}.',
  'C-Sequential': 'The requests cannot be put into one order that keeps each client’s own: {text}.',
  'C-Monotonic': 'A client has seen time go back: {text}.',
  'C-NotLost': 'An acknowledged write is lost: {text}.',
} as const;
