import type { Drawing, Shape } from '../stage/shape.ts';

/** A shape that is only looked at: nothing to press, to name or to find again. */
const plain = (shape: Shape): Shape => {
  const { key: _key, label: _label, role: _role, action: _action, ...rest } = shape;
  const { selected: _selected, title: _title, glides: _glides, ...seen } = rest;
  return (seen.type === 'group' ? { ...seen, children: seen.children.map(plain) } : seen) as Shape;
};

/** The drawing as decoration. */
export const still = (drawing: Drawing): Drawing => ({
  width: drawing.width,
  height: drawing.height,
  shapes: drawing.shapes.map(plain),
});
