import { entries, get, has, remove, set, sizeOf } from '../tree/sorted-map.ts';
import type { SortedMap } from '../tree/sorted-map.ts';

/** A connection's number: watches belong to connections, not to sessions. */
export type ConnectionId = number;

export type WatchMode = 'STANDARD' | 'PERSISTENT' | 'PERSISTENT_RECURSIVE';

/**
 * One of a server's two tables of watches [WatchManager]: a connection has at most one watch on a path,
 * and that has one mode, the last one asked for (ZOOKEEPER-4466).
 */
export interface WatchTable {
  /** Path, then connection. */
  readonly byPath: SortedMap<SortedMap<WatchMode>>;
  /** Paths of each connection that has ever watched; it stays here, with none, until it closes. */
  readonly byConnection: SortedMap<SortedMap<true>>;
  /** Watches on whole subtrees: without any, no ancestor needs a look. */
  readonly recursive: number;
}

export const noWatches: WatchTable = { byPath: null, byConnection: null, recursive: 0 };

/** In order of numbers. */
const keyOf = (connection: ConnectionId): string => String(connection).padStart(12, '0');

export function withWatch(
  table: WatchTable,
  path: string,
  connection: ConnectionId,
  mode: WatchMode,
): WatchTable {
  const key = keyOf(connection);
  const watchers = get(table.byPath, path) ?? null;
  const paths = get(table.byConnection, key) ?? null;
  return {
    byPath: set(table.byPath, path, set(watchers, key, mode)),
    byConnection: set(table.byConnection, key, set<true>(paths, path, true)),
    recursive: table.recursive + isRecursive(mode) - isRecursive(get(watchers, key)),
  };
}

/** The table itself when there is no such watch. */
export function withoutWatch(
  table: WatchTable,
  path: string,
  connection: ConnectionId,
): WatchTable {
  return without(table, path, keyOf(connection));
}

export const hasWatch = (table: WatchTable, path: string, connection: ConnectionId): boolean =>
  has(get(table.byPath, path) ?? null, keyOf(connection));

/** How many paths this connection watches. */
export const watchedBy = (table: WatchTable, connection: ConnectionId): number =>
  [...entries(get(table.byConnection, keyOf(connection)) ?? null)].length;

/** The connection is gone, and its watches with it. */
export function withoutConnection(table: WatchTable, connection: ConnectionId): WatchTable {
  const key = keyOf(connection);
  let rest = table;
  for (const { key: path } of entries(get(table.byConnection, key) ?? null)) {
    rest = without(rest, path, key);
  }
  return { ...rest, byConnection: remove(rest.byConnection, key) };
}

/** Whether this connection would hear of the next change of this kind at a path. */
export function listens(
  table: WatchTable,
  path: string,
  connection: ConnectionId,
  childrenChanged: boolean,
): boolean {
  const key = keyOf(connection);
  for (let at = path; ; at = parentPath(at)) {
    const mode = get(get(table.byPath, at) ?? null, key);
    if (mode === 'PERSISTENT_RECURSIVE' ? !childrenChanged : mode !== undefined && at === path) {
      return true;
    }
    if (at === '/' || table.recursive === 0) return false;
  }
}

export interface Triggered {
  readonly table: WatchTable;
  /** Connections to be told, in order of their numbers. */
  readonly told: readonly ConnectionId[];
}

/**
 * A change at a path. What stands there as a one-shot is gone afterwards, whatever the change; a
 * recursive watch, there or above, hears of everything but lists of children
 * [WatchManager.triggerWatch].
 */
export function trigger(table: WatchTable, path: string, childrenChanged: boolean): Triggered {
  if (table.byPath === null) return { table, told: NOBODY };
  const told = new Set<string>();
  let rest = table;
  for (let at = path; ; at = parentPath(at)) {
    for (const { key, value: mode } of entries(get(table.byPath, at) ?? null)) {
      if (mode === 'PERSISTENT_RECURSIVE') {
        if (!childrenChanged) told.add(key);
      } else if (at === path) {
        told.add(key);
        if (mode === 'STANDARD') rest = without(rest, at, key);
      }
    }
    if (at === '/' || table.recursive === 0) break;
  }
  return { table: rest, told: [...told].toSorted().map(Number) };
}

const NOBODY: readonly ConnectionId[] = [];

export interface WatchCounts {
  readonly connections: number;
  readonly paths: number;
  readonly watches: number;
}

/** As `wchs` prints them [WatchManager.getWatchesSummary]. */
export function countWatches(table: WatchTable): WatchCounts {
  let watches = 0;
  for (const { value } of entries(table.byConnection)) watches += sizeOf(value);
  return { connections: sizeOf(table.byConnection), paths: sizeOf(table.byPath), watches };
}

/** Every watch of a table, by path, then by connection. */
export function* watchesOf(table: WatchTable): Generator<{
  readonly path: string;
  readonly connection: ConnectionId;
  readonly mode: WatchMode;
}> {
  for (const { key: path, value } of entries(table.byPath)) {
    for (const { key, value: mode } of entries(value)) {
      yield { path, connection: Number(key), mode };
    }
  }
}

function without(table: WatchTable, path: string, key: string): WatchTable {
  const watchers = get(table.byPath, path) ?? null;
  const mode = get(watchers, key);
  if (mode === undefined) return table;
  const left = remove(watchers, key);
  const paths = remove(get(table.byConnection, key) ?? null, path);
  return {
    byPath: left === null ? remove(table.byPath, path) : set(table.byPath, path, left),
    byConnection: set(table.byConnection, key, paths),
    recursive: table.recursive - isRecursive(mode),
  };
}

const isRecursive = (mode: WatchMode | undefined): number =>
  mode === 'PERSISTENT_RECURSIVE' ? 1 : 0;

const parentPath = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';
