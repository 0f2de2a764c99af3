/** The history of watches: when each was set, fired, removed or lost with its connection. */
import { append, noPages } from '../kernel/pages.ts';
import type { Pages } from '../kernel/pages.ts';
import type { Micros } from '../view/time.ts';
import type { WatchMoment } from '../view/zookeeper-ask.ts';
import type { Done, Server } from '../zookeeper/server/server.ts';
import { cnxnOf } from '../zookeeper/server/server.ts';

export type WatchMoments = Pages<WatchMoment>;
export const noMoments: WatchMoments = noPages;

/** Adds what the newest rule of a server did to watches. */
export function noteMoments(
  moments: WatchMoments,
  was: Server | null,
  is: Server,
  at: { readonly step: number; readonly time: Micros },
): WatchMoments {
  const { done } = is;
  if (done?.kind !== 'finished' && done?.kind !== 'dropped') return moments;
  let next = moments;
  const note = (
    kind: WatchMoment['kind'],
    connection: number,
    path: string,
    what: string,
  ): void => {
    const client = (cnxnOf(is, connection) ?? cnxnOf(was ?? is, connection))?.peer ?? 0;
    const { step, time } = at;
    next = append(next, { step, time, kind, client, path, what, zxid: is.tree.lastZxid });
  };
  if (done.kind !== 'finished') {
    note('lost', done.cnxn.id, '', done.why);
    return next;
  }
  for (const { connection, event } of done.fired) note('fired', connection, event.path, event.type);
  const { connection } = done.job;
  for (const { path, what } of setBy(done)) note('set', connection, path, what);
  if (done.job.request.op === 'removeWatches' && done.err === 'OK') {
    note('removed', connection, done.job.request.path, 'removeWatches');
  }
  return next;
}

/** The watches that a read has set. */
function setBy({
  job,
  err,
}: Done & { readonly kind: 'finished' }): { path: string; what: string }[] {
  const { request } = job;
  switch (request.op) {
    case 'exists':
      return request.watch && (err === 'OK' || err === 'NoNode')
        ? [{ path: request.path, what: request.op }]
        : [];
    case 'getData':
    case 'getChildren':
    case 'getChildren2':
      return request.watch && err === 'OK' ? [{ path: request.path, what: request.op }] : [];
    case 'addWatch':
      return [{ path: request.path, what: request.mode }];
    case 'setWatches': {
      const { data, exist, child, persistent, persistentRecursive } = request;
      const all = [data, exist, child, persistent, persistentRecursive].flat();
      return all.map((path) => ({ path, what: request.op }));
    }
    default:
      return [];
  }
}
