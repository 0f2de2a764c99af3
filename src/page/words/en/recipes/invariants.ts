/** What recipes promise, by the invariants’ names. */
export const invariants = {
  'R-OneHolder': {
    name: 'One holder',
    says: 'Of all who take themselves for the holder, one at most has a node that still stands.',
  },
  'R-ReadersWriters': {
    name: 'Readers exclude writers',
    says: 'While the node of a writer that believes to hold the lock stands, so does that of no other holder.',
  },
  'R-Permits': {
    name: 'No more than the permits',
    says: 'No more hold a permit, with nodes that stand, than there are permits.',
  },
  'R-Turn': {
    name: 'Whoever believes has its turn',
    says: 'While its node stands, the tree gives a client what it takes itself for the holder of.',
  },
  'R-OneBeliever': {
    name: 'One believer',
    says: 'One client at most takes itself for the holder. A client that sleeps longer than its session breaks this: no lock service can promise it.',
  },
  'R-Fifo': {
    name: 'First come, first served',
    says: 'Turns come in the order of the nodes’ numbers.',
  },
  'R-OneWoken': {
    name: 'One is woken',
    says: 'The end of a node in the queue wakes one waiter at most.',
  },
  'R-NoSelfWait': {
    name: 'Nobody waits for itself',
    says: 'No client waits for the end of a node of its own session.',
  },
  'R-OwnKey': {
    name: 'Only its own',
    says: 'Nobody deletes the lock node of another session.',
  },
  'R-Fresh': {
    name: 'Nothing acknowledged is missed',
    says: 'A read that syncs first shows every write that was acknowledged before it.',
  },
  'R-LastValue': {
    name: 'The last value arrives',
    says: 'What a subscriber takes for the value is the value, once nothing has changed for long.',
  },
  'R-NoLostWakeUp': {
    name: 'No wake-up is lost',
    says: 'No connected client goes on waiting for what has happened long ago.',
  },
  'R-ItemOnce': {
    name: 'Each item once',
    says: 'No item of the queue is taken twice.',
  },
  'R-Unique': {
    name: 'Each id once',
    says: 'No id is given twice.',
  },
  'R-BarrierEnter': {
    name: 'Nobody enters early',
    says: 'Nobody enters the barrier before so many have come.',
  },
  'R-BarrierLeave': {
    name: 'Nobody leaves early',
    says: 'Nobody leaves the barrier while another client still works in it.',
  },
  'R-Fenced': {
    name: 'Tokens only grow',
    says: 'A storage that compares tokens takes no write with a smaller one than it has seen.',
  },
  'R-Atomic': {
    name: 'All decide alike',
    says: 'No site commits what another one aborts.',
  },
} as const;

/** What is said when one of them does not hold; `text`: who, and what. */
export const broken = {
  'R-OneHolder': 'Two hold the lock at once: {text}.',
  'R-ReadersWriters': 'A writer is not alone: {text}.',
  'R-Permits': 'More hold a permit than there are: {text}.',
  'R-Turn': 'A client takes for its own what the tree gives to another: {text}.',
  'R-OneBeliever': 'Two take themselves for the holder: {text}.',
  'R-Fifo': 'Turns came in another order than the nodes’ numbers: {text}.',
  'R-OneWoken': 'One node’s end has woken several: {text}.',
  'R-NoSelfWait': 'A client waits for itself: {text}.',
  'R-OwnKey': 'A client has deleted what is another’s: {text}.',
  'R-Fresh': 'A read has missed an acknowledged write: {text}.',
  'R-LastValue': 'A subscriber is left with an old value: {text}.',
  'R-NoLostWakeUp': 'A wake-up was lost: {text}.',
  'R-ItemOnce': 'An item was taken twice: {text}.',
  'R-Unique': 'An id was given twice: {text}.',
  'R-BarrierEnter': 'A client has entered too early: {text}.',
  'R-BarrierLeave': 'A client has left too early: {text}.',
  'R-Fenced': 'A smaller token was taken: {text}.',
  'R-Atomic': 'Two sites have decided differently: {text}.',
} as const;
