import { expect, it } from 'vitest';
import { SCENARIO_VERSION } from '../view/scenario.ts';
import { Session } from './session.ts';

/** Server 3 starts after a second, and is killed before that. */
const scenario = {
  format: 'zooscope-scenario',
  version: SCENARIO_VERSION,
  model: 'election',
  seed: 1,
  setup: {
    profile: 'zookeeper-3.8',
    servers: [1, 2, 3].map((sid) => ({ sid, startMs: sid === 3 ? 1000 : 0 })),
  },
  interventions: [{ step: 20, timeMs: 500, what: { kind: 'kill', pid: 3 } }],
};

it('a file whose intervention cannot be done opens, runs up to it, and its place is named', async () => {
  const session = new Session();
  const opened = await session.handle({ type: 'open', scenario });
  expect(opened.answer.problem).toBe(null);
  const { answer, frame } = await session.handle({ type: 'advance', until: 9_000_000 });
  expect(answer.problem).toMatchObject({
    code: 'scenario-cannot-be-done',
    where: 'interventions[0].what',
    data: { step: 20 },
  });
  expect(frame?.frame.position).toBe(20);
});
