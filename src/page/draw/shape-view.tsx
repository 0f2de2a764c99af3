import { memo } from 'react';
import type { SVGProps } from 'react';
import { isSame } from '../../stage/shape.ts';
import type { Shape } from '../../stage/shape.ts';
import { drawsMoreThanItsName } from '../../stage/name.ts';

type Attributes = SVGProps<SVGElement> & { 'data-key'?: string; 'data-action'?: string };

/** `translate(10 20)` as a style has it. */
const inPixels = (translation: string): string =>
  translation.replace(/^translate\((\S+) (\S+)\)$/, 'translate($1px, $2px)');

const attributes = (shape: Shape): Attributes => {
  const all: Attributes = {};
  if (shape.key !== undefined) all['data-key'] = shape.key;
  if (shape.className !== undefined) all.className = shape.className;
  if (shape.style !== undefined) all.style = shape.style;
  if (shape.role !== undefined) all.role = shape.role;
  if (shape.label !== undefined && !drawsMoreThanItsName(shape)) all['aria-label'] = shape.label;
  if (shape.transform !== undefined) {
    // Only the style of an element can slide; in it lengths have units.
    if (shape.glides === true) all.style = { ...shape.style, transform: inPixels(shape.transform) };
    else all.transform = shape.transform;
  }
  if (shape.action !== undefined) {
    all['data-action'] = JSON.stringify(shape.action);
    if (shape.role === 'button') all.tabIndex = shape.tabStop === false ? -1 : 0;
  }
  if (shape.selected !== undefined && shape.role === 'button') {
    all['aria-pressed'] = shape.selected;
  }
  return all;
};

const Title = (props: { text: string | undefined }) =>
  props.text === undefined ? null : <title>{props.text}</title>;

/** What a frame has not changed is made anew all the same: it is not drawn again. */
const same = (before: { shape: Shape }, after: { shape: Shape }): boolean =>
  isSame(before.shape, after.shape);

/** One shape as an SVG element. Actions are data on it; the drawing's root handles them. */
export const ShapeView = memo(function ShapeView({ shape }: { shape: Shape }) {
  const rest = attributes(shape) as Record<string, unknown>;
  // Whoever says aloud what to press sees there how it is called.
  const title = <Title text={drawsMoreThanItsName(shape) ? shape.label : shape.title} />;
  switch (shape.type) {
    case 'group':
      return (
        <g {...rest}>
          {title}
          <Shapes shapes={shape.children} />
        </g>
      );
    case 'path':
      return (
        <path {...rest} d={shape.d}>
          {title}
        </path>
      );
    case 'circle':
      return (
        <circle {...rest} cx={shape.cx} cy={shape.cy} r={shape.r}>
          {title}
        </circle>
      );
    case 'rect':
      return (
        <rect
          {...rest}
          x={shape.x}
          y={shape.y}
          width={shape.width}
          height={shape.height}
          rx={shape.rx}
        >
          {title}
        </rect>
      );
    case 'line':
      return (
        <line {...rest} x1={shape.x1} y1={shape.y1} x2={shape.x2} y2={shape.y2}>
          {title}
        </line>
      );
    case 'text':
      return (
        <text {...rest} x={shape.x} y={shape.y} textAnchor={shape.anchor}>
          {title}
          {shape.text}
        </text>
      );
  }
}, same);

/** Shapes by their keys, or by their place where they have none. */
export const Shapes = ({ shapes }: { shapes: readonly Shape[] }) => (
  <>
    {shapes.map((shape, index) => (
      <ShapeView key={shape.key ?? index} shape={shape} />
    ))}
  </>
);
