import { expect, it } from 'vitest';
import { Session } from './session.ts';

const CLIENT = 101;

it('a member of an ensemble is told why it does not lead, and nobody else is', async () => {
  const session = new Session();
  const scenario = {
    format: 'zooscope-scenario',
    version: 2,
    model: 'zookeeper',
    seed: 1,
    setup: {
      servers: [{ sid: 1 }, { sid: 2 }, { sid: 3 }, { sid: 4, observer: true }],
      ensemble: {},
      clients: [{ id: CLIENT, startMs: 3000 }],
    },
  };
  await session.handle({ type: 'open', scenario });
  await session.handle({ type: 'advance', until: 6_000_000 });
  const first = async (pid: number): Promise<string | null> => {
    const { answer } = await session.handle({ type: 'why-not', pid });
    return answer.why?.reasons[0]?.rule ?? null;
  };
  expect(await Promise.all([1, 2, 3, 4, CLIENT].map(first))).toEqual([
    'why-better-vote',
    'why-better-vote',
    'why-leads',
    'why-observer',
    null,
  ]);
});
