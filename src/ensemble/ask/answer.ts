/** Answers what the ZooKeeper lab asks for besides its frame. */
import type { ZooKeeperAnswer, ZooKeeperQuestion } from '../../view/zookeeper-ask.ts';
import type { Ghost } from '../ghost.ts';
import type { MemberWorld } from '../member.ts';
import type { Asked } from './asked.ts';
import { asked } from './asked.ts';
import { completion, consoleLines } from './console.ts';
import { find } from './find.ts';
import { logWindow, openTxn } from './log.ts';
import { seen } from './seen.ts';
import { treeRows } from './tree-rows.ts';
import { watches } from './watches.ts';
import { written } from './written.ts';
import { znode } from './znode.ts';

/** @throws RangeError for a process that this world does not have */
export function answer(world: MemberWorld<Ghost>, question: ZooKeeperQuestion): ZooKeeperAnswer {
  switch (question.ask) {
    case 'console':
      return consoleLines(world, question);
    case 'complete':
      return completion(world, question);
    case 'seen':
      return seen(world, question.path);
    default:
      return answerFrom(asked(world, question.server), question);
  }
}

/** Questions about what one server has. */
export type ServerQuestion = Exclude<
  ZooKeeperQuestion,
  { readonly ask: 'console' | 'complete' | 'seen' }
>;

/** Answers from what stands there, wherever it comes from. */
export function answerFrom(from: Asked, question: ServerQuestion): ZooKeeperAnswer {
  switch (question.ask) {
    case 'tree':
      return treeRows(from, question);
    case 'find':
      return find(from, question);
    case 'znode':
      return znode(from, question.path);
    case 'nodes':
      return written(from, question.after);
    case 'log':
      return logWindow(from, question);
    case 'txn':
      return openTxn(from, question);
    case 'watches':
      return watches(from, question);
  }
}
