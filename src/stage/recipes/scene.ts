import type { Liveness } from '../../view/frame.ts';
import type { ListingView } from '../../view/recipes.ts';
import type { Micros, Pid } from '../../view/time.ts';

/** What the drawings of a recipe are made of. */

export type { LineView, ListingView } from '../../view/recipes.ts';

/** What a client's session looks like from the servers' side. */
export interface SessionSpan {
  readonly touchedAt: Micros;
  readonly expiresAt: Micros;
  /** ms */
  readonly timeout: number;
}

/** What the last release did to a client. */
export type Wake = 'none' | 'woken' | 'got' | 'nothing';

export interface ClientView {
  readonly pid: Pid;
  readonly name: string;
  readonly liveness: Liveness;
  readonly program: string;
  /** Index of the line that it is at; null: not begun, or over. */
  readonly line: number | null;
  readonly over: boolean;
  /** The newest result of each line as short text; '' without one. */
  readonly results: readonly string[];
  /** What it waits for, in a word or two; '' when it does not. */
  readonly waits: string;
  /** What it is busy with, or has asked and not heard yet; '' when nothing. */
  readonly does: string;
  readonly expired: boolean;
  readonly server: Pid | null;
  /** Null: none lives. */
  readonly session: SessionSpan | null;
  readonly believes: readonly string[];
  readonly holds: readonly string[];
  readonly wake: Wake;
  /** The names that it keeps of what it has read, and which of them it takes next. */
  readonly list: readonly string[];
  readonly next: string;
}

export interface NodeView {
  readonly path: string;
  /** The last part of its path, with a short number. */
  readonly name: string;
  readonly ephemeral: boolean;
  readonly sequential: boolean;
  readonly owner: Pid | null;
  readonly data: string;
  readonly watchers: readonly { readonly pid: Pid; readonly what: 'data' | 'child' }[];
  /** When it was deleted: it is shown struck for a while; null: it is there. */
  readonly deletedAt: Micros | null;
}

/** What a process outside of ZooKeeper shows. */
export type OutsideView = StorageView | TableView | RedisView | ProviderView;

export interface StorageView {
  readonly kind: 'storage';
  readonly pid: Pid;
  readonly name: string;
  readonly fencing: boolean;
  readonly value: string;
  readonly writer: Pid | null;
  /** Of the write that stands there, and the greatest that it has seen; '' before the first. */
  readonly token: string;
  readonly greatest: string;
  readonly refused: number;
  readonly last: {
    readonly by: Pid;
    readonly value: string;
    readonly token: string;
    readonly ok: boolean;
  } | null;
}

export interface TableView {
  readonly kind: 'table';
  readonly pid: Pid;
  readonly name: string;
  readonly rows: readonly {
    readonly id: string;
    readonly owner: Pid | null;
    readonly ownerName: string;
    /** By its own clock; null: it has no such column. */
    readonly beatAt: Micros | null;
  }[];
  readonly queries: number;
  readonly clock: Micros;
}

export interface RedisView {
  readonly kind: 'redis';
  readonly pid: Pid;
  readonly name: string;
  readonly keys: readonly {
    readonly key: string;
    readonly value: string;
    readonly owner: Pid | null;
    readonly ownerName: string;
    /** By its own clock; null: never. */
    readonly expiresAt: Micros | null;
  }[];
  readonly attempts: number;
  readonly failed: number;
  readonly clock: Micros;
  /** It copies another one. */
  readonly replica: boolean;
}

export interface ProviderView {
  readonly kind: 'provider';
  readonly pid: Pid;
  readonly name: string;
  /** The client that registers it; null: it stands in no registry. */
  readonly client: Pid | null;
  readonly answered: number;
  readonly failed: number;
}

export interface SceneView {
  /** Where the recipe's nodes hang: `/ParentLock`; '' for none. */
  readonly root: string;
  readonly programs: readonly ListingView[];
  readonly clients: readonly ClientView[];
  readonly nodes: readonly NodeView[];
  /** Who watches the root's children. */
  readonly rootWatchers: readonly Pid[];
  readonly outside: readonly OutsideView[];
  /** None of the registry's servers runs. */
  readonly registryDown?: boolean;
  /** Calls past the registry, and reads of it. */
  readonly calls: {
    readonly answered: number;
    readonly failed: number;
    /** Messages of clients to the servers so far. */
    readonly reads: number;
  };
}
