import type { ZooKeeperAnswer, ZooKeeperQuestion } from '../../view/zookeeper-ask.ts';
import type { Ghost } from '../ghost.ts';
import type { MemberWorld } from '../member.ts';
import { asked } from './asked.ts';
import { consoleLines } from './console.ts';
import { seen } from './seen.ts';
import { treeRows } from './tree-rows.ts';

export const fetchAnswers = () => import('./answer.ts');

/**
 * What the lab asks for as it opens, a tree, who has seen what of it and what consoles have printed, is answered at once; what
 * answers the rest is fetched when it is asked. `world`: as it is when that has come.
 */
export function answerOrFetch(
  world: () => MemberWorld<Ghost>,
  question: ZooKeeperQuestion,
): ZooKeeperAnswer | Promise<ZooKeeperAnswer> {
  switch (question.ask) {
    case 'tree':
      return treeRows(asked(world(), question.server), question);
    case 'console':
      return consoleLines(world(), question);
    case 'seen':
      return seen(world(), question.path);
    default:
      return fetchAnswers().then(({ answer }) => answer(world(), question));
  }
}
