import { expect, it } from 'vitest';
import { catalogue } from '../lessons/catalogue.ts';
import type { Shape } from '../stage/shape.ts';
import { labStill, lessonStill } from './stills.ts';

const textsOf = (shapes: readonly Shape[]): readonly string[] =>
  shapes.flatMap((shape) => {
    if (shape.type === 'text') return [shape.text];
    return shape.type === 'group' ? textsOf(shape.children) : [];
  });

it('a first frame names every process and has no other word, which a language would change', async () => {
  const { usual, narrow } = await labStill('election');
  for (const { shapes } of [usual, narrow]) {
    // A vote's slip says a name, too.
    expect([...new Set(textsOf(shapes))].toSorted()).toEqual(['S1', 'S2', 'S3', 'S4', 'S5']);
  }
});

it('every lesson has its first frame, for a phone too', async () => {
  for (const { id } of catalogue) {
    const { usual, narrow } = await lessonStill(id);
    expect(usual.shapes.length).toBeGreaterThan(0);
    expect(narrow.shapes.length).toBeGreaterThan(0);
  }
});

it('servers stand only where somebody asks them', async () => {
  const asked = await lessonStill('queue-for-the-lock');
  expect(textsOf(asked.usual.shapes)).toContain('S1');
  // Its first lock is in a store outside of ZooKeeper.
  const outside = textsOf((await lessonStill('two-owners')).usual.shapes);
  expect(outside).toContain('C1');
  expect(outside).not.toContain('S1');
});

it('a lesson that there is not has none', async () => {
  await expect(lessonStill('nobody-wrote-it')).rejects.toThrow(/nobody-wrote-it/u);
});
