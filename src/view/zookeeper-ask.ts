import type { Micros, Pid } from './time.ts';
import type { SeenView } from './zookeeper-seen.ts';
import type { NodeKind, WrittenNode } from './written-node.ts';
import type { OutputLineView, SnapshotView, TxnCellView } from './zookeeper.ts';
import type { Zxid } from './zxid.ts';

/**
 * What the ZooKeeper lab asks for besides its frame. The work of an answer depends on what is asked,
 * never on the size of the tree or the length of the log.
 */
export type ZooKeeperQuestion =
  /** The rows of a tree, unfolded as said. */
  | {
      readonly ask: 'tree';
      readonly server: Pid;
      readonly unfolded: Unfolding;
      /** The window: rows from `first` on, at most {@link MOST_ROWS}. */
      readonly first: number;
      readonly most: number;
      /** A path whose row is to be told, in the window or not. */
      readonly where?: string;
    }
  /** Paths that contain a text; looks at so many nodes, and says where to go on. */
  | {
      readonly ask: 'find';
      readonly server: Pid;
      readonly text: string;
      /** Where the last answer ended; null: from the root. */
      readonly after: string | null;
      readonly most: number;
    }
  | { readonly ask: 'znode'; readonly server: Pid; readonly path: string }
  /** All servers beside each other, and this node as each has it; null: no node. */
  | { readonly ask: 'seen'; readonly path: string | null }
  /** All nodes with all of their data, parents first, a stretch at a time: to write a tree down. */
  | {
      readonly ask: 'nodes';
      readonly server: Pid;
      /** Where the last answer ended; null: from the root. */
      readonly after: string | null;
    }
  /** Cells of the log and its snapshots, from the `first` place on. */
  | {
      readonly ask: 'log';
      readonly server: Pid;
      readonly first: number;
      readonly most: number;
      /**
       * The next cell from `first` on (or back) with this zxid, session or type, or whose path contains
       * the text. The window is then around it.
       */
      readonly find?: { readonly text: string; readonly back: boolean };
    }
  /** One transaction, by its index among all in the log. */
  | { readonly ask: 'txn'; readonly server: Pid; readonly index: number }
  /** The watches that stand, and what became of those before; of one path, or of all. */
  | {
      readonly ask: 'watches';
      readonly server: Pid;
      readonly path: string | null;
      readonly most: number;
    }
  /** Lines that a client printed, counted from its start. */
  | {
      readonly ask: 'console';
      readonly client: Pid;
      readonly first: number;
      readonly most: number;
    }
  /** What the word before the cursor of a client's next line may become. */
  | {
      readonly ask: 'complete';
      readonly client: Pid;
      readonly line: string;
      readonly cursor: number;
    };

/** Which nodes show their children: all of them or none, but for these paths (`/` is the root's). */
export interface Unfolding {
  readonly all: boolean;
  readonly but: readonly string[];
}

/** No window is larger. */
export const MOST_ROWS = 500;

export interface WatcherView {
  /** Who watches; 0: somebody whose process is not known. */
  readonly client: Pid;
  readonly table: 'data' | 'child';
  readonly mode: 'STANDARD' | 'PERSISTENT' | 'PERSISTENT_RECURSIVE';
}

export interface TreeRow {
  readonly path: string;
  readonly name: string;
  readonly depth: number;
  /** Its place among its siblings, from 1, and how many they are with it. */
  readonly place: number;
  readonly siblings: number;
  /** Whether siblings follow: of its ancestor of depth 1, of depth 2, …, of itself; none for the root. */
  readonly followed: readonly boolean[];
  readonly kind: NodeKind;
  /** Its name ends as a sequential node's does. */
  readonly sequential: boolean;
  readonly open: boolean;
  readonly children: number;
  /** All below it. */
  readonly descendants: number;
  readonly version: number;
  readonly dataLength: number;
  /** The beginning of its data as text; null: no data. */
  readonly preview: string | null;
  /** Of an ephemeral node: its session, and the client that has it now. */
  readonly session: string;
  readonly owner: Pid | null;
  readonly watchers: readonly WatcherView[];
  /** Made or changed by the newest transaction of this tree, or a child of it deleted. */
  readonly touched: boolean;
}

/** A change that a transaction made to a node. */
export interface NodeChange {
  readonly zxid: Zxid;
  /** The step that applied it; null: it is older than this run. */
  readonly step: number | null;
  /** ms since 1970. */
  readonly time: number;
  readonly what: 'created' | 'data' | 'acl' | 'child-created' | 'child-deleted';
  /** Of the child, or the node itself. */
  readonly path: string;
  readonly session: string;
  readonly client: Pid | null;
}

export interface ZnodeView {
  readonly path: string;
  readonly kind: NodeKind;
  /** ms; 0 unless it has a time to live. */
  readonly ttl: number;
  readonly czxid: Zxid;
  readonly mzxid: Zxid;
  readonly pzxid: Zxid;
  readonly ctime: number;
  readonly mtime: number;
  readonly version: number;
  readonly cversion: number;
  readonly aversion: number;
  readonly ephemeralOwner: string;
  readonly owner: Pid | null;
  readonly dataLength: number;
  readonly numChildren: number;
  /** Children ever created: what a sequential name takes, and what `cversion` is made of. */
  readonly creates: number;
  /** The beginning of its data: as text (null: none), and each byte in hex. */
  readonly text: string | null;
  readonly hex: string;
  readonly acl: readonly { readonly scheme: string; readonly id: string; readonly perms: number }[];
  readonly watchers: readonly WatcherView[];
  /** What the log knows of it, oldest first; the newest of each kind at least. */
  readonly changes: readonly NodeChange[];
  /** How often, as far as the log goes. */
  readonly counts: Readonly<Record<NodeChange['what'], number>>;
  /** Whether the log goes back to its creation. */
  readonly complete: boolean;
}

/** A transaction or a snapshot, at its place among both. */
export type LogEntryView =
  | { readonly kind: 'txn'; readonly place: number; readonly txn: TxnCellView }
  | ({ readonly kind: 'snapshot'; readonly place: number } & SnapshotView);

/** A field of a record, and where its bytes are. */
export interface RecordField {
  /** As in `zookeeper.jute`; of a list's items `acl[0].perms`. */
  readonly name: string;
  /** Of jute; `text` is its `ustring`, `zxid` and `session` are longs. */
  readonly type: string;
  /** A zxid as `0x100000005`; long values are cut. */
  readonly value: string;
  /** Its first byte, counted from the record's first, and the first byte behind it. */
  readonly from: number;
  readonly to: number;
}

export interface TxnView extends TxnCellView {
  /** Of its server's clock, ms since 1970. */
  readonly time: number;
  readonly cxid: number;
  readonly client: Pid | null;
  /** The fields of its record: checksum and length, header, body, digest, end mark; at most 500. */
  readonly fields: readonly RecordField[];
  /** How many fields the record has: the end of a session may name thousands of paths. */
  readonly fieldCount: number;
  /** Its record as it stands in the file, in hex; at most 4096 bytes. */
  readonly bytes: string;
  /** How long the record is. */
  readonly length: number;
  /** `log.<hex>`, and where in it the record begins; null: not known. */
  readonly file: string;
  readonly offset: number | null;
  /** The step of the run that applied it; null: none that is known. */
  readonly step: number | null;
}

/** Something that happened to a watch. */
export interface WatchMoment {
  readonly step: number;
  readonly time: Micros;
  readonly kind: 'set' | 'fired' | 'removed' | 'lost';
  readonly client: Pid;
  /** '' when all watches of a connection were lost. */
  readonly path: string;
  /** The event that fired, or the request that set it. */
  readonly what: string;
  /** Of data and existence, of children, or both. */
  readonly table: 'data' | 'child' | 'both';
  /** The newest transaction in the tree then: of what fired, the one that fired it. */
  readonly zxid: Zxid;
  /** Of what fired: whether it goes on to hear (it is persistent). */
  readonly stays: boolean;
}

/** What happened at a path after its watch had fired and before it was set again. */
export interface WatchGap {
  /** The step that fired, and the client that was told. */
  readonly step: number;
  readonly client: Pid;
  readonly path: string;
  /** The step that set it again; null: nobody has. */
  readonly again: number | null;
  /** The first changes that nobody told the client of, and how many there were. */
  readonly changes: readonly {
    readonly zxid: Zxid;
    readonly type: string;
    readonly path: string;
  }[];
  readonly count: number;
}

export type ZooKeeperAnswer =
  | {
      readonly ask: 'tree';
      /** The tree's newest transaction. */
      readonly zxid: Zxid;
      readonly first: number;
      /** Rows with this unfolding, and nodes of the whole tree. */
      readonly total: number;
      readonly nodes: number;
      readonly rows: readonly TreeRow[];
      /** The row of the path that was asked about; null: folded away, not there, or not asked. */
      readonly where: number | null;
    }
  | {
      readonly ask: 'find';
      readonly paths: readonly string[];
      /** Where to go on; null: that was all. */
      readonly next: string | null;
      readonly looked: number;
    }
  | { readonly ask: 'znode'; readonly node: ZnodeView | null }
  | { readonly ask: 'seen'; readonly servers: readonly SeenView[] }
  | {
      readonly ask: 'nodes';
      readonly nodes: readonly WrittenNode[];
      /** Where to go on; null: that was all. */
      readonly next: string | null;
    }
  | {
      readonly ask: 'log';
      readonly first: number;
      /** Places: transactions and snapshots. */
      readonly length: number;
      readonly cells: readonly LogEntryView[];
      /** The place found; null: none, or nothing was looked for. */
      readonly found: number | null;
      /** Where a search goes on that has found nothing so far; null: it is at its end. */
      readonly next: number | null;
    }
  | { readonly ask: 'txn'; readonly txn: TxnView | null }
  | {
      readonly ask: 'watches';
      readonly standing: readonly (WatcherView & { readonly path: string })[];
      readonly moments: readonly WatchMoment[];
      /** Of the one-shot watches among them that have fired. */
      readonly gaps: readonly WatchGap[];
    }
  | {
      readonly ask: 'console';
      readonly first: number;
      readonly lines: readonly OutputLineView[];
    }
  | {
      readonly ask: 'complete';
      /** Where in the line the word begins that a candidate replaces. */
      readonly from: number;
      /** In order of their names; at most {@link MOST_ROWS}. */
      readonly candidates: readonly string[];
    };
