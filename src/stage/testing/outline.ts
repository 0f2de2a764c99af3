import type { Shape } from '../shape.ts';

/** A drawing as a short text picture: its named groups and words, for tests. */
export const outline = (shapes: readonly Shape[], indent = ''): string =>
  shapes
    .map((shape) => {
      if (shape.type === 'text') return `${indent}"${shape.text}"\n`;
      if (shape.type !== 'group') {
        const named = shape.key ?? (shape.label !== undefined ? shape.label : null);
        return named === null ? '' : `${indent}${named}\n`;
      }
      const name = shape.label ?? shape.key ?? '';
      const inside = outline(shape.children, name === '' ? indent : `${indent}  `);
      return name === '' ? inside : `${indent}${name}\n${inside}`;
    })
    .join('');

/** All shapes of a drawing, groups included. */
export const everyShape = (shapes: readonly Shape[]): readonly Shape[] =>
  shapes.flatMap((shape) =>
    shape.type === 'group' ? [shape, ...everyShape(shape.children)] : [shape],
  );
