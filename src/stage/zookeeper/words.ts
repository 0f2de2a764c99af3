import type { Texts } from '../say.ts';
import type { Saying } from '../words.ts';

/** Every visible word of the ZooKeeper drawing. */
export const zookeeperWords = {
  /** Name of the drawing of one server, and of that of an ensemble. */
  world: 'A server and {clients, plural, =0 {no client} one {# client} other {# clients}}',
  members:
    '{servers, plural, one {# server} other {# servers}} and {clients, plural, =0 {no client} one {# client} other {# clients}}',
  /** Accessible name of a client: `α, CONNECTED`. */
  client: '{name}, {state}',
  stages: {
    prep: 'Prep',
    sync: 'Sync: log',
    flush: 'Sync: flush',
    commit: 'Commit',
    final: 'Final',
  },
  /** Name of a stage as a button. */
  runUntil: 'Run until a request is at {stage}',
  /** No server runs that would count the session down. */
  uncounted: 'no server counts it down',
  /** Beside a session's bar: `8.8 s left`. */
  left: '{time} left',
  /** A session whose time has come. */
  over: 'expires',
  /** What came of a request, with the number of its transaction where it has one. */
  answer: '{err} after {time}',
  answerTo: '{err} {zxid} after {time}',
  waits: 'no answer yet',
  noSession: 'no session',
  log: 'log',
  snapshot: 'snapshot',
  /** Under cells, and beside requests, that a kill has taken. */
  lost: 'lost: never on disk',
  lostRequests: '{count, plural, one {# request lost} other {# requests lost}}',
  /** Under cells that a crash would lose, and under those that are safe but not in the tree yet. */
  appended: 'a power cut loses it',
  unapplied: 'not in the tree yet',
  nodes: '{count, plural, one {# node} other {# nodes}}',
  sessions: '{count, plural, =0 {no session} one {# session} other {# sessions}}',
  disk: 'disk',
  /** Over the row of a leader, whose ring stands elsewhere. */
  logOf: 'log of {name}',
  /**
   * What a server has of a transaction. `committed`: it knows it to be; `logged`: it is in its log on disk;
   * `appended`: it is written and the power may still take it; `saved`: it stands in a snapshot alone;
   * `taken`: it was in the log and is not any more; `missing`: it never was.
   */
  cell: {
    committed: '{zxid} committed',
    logged: '{zxid} logged',
    appended: '{zxid} not on disk',
    saved: '{zxid} in a snapshot',
    taken: '{zxid} cut off',
    missing: '{zxid} missing',
  },
  /** A row of cells, as an accessible name. */
  row: 'Log of {name}: {cells}',
  rowEmpty: 'Log of {name}: empty',
  epoch: 'epoch {epoch}',
  /** Beside a pipe. */
  queueTo: 'queue to {name}',
  queueToSlow: 'queue to {name}, slow link',
  slow: 'slow link',
  /** How many voters have the newest committed transaction on disk … */
  committedBy: '{count} of {voters}: committed',
  /** … and how many have acknowledged the next one. */
  ackedBy: '{zxid}: {count} of {voters}',
  /** The same where groups decide: which of how many. */
  committedByGroup: 'group {groups} of {of}: committed',
  committedByGroups: 'groups {groups} of {of}: committed',
  ackedByNoGroup: '{zxid}: no group of {of}',
  ackedByGroup: '{zxid}: group {groups} of {of}',
  ackedByGroups: '{zxid}: groups {groups} of {of}',
  /** Beside a member's epoch, and below its name. */
  group: 'group {group}',
  weighs: 'weight {weight}, in group {group}',
  /** What a stale read said, and what was there already; with less room, and with least. */
  stale: 'stale: {zxid}, {behind} was there',
  staleBehind: 'stale: {behind} was there',
  staleShort: 'stale',
} as const satisfies Texts;

export type Held = keyof typeof zookeeperWords.cell;
export type ZooKeeperSaying = Saying<typeof zookeeperWords>;
