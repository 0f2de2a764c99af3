/** The rules of a ZooKeeper server as they can be switched off, by the mutants’ names. */
export const rules = {
  'reply-before-sync': 'Writes are answered before they are on disk',
  'keep-ephemerals': 'Ephemeral nodes stay when their session ends',
  'watch-twice': 'A one-shot watch stays when it has fired',
  'watch-after-reply': 'Events leave after the replies',
  'sequential-reuse': 'Sequential names take the number of children that are there now',
  'forget-outstanding': 'A write is prepared without looking at those under way before it',
  'expire-early': 'A session’s deadline is rounded down to a tick',
  'expire-on-disconnect': 'A broken connection ends its session',
  'reuse-zxid': 'A failed write takes no zxid of its own',
  'answer-out-of-order': 'Reads overtake the writes that wait for the disk',
} as const;
