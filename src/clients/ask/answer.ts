/** Answers what the ZooKeeper lab asks for besides its frame. */
import { at } from '../../kernel/pages.ts';
import { MOST_ROWS } from '../../view/zookeeper-ask.ts';
import type { WatchMoment, ZooKeeperAnswer, ZooKeeperQuestion } from '../../view/zookeeper-ask.ts';
import { watchesOf } from '../../zookeeper/watches/watch-table.ts';
import type { Ghost } from '../ghost.ts';
import type { MemberWorld } from '../member.ts';
import type { Asked } from './asked.ts';
import { asked, peerOf } from './asked.ts';
import { completion, consoleLines } from './console.ts';
import { find } from './find.ts';
import { logWindow, openTxn } from './log.ts';
import { treeRows } from './tree-rows.ts';
import { znode } from './znode.ts';

/** Moments looked at for one answer. */
const STRETCH = 20_000;

/** @throws RangeError for a process that this world does not have */
export function answer(world: MemberWorld<Ghost>, question: ZooKeeperQuestion): ZooKeeperAnswer {
  switch (question.ask) {
    case 'tree':
      return treeRows(asked(world, question.server), question);
    case 'find':
      return find(asked(world, question.server), question);
    case 'znode':
      return znode(asked(world, question.server), question.path);
    case 'log':
      return logWindow(asked(world, question.server), question);
    case 'txn':
      return openTxn(asked(world, question.server), question);
    case 'watches':
      return watches(asked(world, question.server), question);
    case 'console':
      return consoleLines(world, question);
    case 'complete':
      return completion(world, question);
  }
}

function watches(
  { s, ghost }: Asked,
  { path, most }: Extract<ZooKeeperQuestion, { readonly ask: 'watches' }>,
): ZooKeeperAnswer {
  const standing = [];
  for (const table of ['data', 'child'] as const) {
    if (s === null) break;
    for (const watch of watchesOf(s.watches[table])) {
      if (path !== null && watch.path !== path) continue;
      const { connection, mode, path: on } = watch;
      standing.push({ path: on, client: peerOf(s, connection), table, mode });
      if (standing.length >= MOST_ROWS) break;
    }
  }
  const moments: WatchMoment[] = [];
  const { watchMoments } = ghost;
  const end = watchMoments.length;
  for (let index = end - 1; index >= Math.max(0, end - STRETCH); index--) {
    const moment = at(watchMoments, index);
    if (moment === null || (path !== null && moment.path !== path && moment.path !== '')) continue;
    moments.push(moment);
    if (moments.length >= Math.min(most, MOST_ROWS)) break;
  }
  return { ask: 'watches', standing, moments: moments.toReversed() };
}
