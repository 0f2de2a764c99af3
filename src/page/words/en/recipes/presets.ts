import { opening } from './opening.ts';

/** What the recipe lab offers to begin with, and what is to be seen there. */
export const presets = {
  'holder-dies': { name: 'Holder dies', lead: opening },
  herd: {
    name: 'Herd',
    lead: 'C1 has deleted the lock, and nineteen are being told at once. One of them will get it: how many were woken for nothing?',
  },
  'hand-over': {
    name: 'Hand-over',
    lead: 'C1 has deleted its node. Only C2 is told; it looks once more before it believes anything. What do the others hear?',
  },
  readers: {
    name: 'Readers, writer',
    lead: 'C1 and C2 read together, C3 waits to write, and C4 and C5 came behind it. May they read now, since readers hold it?',
  },
  'two-owners': {
    name: 'Two owners',
    lead: 'C1 sleeps and believes to hold the lock. Its session is over, and C2 holds it. What does C1 do when it wakes?',
  },
  'master-dies': {
    name: 'Master dies',
    lead: 'The master is dead, and its node still stands. The follower goes on calling it. Who takes over, and when?',
  },
  bell: {
    name: 'The bell rings',
    lead: 'The configuration has changed, and the bell is on its way to four subscribers. It says that something has changed, not what.',
  },
  fenced: {
    name: 'Stale token',
    lead: 'C1 has slept past its session and writes with its old token. The storage has seen a greater one and refuses. Whom has the refusal saved?',
  },
  'dead-provider': {
    name: 'Dead provider',
    lead: 'P3 is dead, and its node still stands. Each consumer has called it in vain once and leaves it out. When does the registry say so?',
  },
  redis: {
    name: 'Redis: two owners',
    lead: 'C1 sleeps, its key has expired, and C2 has set it. Both believe to hold the lock, as with ZooKeeper. What is missing that could refuse C1?',
  },
  'row-left': {
    name: 'A row left behind',
    lead: 'The master is dead, and its row stands in the table. The others ask again and again. Who takes it away?',
  },
  barrier: {
    name: 'Barrier',
    lead: 'Two of three are in front of the double barrier. The third is about to come. Who creates the node that opens it?',
  },
  'last-item': {
    name: 'One item, two takers',
    lead: 'Two consumers have seen the same item, and both are deleting it. Who has it?',
  },
  commit: {
    name: 'Voting',
    lead: 'All sites but one have voted, and the coordinator waits. May a site that has voted decide by itself?',
  },
} as const;
