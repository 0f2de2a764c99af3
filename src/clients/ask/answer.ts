/** Answers what the ZooKeeper lab asks for besides its frame. */
import type { ZooKeeperAnswer, ZooKeeperQuestion } from '../../view/zookeeper-ask.ts';
import type { Ghost } from '../ghost.ts';
import type { MemberWorld } from '../member.ts';
import { asked } from './asked.ts';
import { completion, consoleLines } from './console.ts';
import { find } from './find.ts';
import { logWindow, openTxn } from './log.ts';
import { treeRows } from './tree-rows.ts';
import { watches } from './watches.ts';
import { znode } from './znode.ts';

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
