/** The facts of a server: every rule key with its data. The page has a sentence for each. */
import type { Pid } from '../../view/time.ts';

/** What is said of a server's data, whoever asks it to change. Zxids are `0·7`; `client` is the pid of who is connected. */
export interface DataFacts {
  /** `fresh`: its disk held nothing. */
  readonly 'server-loaded': { zxid: string; sessions: number; fresh: boolean };
  readonly 'server-serves': { zxid: string };
  /** `zxid` and `type` of the transaction that it becomes. */
  readonly 'write-prepared': {
    client: Pid | null;
    op: string;
    path: string | null;
    zxid: string;
    number: number;
  };
  /** It becomes an error transaction. */
  readonly 'write-refused': {
    client: Pid | null;
    op: string;
    path: string | null;
    zxid: string;
    err: string;
    number: number;
  };
  readonly 'txn-appended': { zxid: string; number: number };
  readonly 'log-flushed': { txns: number; from: string; to: string };
  /** `client`: who is answered; null when nobody waits for it. */
  readonly 'txn-applied': {
    client: Pid | null;
    op: string;
    path: string | null;
    zxid: string;
    err: string;
  };
  readonly 'snapshot-begun': { zxid: string };
  readonly 'snapshot-written': { zxid: string };
}

/** Sessions are ids in hex, zxids `0·7`; `client` is the pid of who is connected. */
export interface ServerFacts extends DataFacts {
  readonly 'connection-accepted': { client: Pid | null; address: string };
  /** `why`: maxClientCnxns or maxCnxns. */
  readonly 'connection-refused': { client: Pid | null; address: string; why: string };
  /** `why`: closed, reset, silence; `watches`: how many end with it. */
  readonly 'connection-lost': {
    client: Pid | null;
    session: string;
    why: string;
    watches: number;
  };
  readonly 'session-asked': {
    client: Pid | null;
    session: string;
    timeoutMs: number;
    wishedMs: number;
    local: boolean;
  };
  readonly 'session-resumed': { client: Pid | null; session: string; timeoutMs: number };
  readonly 'session-unknown': { client: Pid | null; session: string };
  /** The client has seen a newer zxid than this server has. */
  readonly 'client-ahead': { client: Pid | null; seen: string; own: string };
  /** Without a leader for long enough, it serves the reads of clients that accept this, from its tree. */
  readonly 'read-only-begins': { zxid: string };
  /** Its election is over: those clients are sent away. */
  readonly 'read-only-ends': Record<never, never>;
  /** No leader, and a client that wants one: it is sent away without a word. */
  readonly 'client-wants-leader': { client: Pid | null };
  /** Its session is known to all, so a server that reads only does not go on with it. */
  readonly 'session-needs-leader': { client: Pid | null; session: string };
  /** A server that reads only refuses a request with NotReadOnly. */
  readonly 'write-needs-leader': { client: Pid | null; op: string; path: string | null };
  /** By hand, through JMX; nobody of that name is connected here. */
  readonly 'session-terminated': { client: Pid | null; session: string };
  readonly 'session-not-here': Record<never, never>;
  readonly 'session-expires': { session: string; timeoutMs: number; local: boolean };
  /** A session that this server alone knows of begins, and ends. */
  readonly 'local-session-opened': { client: Pid | null; session: string; timeoutMs: number };
  readonly 'local-session-closed': { session: string };
  /** It is to own an ephemeral node: a transaction makes it known to all first. */
  readonly 'local-session-upgraded': { session: string };
  readonly 'auth-added': { client: Pid | null; scheme: string };
  readonly 'auth-refused': { client: Pid | null; scheme: string };
  readonly 'frame-too-large': { session: string; op: string; size: number; limit: number };
  readonly 'request-late': { session: string; op: string };
  /** `learner`: it has no Prep; whatever writes goes to the leader, and all wait for their turn. */
  readonly 'request-read': {
    learner: boolean;
    client: Pid | null;
    op: string;
    path: string | null;
    cxid: number;
    number: number;
  };
  readonly 'read-passed': { client: Pid | null; op: string; path: string | null; number: number };
  /** `said`: the warning in its own log. */
  readonly 'fsync-slow': { ms: number; said: string };
  readonly 'session-opened': {
    client: Pid | null;
    session: string;
    timeoutMs: number;
    zxid: string;
  };
  readonly 'session-closed': { session: string; ephemerals: number; zxid: string };
  readonly 'read-answered': {
    client: Pid | null;
    op: string;
    path: string | null;
    zxid: string;
    err: string;
  };
  readonly 'watch-fired': { client: Pid | null; type: string; path: string; zxid: string };
  readonly 'containers-reaped': { count: number; first: string };
  readonly 'files-purged': { snapshots: number; files: number };
  /** A four-letter word, all that was answered, the first line of it, and whether that is not all. */
  readonly 'word-answered': { word: string; text: string; first: string; more: boolean };
}

/** Rules of servers that deserve a mark on the timeline. */
export const interesting: readonly (keyof ServerFacts)[] = [
  'server-serves',
  'read-only-begins',
  'connection-refused',
  'session-opened',
  'local-session-opened',
  'local-session-upgraded',
  'session-unknown',
  'session-expires',
  'session-terminated',
  'session-closed',
  'auth-refused',
  'frame-too-large',
  'write-refused',
  'txn-applied',
  'watch-fired',
  'containers-reaped',
  'snapshot-written',
];

/** Rules of servers worth reading while the run plays, each with the data that make it the same again. */
export const notable: readonly (readonly [keyof ServerFacts, readonly string[]])[] = [
  ['server-serves', ['pid']],
  ['read-only-begins', ['pid']],
  ['connection-refused', ['client']],
  ['connection-lost', ['session']],
  ['session-opened', ['session']],
  ['local-session-opened', ['session']],
  ['local-session-closed', ['session']],
  ['local-session-upgraded', ['session']],
  ['session-resumed', ['session']],
  ['session-unknown', ['session']],
  ['client-ahead', ['client']],
  ['client-wants-leader', ['client']],
  ['session-needs-leader', ['client']],
  ['write-needs-leader', ['client', 'op', 'path']],
  ['session-expires', ['session']],
  ['session-terminated', ['session']],
  ['session-closed', ['session']],
  ['auth-refused', ['client']],
  ['frame-too-large', ['session']],
  ['write-prepared', ['zxid']],
  ['write-refused', ['zxid']],
  ['log-flushed', ['to']],
  ['fsync-slow', ['pid']],
  ['txn-applied', ['zxid']],
  ['read-answered', ['op', 'path']],
  ['watch-fired', ['path', 'type', 'zxid']],
  ['containers-reaped', ['first']],
];

/** What is said of a request on its way through the pipeline, stage by stage. */
export const stages: readonly (keyof ServerFacts)[] = [
  'request-read',
  'write-prepared',
  'write-refused',
  'read-passed',
  'txn-appended',
  'log-flushed',
  'txn-applied',
  'session-opened',
  'session-closed',
  'read-answered',
];
