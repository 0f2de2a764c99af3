import { expect, it } from 'vitest';
import { SCENARIO_VERSION } from '../view/scenario.ts';
import { Session } from './session.ts';

it('what is interesting next is searched no further than anybody waits, where clients try in vain for ever', async () => {
  const clients = [101, 102, 103].map((id) => ({ id, program: 'row-master' }));
  const scenario = {
    format: 'zooscope-scenario',
    version: SCENARIO_VERSION,
    model: 'recipes',
    seed: 1,
    setup: { servers: [{ sid: 1, startMs: null }], clients },
  };
  const session = new Session();
  await session.handle({ type: 'open', scenario });
  await session.handle({ type: 'seek', position: 300 });
  const { answer, frame } = await session.handle({ type: 'next-interesting' });
  expect(answer.problem).toBeNull();
  expect(frame?.frame.position).toBeLessThanOrEqual(20_300);
});
