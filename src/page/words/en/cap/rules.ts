/** Rules of the stores as they can be switched off, by the mutants’ names. */
export const rules = {
  'quorums-may-miss': 'A read and a write may ask different servers: r + w = n',
  'no-write-back': 'A read does not store what it returns',
  'gossip-takes-anything': 'A server takes what it hears without comparing stamps',
  'gossip-once': 'A server tells of a write once and never again',
  'answer-before-copy': 'The primary answers before it sends the copy',
  'answer-before-disk': 'Servers answer before their disks have it',
} as const;
