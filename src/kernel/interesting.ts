/** What is done to processes and links deserves a mark on the timeline, whatever the protocol. */
export const interestingDeeds: readonly string[] = [
  'started',
  'crashed',
  'power-lost',
  'stopped',
  'paused',
  'resumed',
  'cut',
  'mended',
  'partitioned',
  'healed',
  'reset',
  'disk-lost',
  'write-torn',
  'clock-set',
  'invariant-violated',
];
