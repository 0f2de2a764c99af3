/** A small world to ask, for tests. */
import { World } from '../../../kernel/world.ts';
import type { ZooKeeperAnswer, ZooKeeperQuestion } from '../../../view/zookeeper-ask.ts';
import { zookeeperModel } from '../../model.ts';
import type { MemberWorld } from '../../member.ts';
import type { Ghost } from '../../ghost.ts';
import { OPEN_ACL } from '../../../zookeeper/tree/acl-cache.ts';
import type { Call } from '../../../clients/calls.ts';
import { answer } from '../answer.ts';

export const CLIENT = 101;

type Tree = readonly { readonly path: string; readonly data?: string }[];

/** A server with these nodes and one client, which then makes these calls. */
export function world(tree: Tree, calls: readonly Call[] = []) {
  const model = zookeeperModel({
    servers: [{ sid: 1 }],
    clients: [{ id: CLIENT, program: 'api' }],
    tree,
  });
  const made = new World(model, 1);
  const pass = (ms: number): void => {
    const until = made.time + ms * 1000;
    while (made.advance(until));
  };
  made.intervene({ kind: 'start', pids: [1] });
  pass(100);
  made.intervene({ kind: 'start', pids: [CLIENT] });
  pass(1000);
  for (const call of calls) {
    const text = JSON.stringify(call);
    made.intervene({ kind: 'input', pid: CLIENT, name: 'LINE', data: { text } });
    pass(100);
  }
  return made;
}

/** The answer to a question, of the kind that was asked for. */
export const ask = <K extends ZooKeeperQuestion['ask']>(
  of: MemberWorld<Ghost>,
  question: Extract<ZooKeeperQuestion, { readonly ask: K }>,
): Extract<ZooKeeperAnswer, { readonly ask: K }> =>
  answer(of, question) as Extract<ZooKeeperAnswer, { readonly ask: K }>;

export const create = (path: string, mode: 'PERSISTENT' | 'EPHEMERAL' = 'PERSISTENT'): Call => ({
  kind: 'request',
  request: { op: 'create', path, data: 'x', acl: OPEN_ACL, mode },
});

export const small: Tree = [
  { path: '/app', data: 'hello' },
  { path: '/app/x', data: '1' },
  { path: '/app/y' },
  { path: '/app/y/z' },
  { path: '/base' },
];
