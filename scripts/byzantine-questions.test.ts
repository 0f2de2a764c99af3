/** While a lesson of generals asks, nothing of the run that it asks about has been said or decided. */
import { expect, it } from 'vitest';
import { Session } from '../src/runner/session.ts';
import type { ByzantineDetail } from '../src/view/byzantine.ts';

it.each([
  ['two-generals', ['last', 'not-needed']],
  ['three-generals', ['who-lies', 'obey-c', 'four']],
  ['seven-generals', ['one-round-less', 'signed', 'kept-back']],
])('%s', async (id, asked) => {
  const session = new Session();
  const { answer } = await session.handle({ type: 'open-lesson', id });
  const steps = answer.lesson?.steps ?? [];
  for (const wanted of asked) {
    const index = steps.findIndex((step) => step.id === wanted);
    const { answer: begun, frame: packed } = await session.handle({ type: 'lesson-step', index });
    expect([wanted, begun.lesson?.index, begun.lesson?.phase]).toEqual([wanted, index, 'ready']);
    expect(steps[index]?.asks).toBe(true);
    if (packed === null) throw new TypeError('nothing is shown');
    const { detail, messages } = packed.frame;
    const { generals, levels, two } = detail as ByzantineDetail;
    expect(messages).toEqual([]);
    expect(levels.reduce((sum, { sent }) => sum + sent, two?.sent ?? 0)).toBe(0);
    expect(generals.filter(({ decided }) => decided !== null)).toEqual([]);
    expect(two?.outcome ?? null).toBeNull();
  }
});
