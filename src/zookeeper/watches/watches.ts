import type { Acl } from '../records/acl.ts';
import type { NodeEvent, NodeEventType } from '../records/replies.ts';
import type { WatcherType } from '../records/requests.ts';
import type { Change } from '../tree/edit.ts';
import {
  countWatches,
  hasWatch,
  noWatches,
  trigger,
  watchedBy,
  withoutConnection,
  withoutWatch,
  withWatch,
} from './watch-table.ts';
import type { ConnectionId, WatchMode, WatchTable } from './watch-table.ts';

/** All watches of one server; they live in memory and end with the server [DataTree]. */
export interface Watches {
  /** From getData and exists. */
  readonly data: WatchTable;
  /** From getChildren. */
  readonly child: WatchTable;
}

export const unwatched: Watches = { data: noWatches, child: noWatches };

/** How many watches a connection has. */
export const watchesOn = ({ data, child }: Watches, connection: ConnectionId): number =>
  watchedBy(data, connection) + watchedBy(child, connection);

/** An event on its way to one connection. */
export interface Notice {
  readonly connection: ConnectionId;
  readonly event: NodeEvent;
}

/** Whether a connection may read what has this ACL; nobody is told of what he may not see. */
export type MayRead = (connection: ConnectionId, acl: readonly Acl[]) => boolean;

export interface Fired {
  readonly watches: Watches;
  /** In the order in which they leave the server. */
  readonly notices: readonly Notice[];
}

export const watchTables: readonly (keyof Watches)[] = ['data', 'child'];

/** Adds a watch to one table, or to both. */
export function addWatch(
  watches: Watches,
  tables: readonly (keyof Watches)[],
  path: string,
  connection: ConnectionId,
  mode: WatchMode,
): Watches {
  let next = watches;
  for (const name of tables) {
    next = { ...next, [name]: withWatch(next[name], path, connection, mode) };
  }
  return next;
}

const TABLES: Readonly<Record<WatcherType, readonly (keyof Watches)[]>> = {
  Children: ['child'],
  Data: ['data'],
  Any: ['child', 'data'],
};

/** Whether the connection has a watch of that type on the path [DataTree.containsWatcher]. */
export const isWatching = (
  watches: Watches,
  path: string,
  type: WatcherType,
  connection: ConnectionId,
): boolean => TABLES[type].some((name) => hasWatch(watches[name], path, connection));

/** The watches themselves when there is none of that type [DataTree.removeWatch]. */
export function removeWatch(
  watches: Watches,
  path: string,
  type: WatcherType,
  connection: ConnectionId,
): Watches {
  let next = watches;
  for (const name of TABLES[type]) {
    const table = withoutWatch(next[name], path, connection);
    if (table !== next[name]) next = { ...next, [name]: table };
  }
  return next;
}

export const dropConnection = ({ data, child }: Watches, connection: ConnectionId): Watches => ({
  data: withoutConnection(data, connection),
  child: withoutConnection(child, connection),
});

/** Of both tables, as `mntr` prints it [DataTree.getWatchCount]. */
export const watchCount = ({ data, child }: Watches): number =>
  countWatches(data).watches + countWatches(child).watches;

/**
 * Who is told of what after a transaction, change by change: first the node's data watches, then its
 * child watches (a deletion; who has been told already is not told twice), then the child watches of
 * the parent [DataTree.createNode, deleteNode, setData].
 */
export function fire(start: Watches, changes: readonly Change[], mayRead: MayRead): Fired {
  const notices: Notice[] = [];
  let watches = start;
  const tell = (
    name: keyof Watches,
    type: NodeEventType,
    path: string,
    acl: readonly Acl[],
    already: readonly ConnectionId[] = [],
  ): readonly ConnectionId[] => {
    const { table, told } = trigger(watches[name], path, type === 'NodeChildrenChanged');
    if (table !== watches[name]) watches = { ...watches, [name]: table };
    for (const connection of told) {
      if (already.includes(connection) || !mayRead(connection, acl)) continue;
      notices.push({ connection, event: { type, path } });
    }
    return told;
  };
  for (const change of changes) {
    const { path, acl } = change;
    switch (change.kind) {
      case 'dataChanged':
        tell('data', 'NodeDataChanged', path, acl);
        break;
      case 'created':
        tell('data', 'NodeCreated', path, acl);
        tell('child', 'NodeChildrenChanged', change.parent, change.parentAcl);
        break;
      case 'deleted': {
        const told = tell('data', 'NodeDeleted', path, acl);
        tell('child', 'NodeDeleted', path, acl, told);
        tell('child', 'NodeChildrenChanged', change.parent, change.parentAcl);
        break;
      }
    }
  }
  return { watches, notices };
}
