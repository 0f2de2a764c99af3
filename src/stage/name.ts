import type { Shape } from './shape.ts';

const wordsOf = (shape: Shape): readonly string[] => {
  if (shape.type === 'text') return [shape.text];
  return shape.type === 'group' ? shape.children.flatMap(wordsOf) : [];
};

/**
 * Whether words are drawn on a button that its name does not say: `S1` and a log on one that is
 * called `Server 1, LOOKING`. Such a name has to be shown somewhere, or nobody could say it aloud.
 */
export const drawsMoreThanItsName = (shape: Shape): boolean => {
  const { label, role } = shape;
  if (shape.type !== 'group' || role !== 'button' || label === undefined) return false;
  return !label.includes(wordsOf(shape).join(' '));
};
