import type { Pid } from '../../view/time.ts';
import type { WatcherView } from '../../view/zookeeper-ask.ts';
import type { Watched } from './glyphs.ts';

/** One client's watch on a node, of one kind. */
export interface Watch {
  readonly client: Pid;
  readonly watched: Watched;
}

const watchedOf = ({ mode, table }: WatcherView): Watched => {
  if (mode === 'PERSISTENT') return 'persistent';
  return mode === 'PERSISTENT_RECURSIVE' ? 'recursive' : table;
};

/** Watches as a person counts them: one that stays stands in both of the server's tables, and is one. */
export const watchesOf = (watchers: readonly WatcherView[]): readonly Watch[] => {
  const found = new Map<string, Watch>();
  for (const watcher of watchers) {
    const watch = { client: watcher.client, watched: watchedOf(watcher) };
    found.set(`${watch.client} ${watch.watched}`, watch);
  }
  return [...found.values()];
};
