import { describe, expect, it } from 'vitest';
import type { Command } from '../view/command.ts';
import { LIMITS } from '../view/limits.ts';
import { SCENARIO_VERSION } from '../view/scenario.ts';
import { Session } from './session.ts';

const scenario = (first: object, second: object) => ({
  format: 'zooscope-scenario',
  version: SCENARIO_VERSION,
  model: 'election',
  seed: 1,
  setup: { profile: 'zookeeper-3.8', servers: [1, 2, 3].map((sid) => ({ sid, startMs: 0 })) },
  steps: [
    { id: 'first', until: { leader: 3 }, ...first },
    { id: 'second', ...second },
  ],
  lesson: { id: 'it', group: 'elections', level: 1, minutes: 1 },
});

const never = { run: { from: { leader: 1 } } };
const problem = (index: number) => ({
  code: 'scenario-never-begins',
  where: `steps[${index}].run.from`,
  data: { seconds: LIMITS.beginMs / 1000, steps: LIMITS.beginSteps },
});

it('a lesson that never comes to its beginning does not open, and its place is named', async () => {
  const session = new Session();
  const { answer, frame } = await session.handle({ type: 'open', scenario: scenario(never, {}) });
  expect(answer.problem).toMatchObject(problem(0));
  expect(frame).toBe(null);
});

it('a run that never comes to its beginning leaves what is on stage as it was', async () => {
  const session = new Session();
  const send = (command: Command) => session.handle(command);
  await send({ type: 'open', scenario: scenario({}, never) });
  await send({ type: 'lesson-begin-step' });
  const before = await send({ type: 'advance', until: 9_000_000 });
  expect(before.answer.lesson).toMatchObject({ index: 0, phase: 'done' });
  const { answer, frame } = await send({ type: 'lesson-step', index: 1 });
  expect(answer.problem).toMatchObject(problem(1));
  expect(answer.lesson).toMatchObject({ index: 0, phase: 'done' });
  expect(frame?.frame.position).toBe(before.frame?.frame.position);
});

describe('a step of a script that never ends', () => {
  const endless = { until: { leader: 1 }, withinMs: 1e12 };

  it('is played no further than the limit by who wants to go behind it', async () => {
    const session = new Session();
    await session.handle({ type: 'open', scenario: scenario(endless, {}) });
    const { answer, frame } = await session.handle({ type: 'lesson-step', index: 1 });
    expect(answer.lesson).toMatchObject({ index: 0, phase: 'running' });
    expect(frame?.frame.position).toBe(LIMITS.scriptSteps);
  });

  it('and several of them no further together: the page stays where it was', async () => {
    const session = new Session();
    const { steps, ...file } = scenario(endless, { ...endless, run: {} });
    await session.handle({
      type: 'open',
      scenario: { ...file, steps: [...steps, { id: 'third', run: {} }] },
    });
    const { answer } = await session.handle({ type: 'lesson-step', index: 2 });
    expect(answer.problem).toMatchObject({ code: 'scenario-too-far', where: 'steps[2]' });
    expect(answer.lesson).toMatchObject({ index: 0 });
  });
});
