import type { Crossed } from '../../../stage/cut-line.ts';
import type { Point } from '../../../stage/geometry.ts';
import { round } from '../../../stage/shape.ts';

/** A line while it is drawn, and a cross on each link that it would cut. */
export const LineDrawn = (props: {
  points: readonly Point[];
  crossed: readonly Pick<Crossed, 'a' | 'b' | 'at'>[];
}) => (
  <g>
    <polyline
      className="cut-line"
      points={props.points.map(({ x, y }) => `${round(x)},${round(y)}`).join(' ')}
    />
    {props.crossed.map(({ a, b, at }) => (
      <path
        key={`${a} ${b}`}
        className="cut-mark"
        d={`M${round(at.x - 5)} ${round(at.y - 5)}l10 10m0 -10l-10 10`}
      />
    ))}
  </g>
);

/** Where a pointer is in a drawing, in its units. */
export const pointIn = (
  svg: SVGGraphicsElement,
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
): Point => {
  const at = new DOMPoint(clientX, clientY).matrixTransform(svg.getScreenCTM()?.inverse());
  return { x: at.x, y: at.y };
};
