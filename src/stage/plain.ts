import type { Drawing, Shape } from './shape.ts';

/** A shape that is only looked at: nothing in it to press or to name. */
export const plainShape = (shape: Shape): Shape => {
  const { label: _label, role: _role, action: _action, selected: _selected, ...rest } = shape;
  const { title: _title, ...seen } = rest;
  return (
    seen.type === 'group' ? { ...seen, children: seen.children.map(plainShape) } : seen
  ) as Shape;
};

/** The drawing as a picture. */
export const plainDrawing = ({ width, height, shapes }: Drawing): Drawing => ({
  width,
  height,
  shapes: shapes.map(plainShape),
});
