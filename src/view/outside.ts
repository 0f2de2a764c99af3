/** Processes outside ZooKeeper that its clients talk to: as a set-up names them, and as they are drawn. */
import type { Micros, Pid } from './time.ts';

/** A process outside ZooKeeper. Names are how programs call it: no two processes of a set-up share one. */
export type OutsideSetup = {
  /** From 301 on. */
  readonly id: Pid;
  readonly name: string;
  /** When it starts, ms after the beginning; default 0; null: not by itself. */
  readonly startMs?: number | null;
} & (
  | StorageSetup
  /** A table of a database, with a primary key and a clock. */
  | { readonly kind: 'table' }
  | RedisSetup
);

/** What a lock protects: one value, written over the network. */
export interface StorageSetup {
  readonly kind: 'storage';
  /** It refuses a write whose token is smaller than one that it has seen; default no. */
  readonly fencing?: boolean;
}

/** A store of keys that expire, in memory alone. */
export interface RedisSetup {
  readonly kind: 'redis';
  /** It copies this one, which does not wait for it; default: it is a master. */
  readonly replicaOf?: Pid;
  /** A replica that has lost its master makes itself one after so long; default: only when told. */
  readonly failoverMs?: number;
}

/** A client that answers calls: a provider of a service, which may have a session besides. */
export interface AnswersSetup {
  /** How long it works at a call, one after the other; default 1. */
  readonly takesMs?: number;
}

/** Why a request came to nothing, or what its answer says. */
export type OutsideCode =
  | 'OK'
  /** Nobody listens there, or nobody has this name: nothing was done. */
  | 'Refused'
  /** The connection broke before the answer came: whether it was done, nobody knows. */
  | 'Lost'
  /** No answer in time: whether it was done, nobody knows. */
  | 'Timeout'
  /** It knows no such operation. */
  | 'UnknownOp'
  /** Storage: a greater token has written before. */
  | 'StaleToken'
  /** Table: there is a row with this key. */
  | 'DuplicateKey'
  /** Table: the statement matched no row. */
  | 'NoRow'
  /** Redis: the key was there (`NX`), or was not what was compared with. */
  | 'NotSet'
  /** Redis: a replica takes no writes. */
  | 'ReadOnly';

export interface StorageWrite {
  readonly value: string;
  readonly writer: Pid;
  readonly token: number | null;
  readonly at: Micros;
  readonly accepted: boolean;
}

export interface StorageView {
  readonly kind: 'storage';
  readonly pid: Pid;
  readonly name: string;
  readonly fencing: boolean;
  /** Null: nobody has written yet. */
  readonly value: string | null;
  readonly writer: Pid | null;
  /** The greatest token that it has seen; null: none. */
  readonly greatest: number | null;
  readonly refused: number;
  /** The newest, oldest first. */
  readonly writes: readonly StorageWrite[];
}

export interface TableRow {
  readonly id: string;
  readonly owner: string;
  /** By the database's clock, ms since 1970. */
  readonly beat: number;
  /** 1 for whoever inserted it; one more with each take-over. */
  readonly term: number;
}

export interface TableView {
  readonly kind: 'table';
  readonly pid: Pid;
  readonly name: string;
  readonly rows: readonly TableRow[];
  /** Its clock, ms since 1970. */
  readonly clock: number;
  /** Statements since it started, and those among them that changed nothing. */
  readonly statements: number;
  readonly vain: number;
}

export interface RedisKey {
  readonly key: string;
  readonly value: string;
  /** By its own clock, ms since 1970; null: never. */
  readonly expiresAt: number | null;
}

export interface RedisView {
  readonly kind: 'redis';
  readonly pid: Pid;
  readonly name: string;
  readonly role: 'master' | 'replica';
  readonly keys: readonly RedisKey[];
  /** Its clock, ms since 1970. */
  readonly clock: number;
  /** Commands since it started, and `SET … NX` among them that found the key there. */
  readonly commands: number;
  readonly vain: number;
}

export interface ProviderView {
  readonly kind: 'provider';
  readonly pid: Pid;
  readonly name: string;
  /** Calls that it has answered, and those to it that came to nothing. */
  readonly answered: number;
  readonly failed: number;
  /** Calls that it is still at, or has not begun. */
  readonly waiting: number;
}

export type OutsideView = StorageView | TableView | RedisView | ProviderView;
