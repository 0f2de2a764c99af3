import { expect, it } from 'vitest';
import { onceAStep } from './once-a-step.ts';
import type { AnyWorld } from './protocol.ts';

it('a world is read once at each step, and each world for itself', () => {
  const read: string[] = [];
  const worldAt = (name: string) => ({ name, step: 0 }) as unknown as AnyWorld & { step: number };
  const nameAtStep = onceAStep((world) => {
    const text = `${String(Reflect.get(world, 'name'))}${world.step}`;
    read.push(text);
    return text;
  });
  const [a, b] = [worldAt('a'), worldAt('b')];
  expect([nameAtStep(a), nameAtStep(b), nameAtStep(a)]).toEqual(['a0', 'b0', 'a0']);
  a.step = 1;
  expect([nameAtStep(a), nameAtStep(a), nameAtStep(b)]).toEqual(['a1', 'a1', 'b0']);
  expect(read).toEqual(['a0', 'b0', 'a1']);
});
