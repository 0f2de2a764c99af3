import { useLayoutEffect, useRef, useState } from 'react';
import type { Shape } from '../../stage/shape.ts';
import { Drawn } from './drawn.ts';

/** Shapes as SVG elements. Actions are data on them; the drawing's root handles them. */
export const Shapes = ({ shapes }: { shapes: readonly Shape[] }) => {
  const place = useRef<SVGGElement>(null);
  const [drawn] = useState(() => new Drawn());
  useLayoutEffect(() => {
    if (place.current !== null) drawn.draw(place.current, shapes);
  }, [drawn, shapes]);
  return <g ref={place} />;
};
