import type { Micros, Pid } from './time.ts';
import type { TxnCellView } from './zookeeper-cell.ts';
import type { EnsembleView, MemberView } from './zookeeper-member.ts';
import type { Zxid } from './zxid.ts';

export type { TxnCellView };

/** A request in one of the pipeline's queues. */
export interface JobView {
  /** Numbers the requests since the server's start: the same request keeps it from stage to stage. */
  readonly number: number;
  /**
   * The client's number of it (its cxid), counted in its session; negative, as ZooKeeper has it, for
   * what no program asked: a ping (-2), watches set again (-8). Null: it is the server's own.
   */
  readonly cxid: number | null;
  readonly op: string;
  /** '' for what has none. */
  readonly path: string;
  /** Who asked; 0: the server itself. */
  readonly client: Pid;
  /** Of the transaction that it has become; null before Prep, and for reads. */
  readonly zxid: Zxid | null;
  /** Whether its transaction is of type error. */
  readonly failed: boolean;
}

/**
 * Where requests stand: waiting for Prep, for the log, for the disk (appended, not flushed), for the
 * leader's word (of a member of an ensemble alone), or for Final.
 */
export interface StageView {
  readonly stage: 'prep' | 'sync' | 'flush' | 'commit' | 'final';
  readonly count: number;
  /** The oldest ones. */
  readonly jobs: readonly JobView[];
}

export interface SnapshotView {
  readonly zxid: Zxid;
  readonly durable: boolean;
}

export interface SessionView {
  readonly id: string;
  /** The client whose handle has it now; null when nobody has. */
  readonly client: Pid | null;
  /** The client for which it was opened; null when that is not known. */
  readonly opener: Pid | null;
  /** ms */
  readonly timeout: number;
  /** When it was last heard of, and when its bucket's time comes: virtual time. */
  readonly touchedAt: Micros;
  readonly expiresAt: Micros;
  readonly connected: boolean;
  readonly closing: boolean;
  readonly ephemerals: number;
}

/** What a kill has taken with the memory; what stands on disk is not among it. */
export interface LostView {
  /** Requests that were in the pipeline. */
  readonly stages: readonly StageView[];
  /** Transactions that were appended and never synced. */
  readonly log: readonly TxnCellView[];
}

/** A server as the lab shows it; one that is down shows what is on its disk. */
export interface ZooKeeperServerView {
  readonly pid: Pid;
  /** Its part in the ensemble; null: it stands alone. */
  readonly member: MemberView | null;
  /** The newest transaction in its tree (on its disk, while it is down). */
  readonly zxid: Zxid;
  /** The zxid given last. */
  readonly prepared: Zxid;
  readonly received: number;
  readonly sent: number;
  /** ms */
  readonly latency: { readonly least: number; readonly mean: number; readonly most: number };
  readonly connections: number;
  /** Requests in the pipeline. */
  readonly outstanding: number;
  /** Nodes as `srvr` counts them. */
  readonly nodes: number;
  readonly ephemerals: number;
  readonly watches: number;
  readonly stages: readonly StageView[];
  readonly logFiles: number;
  readonly logLength: number;
  /** The newest transactions, oldest first. */
  readonly log: readonly TxnCellView[];
  readonly snapshots: readonly SnapshotView[];
  readonly snapshotAfter: number;
  readonly sessions: readonly SessionView[];
  /** What the last kill took, until it is started again; null when it was not killed. */
  readonly lost: LostView | null;
  /** Its `zoo.cfg` as it stands on its machine, and what of it the running server obeys. */
  readonly cfg: string;
  readonly tickTime: number;
  readonly clientPort: number;
  /** Whether the file is another than the one that the running server has read. */
  readonly cfgUnread: boolean;
}

/**
 * `in`: what a person typed, behind its prompt; `watcher`: on standard output, by the thread that calls
 * watchers; `hint`: no program printed it, it is a word of ours to whoever reads.
 */
export type OutputStream = 'in' | 'out' | 'err' | 'watcher' | 'hint';

export interface OutputLineView {
  readonly stream: OutputStream;
  /** Of a hint: what to type instead. */
  readonly text: string;
  /** Of a hint: which one; else ''. */
  readonly code: string;
}

/** The newest call of a client that is a matter for the server. */
export interface AskedView {
  /** `create`, `getData`, …; with a path, or ''. */
  readonly op: string;
  readonly path: string;
  readonly at: Micros;
  /** Null while it waits for its answer. */
  readonly answer: AnswerView | null;
}

export interface AnswerView {
  readonly err: string;
  readonly zxid: Zxid;
  readonly at: Micros;
  /**
   * Of a stale read: the newest transaction that changed what was read, which some server had delivered
   * by then and the one that answered had not; else null.
   */
  readonly behind: Zxid | null;
}

/** What a program waits for. */
export interface WaitView {
  readonly kind: 'result' | 'reply' | 'event' | 'session' | 'line' | 'time' | 'work';
  /** Of a result or a reply: what was asked; of an event: which watcher; else ''. */
  readonly what: string;
  /** Of a time, and of work: when it is over; else null. */
  readonly until: Micros | null;
}

/** A program that runs in a client, where it waits. */
export interface ProgramView {
  readonly name: string;
  /** What it does, in its own word; '' before it has said one. */
  readonly step: string;
  readonly over: boolean;
  /** Its local variables, as text. */
  readonly locals: readonly { readonly name: string; readonly value: string }[];
  /** The first of these lets it go on. */
  readonly waits: readonly WaitView[];
}

/** A client process. */
export interface ZooKeeperClientView {
  readonly pid: Pid;
  readonly name: string;
  /** ZooKeeper's word: NOT_CONNECTED, CONNECTING, CONNECTED, CONNECTEDREADONLY, CLOSED, AUTH_FAILED. */
  readonly state: string;
  /** CLOSED because a server said that its session is over. */
  readonly expired: boolean;
  /** The server that its connection goes to; null without one. */
  readonly server: Pid | null;
  /** The servers that its connect string names, in the order in which it tries them. */
  readonly knows: readonly Pid[];
  /** `0x0` without a session. */
  readonly session: string;
  /** ms, negotiated; 0 before. */
  readonly timeout: number;
  readonly lastZxid: Zxid;
  /** Null before the first. */
  readonly asked: AskedView | null;
  /** Requests sent and not answered, and those not sent yet. */
  readonly pending: number;
  readonly queued: number;
  /** Paths that it watches. */
  readonly watches: number;
  readonly program: string;
  /** The programs that run in it, where they can be looked into. */
  readonly running: readonly ProgramView[];
  /** What stands before the cursor; '' while a command is under way. */
  readonly prompt: string;
  /** Whether its program is still at a line that it was given. */
  readonly busy: boolean;
  /** Its program has ended, though its process is there. */
  readonly ended: boolean;
  /** Lines printed since the start, and the newest of them. */
  readonly lines: number;
  readonly output: readonly OutputLineView[];
}

/** The ZooKeeper lab's own part of a frame. The tree is asked for apart. */
export interface ZooKeeperDetail {
  /** Null: its server stands alone. */
  readonly ensemble: EnsembleView | null;
  readonly servers: readonly ZooKeeperServerView[];
  readonly clients: readonly ZooKeeperClientView[];
  /** Clients that can still be opened. */
  readonly spare: readonly Pid[];
  /** Transactions applied, and watch events sent, since the start. */
  readonly writes: number;
  readonly events: number;
}
