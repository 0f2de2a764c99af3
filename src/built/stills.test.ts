import { expect, it } from 'vitest';
import { catalogue } from '../lessons/catalogue.ts';
import type { Shape } from '../stage/shape.ts';
import { labStill, lessonStills } from './stills.ts';

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

it('every lesson of a model has its first frame', async () => {
  for (const model of ['election', 'zookeeper', 'paxos', 'counter'] as const) {
    const ids = catalogue.filter((lesson) => lesson.model === model).map(({ id }) => id);
    expect(Object.keys(await lessonStills(model))).toEqual(ids);
  }
});
