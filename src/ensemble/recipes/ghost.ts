/** What is remembered of a run of recipes: who believed what, who held it, and what is wrong. */
import { noPages } from '../../kernel/pages.ts';
import type { Pages } from '../../kernel/pages.ts';
import type { CallView, RecipeCounts, ReleaseView, SpanView } from '../../view/recipes.ts';
import type { Micros, Pid } from '../../view/time.ts';
import type { Zxid } from '../../view/zxid.ts';
import { emptyTree } from '../../zookeeper/tree/data-tree.ts';
import type { DataTree } from '../../zookeeper/tree/data-tree.ts';
import type { Ghost } from '../ghost.ts';
import type { Held } from './holding.ts';

export interface Believed {
  readonly what: string;
  readonly node: string;
}

/** What a client's program says that it knows of a node. */
export interface Known {
  readonly is: string;
  readonly version: string;
}

export interface ClientGhost {
  readonly believes: readonly Believed[];
  /** The watch that it waits for; null: it does not. */
  readonly waits: { readonly path: string; readonly of: string } | null;
  /** When its program did anything last, or it lost or found a server, or was paused. */
  readonly movedAt: Micros;
  readonly connected: boolean;
  /** By path. */
  readonly knows: ReadonlyMap<string, Known>;
  /** A read of this path must show this or a newer one. */
  readonly fresh: { readonly path: string; readonly zxid: Zxid } | null;
  /** The place of the release that told it of something last; -1: none. */
  readonly wokenBy: number;
  readonly wake: 'none' | 'woken' | 'got' | 'nothing';
  /** Barriers that it has entered and not left. */
  readonly inside: readonly string[];
  readonly lives: number;
  /** Messages with servers, and with processes outside. */
  readonly messages: number;
  readonly asked: number;
  /** The latter by what they ask. */
  readonly askedOf: ReadonlyMap<string, number>;
}

export const unknownClient: ClientGhost = {
  believes: [],
  waits: null,
  movedAt: 0,
  connected: false,
  knows: new Map(),
  fresh: null,
  wokenBy: -1,
  wake: 'none',
  inside: [],
  lives: 0,
  messages: 0,
  asked: 0,
  askedOf: new Map(),
};

export interface Granted {
  readonly what: string;
  readonly pid: Pid;
  readonly node: string;
  readonly at: Micros;
}

/** A node that was somebody's has gone. */
export interface Released extends ReleaseView {
  readonly path: string;
  readonly czxid: Zxid;
  /** Of the transaction that took it. */
  readonly zxid: Zxid;
}

/** A span that goes on. */
export type OpenSpan = SpanView & { readonly to: null };

/** Something that is wrong, as an invariant would say it. */
export interface Wrong {
  readonly invariant: string;
  readonly text: string;
}

/** What became of the calls to one that answers them: of all that it has lived so far. */
export interface Served {
  readonly answered: number;
  /** Those that came to nothing: nobody listened, the answer was lost, or came too late. */
  readonly failed: number;
}

export interface RecipesGhost {
  readonly clients: ReadonlyMap<Pid, ClientGhost>;
  /** The tree after the newest transaction that any server has applied. */
  readonly tree: DataTree;
  readonly zxid: Zxid;
  readonly held: readonly Held[];
  readonly open: readonly OpenSpan[];
  readonly closed: Pages<SpanView>;
  readonly releases: Pages<Released>;
  readonly granted: Pages<Granted>;
  /** The greatest number granted, by what. */
  readonly order: ReadonlyMap<string, number>;
  readonly counts: RecipeCounts;
  /** Calls to clients that answer them, by their beginnings; and where those stand that are under way. */
  readonly calls: Pages<CallView>;
  readonly calling: ReadonlyMap<string, number>;
  readonly served: ReadonlyMap<Pid, Served>;
  /** The newest acknowledged write, by path. */
  readonly acknowledged: ReadonlyMap<string, Zxid>;
  /** When a node was changed last, and its children, by path: of what somebody says to know. */
  readonly changedAt: ReadonlyMap<string, Micros>;
  /** Names that were ever made in a barrier, by its path. */
  readonly entered: ReadonlyMap<string, ReadonlySet<string>>;
  readonly taken: ReadonlySet<string>;
  readonly given: ReadonlySet<string>;
  readonly decided: ReadonlyMap<string, string>;
  /** What the last step did wrong. */
  readonly wrong: readonly Wrong[];
}

export const noRecipesGhost: RecipesGhost = {
  clients: new Map(),
  tree: emptyTree,
  zxid: { epoch: 0, counter: 0 },
  held: [],
  open: [],
  closed: noPages,
  releases: noPages,
  granted: noPages,
  order: new Map(),
  counts: {
    messages: 0,
    requests: 0,
    replies: 0,
    notifications: 0,
    writes: 0,
    woken: 0,
    wokenForNothing: 0,
  },
  calls: noPages,
  calling: new Map(),
  served: new Map(),
  acknowledged: new Map(),
  changedAt: new Map(),
  entered: new Map(),
  taken: new Set(),
  given: new Set(),
  decided: new Map(),
  wrong: [],
};

/** What the servers' invariants remember, with what is remembered of recipes. */
export type WithRecipes<G extends Ghost> = G & { readonly recipes: RecipesGhost };

export const clientGhost = ({ clients }: RecipesGhost, pid: Pid): ClientGhost =>
  clients.get(pid) ?? unknownClient;
