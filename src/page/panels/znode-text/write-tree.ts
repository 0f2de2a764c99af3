import type { ZooKeeperQuestion } from '../../../view/zookeeper-ask.ts';
import type { AnswerTo } from '../../sim/ask-source.ts';
import type { Pid } from '../../../view/time.ts';
import { askRun } from '../../sim/use-answers.ts';
import { writeLine } from './line.ts';

const isOwn = (path: string): boolean =>
  path === '/' || path === '/zookeeper' || path.startsWith('/zookeeper/');

type Nodes = Extract<ZooKeeperQuestion, { ask: 'nodes' }>;

/**
 * The tree of a server as lines, without what every server has; asked for a stretch at a time.
 * @param progress is told how many nodes were written
 */
export const writeTree = async (
  server: Pid,
  progress: (written: number) => void,
): Promise<readonly string[]> => {
  const lines: string[] = [];
  let after: string | null = null;
  do {
    // Each stretch begins where the last one ended.
    const asked: AnswerTo<Nodes> | null = await askRun<Nodes>({ ask: 'nodes', server, after });
    if (asked === null) break;
    for (const node of asked.nodes) if (!isOwn(node.path)) lines.push(writeLine(node));
    after = asked.next;
    progress(lines.length);
  } while (after !== null);
  return lines;
};
