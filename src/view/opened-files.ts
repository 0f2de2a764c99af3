import type { ScenarioFile } from './scenario.ts';
import type { ZooKeeperAnswer, ZooKeeperQuestion } from './zookeeper-ask.ts';
import type { Zxid } from './zxid.ts';

/** Files of a real server that a person opened: transaction logs and snapshots. */

/** What is wrong with a file, and from which byte on. Words stand under `openedFiles.problem.<code>`. */
export interface FileProblemView {
  readonly code: string;
  /** Of the byte where it goes wrong; what stands before it was read. */
  readonly offset: number;
  /** In plain English, for the command line. */
  readonly text: string;
}

/**
 * Whether the digests of the tree that a file holds are those of the tree that comes of it: `ok`;
 * `differs` (from the transaction `at` on); `none` are in it; `unknown` when no tree can be made.
 */
export interface DigestCheck {
  readonly state: 'ok' | 'differs' | 'none' | 'unknown';
  /** How many were compared. */
  readonly compared: number;
  readonly at: Zxid | null;
}

interface OpenedBase {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly problem: FileProblemView | null;
}

export interface OpenedLog extends OpenedBase {
  readonly kind: 'log';
  readonly version: number;
  readonly dbid: number;
  readonly transactions: number;
  /** Of its first and last transaction; null when it has none. */
  readonly from: Zxid | null;
  readonly to: Zxid | null;
  /** `padding`: zeros follow; `partial`: a record that was not written to its end. */
  readonly end: { readonly kind: 'padding' | 'end' | 'partial'; readonly offset: number } | null;
  /** It does not go on where another one ends: its transactions are not among the cells. */
  readonly apart: boolean;
  readonly digest: DigestCheck;
}

export interface OpenedSnapshot extends OpenedBase {
  readonly kind: 'snapshot';
  readonly version: number;
  readonly dbid: number;
  readonly nodes: number;
  readonly sessions: number;
  /** The last transaction that it holds for certain. */
  readonly zxid: Zxid;
  readonly digest: DigestCheck;
}

/** What is neither, or so broken that nothing of it can be shown. */
export interface OpenedNothing extends OpenedBase {
  readonly kind: 'nothing';
}

export type OpenedFile = OpenedLog | OpenedSnapshot | OpenedNothing;

/** What came of all files together. */
export interface OpenedView {
  readonly files: readonly OpenedFile[];
  /** Transactions and snapshots that have a cell. */
  readonly cells: number;
  /** The tree that a server would load from them; null: there is none. */
  readonly tree: {
    readonly zxid: Zxid;
    /** The root among them. */
    readonly nodes: number;
    /** The snapshot that it began with; null: the empty tree. */
    readonly snapshot: string | null;
    /** Transactions that were replayed on it. */
    readonly replayed: number;
  } | null;
  /**
   * Why there is no tree, or not the newest: `snapshot-missing`: the log begins in the middle of a life;
   * `gap`: transactions are missing behind the snapshot.
   */
  readonly lack: 'snapshot-missing' | 'gap' | null;
}

/** How much of a tree a run can begin with, and what it cannot hold. */
export interface TreeRun {
  readonly nodes: number;
  readonly left: {
    /** Ephemeral nodes: their sessions are over. */
    readonly ephemeral: number;
    /** Nodes with a time to live, and all below them. */
    readonly ttl: number;
    /** Nodes whose ACL is not open to everybody: it is now. */
    readonly acl: number;
    /** Nodes whose data is no text: they have none now. */
    readonly binary: number;
    /** Nodes whose path no client could name, or too long for a scenario, and all below them. */
    readonly path: number;
    /** Nodes beyond what a scenario may have. */
    readonly many: number;
    /** Nodes of quotas and of the configuration. */
    readonly system: number;
  };
}

/** A tree as a scenario. */
export interface TreeScenario extends TreeRun {
  readonly scenario: ScenarioFile;
}

/** What came of the files; the scenario itself is large, and made for whoever asks for it. */
export interface Opened {
  readonly view: OpenedView;
  readonly run: TreeRun | null;
}

/** Page → files worker. A `File` is the browser's: nothing of it has been read. */
export type FilesCommand<File> =
  | { readonly type: 'open'; readonly files: readonly File[] }
  | { readonly type: 'ask'; readonly question: ZooKeeperQuestion }
  | { readonly type: 'scenario' };

export interface FilesRequest<File> {
  readonly id: number;
  readonly command: FilesCommand<File>;
}

/** Files worker → page. Of `opening` there may be many before `opened`. */
export interface FilesResponse {
  readonly id: number;
  readonly report:
    | { readonly opening: { readonly done: number; readonly total: number } }
    | { readonly opened: Opened }
    | { readonly asked: ZooKeeperAnswer | null }
    | { readonly scenario: TreeScenario | null };
}
