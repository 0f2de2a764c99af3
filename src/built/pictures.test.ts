import { expect, it } from 'vitest';
import { catalogue } from '../lessons/catalogue.ts';
import type { Shape } from '../stage/shape.ts';
import { labs, lessons } from './pictures.built.ts';

const flat = (shapes: readonly Shape[]): readonly Shape[] =>
  shapes.flatMap((shape) => [shape, ...(shape.type === 'group' ? flat(shape.children) : [])]);

it('every lesson and every free lab has a picture with something in it', () => {
  expect(Object.keys(lessons)).toEqual(catalogue.map(({ id }) => id));
  const almostEmpty = Object.entries({ ...lessons, ...labs }).filter(
    ([, { shapes }]) => flat(shapes).length <= 5,
  );
  expect(almostEmpty).toEqual([]);
});

it('a picture has nothing to press', () => {
  for (const { shapes } of Object.values({ ...lessons, ...labs })) {
    for (const shape of flat(shapes)) {
      expect(shape).not.toHaveProperty('action');
      expect(shape).not.toHaveProperty('role');
    }
  }
});
