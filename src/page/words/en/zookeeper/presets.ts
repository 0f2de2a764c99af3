import { opening } from './opening.ts';

/** What the ZooKeeper lab offers to begin with, and what is to be seen there. */
export const presets = {
  write: {
    name: 'A write',
    lead: 'β creates a node. It is in the log, but not on disk: nobody has been told. Killing the process now leaves it to the disk; cutting the power loses it.',
  },
  watch: {
    name: 'A watch fires',
    lead: 'The node is in the tree. α watches its parent: the event flies to α, the answer to β.',
  },
  'client-dies': {
    name: 'A client dies',
    lead: 'β is dead, but its session is not: until it expires, the node that β left stays in the tree.',
  },
  'server-crashes': {
    name: 'Power is cut',
    lead: 'β’s write was in the log and not on disk, and the power cut took it. Nobody has been told.',
  },
  'slow-disk': {
    name: 'Slow disk',
    lead: 'A sync takes 200 ms. While α’s write is synced, β’s and γ’s come after it and will share the next sync.',
  },
  unsafe: {
    name: 'Answer too early',
    lead: 'A rule is off: the server answers before the disk has the write. α is about to read “Created”.',
  },
  replicated: {
    name: 'Three servers',
    lead: opening,
  },
  'stale-read': {
    name: 'A stale read',
    lead: 'α has its OK: S1 and S3 have 1·3. At S2 it is still on a slow link, and β has just asked S2.',
  },
  'leader-dies': {
    name: 'The leader dies',
    lead: 'S3 led, logged 1·3 and died before anybody else had it. α has been told nothing. What becomes of 1·3 when S3 comes back?',
  },
  minority: {
    name: 'On the side of the few',
    lead: 'S5 leads and is cut off with S4 alone. β’s write is in both their logs, and waits for a third that cannot answer.',
  },
  observers: {
    name: 'With observers',
    lead: 'S4 and S5 observe: they passed α’s write on without a vote, and are now told what is committed.',
  },
  'lying-server': {
    name: 'A lying server',
    lead: 'A rule is off: S2 said ACK for 1·3 before it was on its disk, so α was told OK. Then S2 lost power and S3 died. Now S2 leads with S1, and neither has 1·3.',
  },
} as const;
