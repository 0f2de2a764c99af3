/** What a client's console needs besides the newest lines in the frame. */
import { itemsOf, noItems } from '../../kernel/long-list.ts';
import { NotInThisRun } from '../../kernel/not-in-this-run.ts';
import { MOST_ROWS } from '../../view/zookeeper-ask.ts';
import type { ZooKeeperAnswer, ZooKeeperQuestion } from '../../view/zookeeper-ask.ts';
import type { Pid } from '../../view/time.ts';
import { nodeAt } from '../../zookeeper/tree/data-tree.ts';
import type { DataTree } from '../../zookeeper/tree/data-tree.ts';
import { entries } from '../../zookeeper/tree/sorted-map.ts';
import type { Client } from '../../clients/client.ts';
import { isConnected } from '../../clients/client.ts';
import { attached, serverOf } from '../attached.ts';
import type { Ghost } from '../ghost.ts';
import { clientIn, serverIn } from '../member.ts';
import type { MemberWorld } from '../member.ts';
import { lineView } from '../project-client.ts';
import { complete } from '../../clients/zkcli/completion.ts';
import { onServer } from '../../clients/api.ts';

type Question<K> = Extract<ZooKeeperQuestion, { readonly ask: K }>;

/** @throws NotInThisRun when there is no such process */
function clientAt(world: MemberWorld<Ghost>, pid: Pid): Client | null {
  const process = world.processes.find((each) => each.pid === pid);
  if (process === undefined) throw new NotInThisRun(`no process ${pid}`);
  return clientIn(process.s);
}

export function consoleLines(
  world: MemberWorld<Ghost>,
  { client, first, most }: Question<'console'>,
): ZooKeeperAnswer {
  const s = clientAt(world, client);
  const output = s?.output ?? noItems;
  const from = Math.max(first, output.from);
  const lines = itemsOf(output, from, from + Math.min(most, MOST_ROWS));
  return { ask: 'console', first: from, lines: lines.map(lineView) };
}

/** Paths are those of its server's tree at this moment; without a connection there are none. */
export function completion(
  world: MemberWorld<Ghost>,
  { client, line, cursor }: Question<'complete'>,
): ZooKeeperAnswer {
  const s = clientAt(world, client);
  const connected = s !== null && isConnected(s);
  const server = connected ? serverOf(attached(world), s) : null;
  const tree = serverIn(world.processes.find(({ pid }) => pid === server)?.s)?.tree;
  const chroot = s?.config.program.chroot?.(s.program) ?? '';
  const childrenOf = (path: string): readonly string[] =>
    tree === undefined ? [] : namesIn(tree, onServer(chroot, path));
  const { from, candidates } = complete(line, cursor, childrenOf);
  return { ask: 'complete', from, candidates: candidates.slice(0, MOST_ROWS) };
}

function namesIn(tree: DataTree, path: string): readonly string[] {
  const node = nodeAt(tree, path);
  return node === undefined ? [] : [...entries(node.children)].map(({ key }) => key);
}
