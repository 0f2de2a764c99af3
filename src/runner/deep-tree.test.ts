import { expect, it } from 'vitest';
import type { Answer, Command } from '../view/command.ts';
import type { ZooKeeperQuestion } from '../view/zookeeper-ask.ts';
import { Session } from './session.ts';

const DEPTH = 1950;
const tree = Array.from({ length: DEPTH }, (_, index) => ({ path: '/a'.repeat(index + 1) }));
const deepest = '/a'.repeat(DEPTH);
const scenario = {
  format: 'zooscope-scenario',
  version: 1,
  model: 'zookeeper',
  seed: 1,
  setup: { servers: [{ sid: 1 }], clients: [{ id: 101, lines: [] }], tree },
};

it('a tree as deep as a path is long is opened, asked about, played and saved', async () => {
  const session = new Session();
  const done = async (command: Command): Promise<Answer> => {
    const { answer } = await session.handle(command);
    expect(answer.problem).toBeNull();
    return answer;
  };
  const ask = (question: ZooKeeperQuestion) => done({ type: 'ask', question });
  await done({ type: 'open', scenario });
  await done({ type: 'next-interesting' });
  const unfolded = { all: true, but: [] };
  const { asked } = await ask({
    ask: 'tree',
    server: 1,
    unfolded,
    first: DEPTH - 10,
    most: 20,
    where: deepest,
  });
  expect(asked).toMatchObject({ ask: 'tree' });
  expect(JSON.stringify(asked)).toContain(deepest);
  for (const after of [null, '/a/a'])
    await ask({ ask: 'find', server: 1, text: 'b', after, most: 5 });
  await ask({ ask: 'nodes', server: 1, after: null });
  await ask({ ask: 'znode', server: 1, path: deepest });
  await ask({ ask: 'log', server: 1, first: 0, most: 10 });
  await done({ type: 'intervene', at: 1e9, what: { kind: 'kill', pid: 1 } });
  await done({ type: 'step', by: 1, all: true });
  const { digest } = await done({ type: 'save' });
  expect(digest).toMatch(/^[0-9a-f]{16}$/u);
});
