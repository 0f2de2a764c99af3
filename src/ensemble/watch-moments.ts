/** The history of watches: when each was set, fired, removed or lost with its connection. */
import { append, noPages } from '../kernel/pages.ts';
import type { Pages } from '../kernel/pages.ts';
import type { Micros } from '../view/time.ts';
import type { WatchMoment } from '../view/zookeeper-ask.ts';
import type { Done } from '../zookeeper/server/done.ts';
import type { Server } from '../zookeeper/server/server.ts';
import { cnxnOf } from '../zookeeper/server/server.ts';
import { hasWatch, listens } from '../zookeeper/watches/watch-table.ts';

export type WatchMoments = Pages<WatchMoment>;
export const noMoments: WatchMoments = noPages;

/** Adds what a rule of a server did to watches. */
export function noteMoments(
  moments: WatchMoments,
  was: Server,
  is: Server,
  done: Done & { readonly kind: 'finished' | 'dropped' },
  at: { readonly step: number; readonly time: Micros },
): WatchMoments {
  let next = moments;
  const note = (
    kind: WatchMoment['kind'],
    connection: number,
    path: string,
    what: string,
    table: WatchMoment['table'],
    stays = false,
  ): void => {
    const client = (cnxnOf(is, connection) ?? cnxnOf(was, connection))?.peer ?? 0;
    const { step, time } = at;
    const zxid = is.tree.lastZxid;
    next = append(next, { step, time, kind, client, path, what, table, zxid, stays });
  };
  if (done.kind !== 'finished') {
    note('lost', done.cnxn.id, '', done.why, 'both');
    return next;
  }
  for (const { connection, event } of done.fired) {
    const { path, type } = event;
    const table =
      type === 'NodeChildrenChanged' ? 'child' : type === 'NodeDeleted' ? 'both' : 'data';
    const stays = tablesOf(table).some((each) =>
      listens(is.watches[each], path, connection, table === 'child'),
    );
    note('fired', connection, path, type, table, stays);
  }
  const { connection } = done.job;
  for (const { path, what, table } of setBy(done)) {
    // What a client that comes back has missed is told instead of being watched again.
    const stands = tablesOf(table).some((each) => hasWatch(is.watches[each], path, connection));
    if (stands) note('set', connection, path, what, table);
  }
  const { request } = done.job;
  if (request.op === 'removeWatches' && done.err === 'OK') {
    const { type } = request;
    const table = type === 'Data' ? 'data' : type === 'Children' ? 'child' : 'both';
    note('removed', connection, request.path, 'removeWatches', table);
  }
  return next;
}

const tablesOf = (table: WatchMoment['table']): readonly ('data' | 'child')[] =>
  table === 'both' ? ['data', 'child'] : [table];

/** The watches that a request has set. */
function setBy({
  job,
  err,
}: Done & { readonly kind: 'finished' }): Pick<WatchMoment, 'path' | 'what' | 'table'>[] {
  const { request } = job;
  switch (request.op) {
    case 'exists':
      return request.watch && (err === 'OK' || err === 'NoNode')
        ? [{ path: request.path, what: request.op, table: 'data' }]
        : [];
    case 'getData':
    case 'getChildren':
    case 'getChildren2': {
      const table = request.op === 'getData' ? 'data' : 'child';
      const { path, op: what } = request;
      return request.watch && err === 'OK' ? [{ path, what, table }] : [];
    }
    case 'addWatch':
      return [{ path: request.path, what: request.mode, table: 'both' }];
    case 'setWatches': {
      const { data, exist, child, persistent, persistentRecursive } = request;
      const all = (paths: readonly string[], table: WatchMoment['table']) =>
        paths.map((path) => ({ path, what: request.op, table }));
      return [
        ...all([...data, ...exist], 'data'),
        ...all(child, 'child'),
        ...all([...persistent, ...persistentRecursive], 'both'),
      ];
    }
    default:
      return [];
  }
}
