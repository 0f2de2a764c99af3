import { openings } from '../openings.ts';

/** What the ZooKeeper lab offers to begin with, and what is to be seen there. */
export const presets = {
  write: {
    name: 'A write',
    lead: openings.zookeeper,
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
} as const;
