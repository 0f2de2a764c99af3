import type { StageView } from '../../view/zookeeper.ts';
import { englishWords } from '../words.ts';
import type { StageWords } from '../words.ts';

/**
 * What a server has of a transaction. `committed`: it knows it to be; `logged`: it is in its log on disk;
 * `appended`: it is written and the power may still take it; `saved`: it stands in a snapshot alone;
 * `taken`: it was in the log and is not any more; `missing`: it never was.
 */
export type Held = 'committed' | 'logged' | 'appended' | 'saved' | 'taken' | 'missing';

/** Every visible word of the ZooKeeper drawing; they come from the page's words. */
export interface ZooKeeperWords {
  /** Name of the drawing. */
  readonly world: (clients: number) => string;
  /** Accessible name of a client: `α, CONNECTED`. */
  readonly client: (name: string, state: string) => string;
  readonly stage: (stage: StageView['stage']) => string;
  /** Name of a stage as a button. */
  readonly runUntil: (stage: string) => string;
  /** No server runs that would count the session down. */
  readonly uncounted: string;
  /** Beside a session's bar: `8.8 s left`. */
  readonly left: (time: string) => string;
  /** A session whose time has come. */
  readonly over: string;
  /** What came of a request: `OK 0·7 after 34 ms`; zxid '' when there is none. */
  readonly answer: (err: string, zxid: string, time: string) => string;
  readonly waits: string;
  readonly noSession: string;
  readonly log: string;
  readonly snapshot: string;
  /** Under cells, and beside requests, that a kill has taken. */
  readonly lost: string;
  readonly lostRequests: (count: number) => string;
  /** Under cells that a crash would lose, and under those that are safe but not in the tree yet. */
  readonly appended: string;
  readonly unapplied: string;
  /** `12 nodes`, `2 sessions`. */
  readonly nodes: (count: number) => string;
  readonly sessions: (count: number) => string;
  readonly disk: string;
  /** Name of the drawing of an ensemble. */
  readonly members: (servers: number, clients: number) => string;
  /** Over the row of a leader, whose ring stands elsewhere: `log of S3`. */
  readonly logOf: (name: string) => string;
  /** One transaction of a row, and the row, as accessible names. */
  readonly cell: (zxid: string, held: Held) => string;
  readonly row: (name: string, cells: string) => string;
  readonly epoch: (epoch: number) => string;
  /** Beside a pipe. */
  readonly queueTo: (name: string, slow: boolean) => string;
  readonly slow: string;
  /** How many voters have the newest committed transaction on disk … */
  readonly committedBy: (count: number, voters: number) => string;
  /** … and how many have acknowledged the next one. */
  readonly ackedBy: (zxid: string, count: number, voters: number) => string;
  /** What a stale read said, and what was there already. */
  readonly stale: (zxid: string, behind: string) => string;
  readonly staleBehind: (behind: string) => string;
  readonly staleShort: string;
}

/** With the words of every drawing. */
export interface ZooKeeperStageWords extends StageWords {
  readonly zookeeper: ZooKeeperWords;
}

/** For tests and for the gallery of drawings. */
const englishZooKeeper: ZooKeeperWords = {
  world: (clients) => `A server and ${clients} clients`,
  client: (name, state) => `${name}, ${state}`,
  stage: (stage) =>
    ({
      prep: 'Prep',
      sync: 'Sync: log',
      flush: 'Sync: flush',
      commit: 'Commit',
      final: 'Final',
    })[stage],
  runUntil: (stage) => `Run until a request is at ${stage}`,
  uncounted: 'no server counts it down',
  left: (time) => `${time} left`,
  over: 'expires',
  answer: (err, zxid, time) => `${err}${zxid === '' ? '' : ` ${zxid}`} after ${time}`,
  waits: 'no answer yet',
  noSession: 'no session',
  log: 'log',
  lost: 'lost: never on disk',
  lostRequests: (count) => `${count} requests lost`,
  snapshot: 'snapshot',
  appended: 'a power cut loses it',
  unapplied: 'not in the tree yet',
  nodes: (count) => `${count} nodes`,
  sessions: (count) => `${count} sessions`,
  disk: 'disk',
  members: (servers, clients) => `${servers} servers and ${clients} clients`,
  logOf: (name) => `log of ${name}`,
  cell: (zxid, held) => `${zxid} ${held}`,
  row: (name, cells) => `Log of ${name}: ${cells}`,
  epoch: (epoch) => `epoch ${epoch}`,
  queueTo: (name, slow) => `queue to ${name}${slow ? ', slow link' : ''}`,
  slow: 'slow link',
  committedBy: (count, voters) => `${count} of ${voters}: committed`,
  ackedBy: (zxid, count, voters) => `${zxid}: ${count} of ${voters}`,
  stale: (zxid, behind) => `stale: ${zxid}, ${behind} was there`,
  staleBehind: (behind) => `stale: ${behind} was there`,
  staleShort: 'stale',
};

export const englishZooKeeperStage: ZooKeeperStageWords = {
  ...englishWords,
  zookeeper: englishZooKeeper,
};
