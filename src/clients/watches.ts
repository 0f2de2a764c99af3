/** The watchers that a handle keeps, by path, and whom an event goes to [ZKWatchManager]. */
import type { WatcherType } from '../zookeeper/records/requests.ts';
import type { WatchedEvent, WatchRemoved } from './calls.ts';

/** Watchers by path; names in the order of registration. */
export type ByPath = ReadonlyMap<string, readonly string[]>;

export interface ClientWatches {
  readonly data: ByPath;
  /** Of nodes that did not exist when asked. */
  readonly exist: ByPath;
  readonly child: ByPath;
  readonly persistent: ByPath;
  readonly recursive: ByPath;
}

export type WatchTable = keyof ClientWatches;

const none: ByPath = new Map();
export const noWatches: ClientWatches = {
  data: none,
  exist: none,
  child: none,
  persistent: none,
  recursive: none,
};

export function register(
  watches: ClientWatches,
  table: WatchTable,
  path: string,
  watcher: string,
): ClientWatches {
  const known = watches[table].get(path) ?? [];
  if (known.includes(watcher)) return watches;
  return { ...watches, [table]: new Map(watches[table]).set(path, [...known, watcher]) };
}

function without(watches: ClientWatches, table: WatchTable, path: string): ClientWatches {
  if (!watches[table].has(path)) return watches;
  const rest = new Map(watches[table]);
  rest.delete(path);
  return { ...watches, [table]: rest };
}

/** Every watcher object of the handle, the default one apart. */
export function allWatchers(watches: ClientWatches): readonly string[] {
  const names = new Set<string>();
  for (const table of Object.values(watches) as ByPath[]) {
    for (const watchers of table.values()) for (const name of watchers) names.add(name);
  }
  return [...names].toSorted();
}

/** How many the handle has: one for each path and kind. */
export const watchCount = (watches: ClientWatches): number =>
  Object.values<ByPath>({ ...watches }).reduce((sum, { size }) => sum + size, 0);

const oneShot: Readonly<Partial<Record<WatchedEvent['type'], readonly WatchTable[]>>> = {
  NodeCreated: ['data', 'exist'],
  NodeDataChanged: ['data', 'exist'],
  NodeDeleted: ['data', 'exist', 'child'],
  NodeChildrenChanged: ['child'],
};

/**
 * Who hears of a change [ZKWatchManager.materialize]: one-shot watchers are taken away, persistent
 * ones stay. A recursive watcher hears of NodeChildrenChanged too when another child watch brings
 * it (ZOOKEEPER-4475). The client keeps them in a HashSet; here they are sorted by name.
 */
export function materialize(
  watches: ClientWatches,
  type: WatchedEvent['type'],
  path: string,
): { readonly watches: ClientWatches; readonly watchers: readonly string[] } {
  const found = new Set<string>();
  let rest = watches;
  for (const table of oneShot[type] ?? []) {
    for (const name of rest[table].get(path) ?? []) found.add(name);
    rest = without(rest, table, path);
  }
  for (const name of watches.persistent.get(path) ?? []) found.add(name);
  for (const above of selfAndAncestors(path)) {
    for (const name of watches.recursive.get(above) ?? []) found.add(name);
  }
  return { watches: rest, watchers: [...found].toSorted() };
}

/** `/a/b`, `/a`, `/`. */
function selfAndAncestors(path: string): string[] {
  const paths = [path];
  for (let at = path; at !== '/';) {
    at = at.slice(0, at.lastIndexOf('/')) || '/';
    paths.push(at);
  }
  return paths;
}

/** Who is told that a watcher was removed, and how. */
export interface Removed {
  readonly type: WatchRemoved;
  readonly watchers: readonly string[];
}

/**
 * Takes one watcher, or all, of a path away [ZKWatchManager.removeWatcher].
 * @returns what is left, and each kind of event with its receivers; none: there was no such watcher
 */
export function unregister(
  watches: ClientWatches,
  path: string,
  type: WatcherType,
  watcher: string | null,
): { readonly watches: ClientWatches; readonly removed: readonly Removed[] } {
  let rest = watches;
  const removed: Removed[] = [];
  const take = (event: WatchRemoved, tables: readonly WatchTable[]): void => {
    const gone = new Set<string>();
    for (const table of tables) {
      const known = rest[table].get(path) ?? [];
      const kept = watcher === null ? [] : known.filter((name) => name !== watcher);
      for (const name of known) if (!kept.includes(name)) gone.add(name);
      if (kept.length === known.length) continue;
      rest = without(rest, table, path);
      if (kept.length > 0) rest = { ...rest, [table]: new Map(rest[table]).set(path, kept) };
    }
    if (gone.size > 0) removed.push({ type: event, watchers: [...gone].toSorted() });
  };
  if (type !== 'Data') take('ChildWatchRemoved', ['child']);
  if (type !== 'Children') take('DataWatchRemoved', ['data', 'exist']);
  if (type === 'Any') take('PersistentWatchRemoved', ['persistent', 'recursive']);
  return { watches: rest, removed };
}
