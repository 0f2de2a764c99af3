import type { KeyboardEvent } from 'react';
import type { Action, Drawing } from '../../stage/shape.ts';
import { Hatch } from './hatch.tsx';
import { pressHandlers } from './press.ts';
import { Shapes } from './shapes.tsx';

/** A drawing at the width of its place. Without a label it is decoration. */
export const DrawingView = (props: {
  drawing: Drawing;
  label?: string;
  className?: string;
  /** Where it stands in a place that is higher than it. */
  align?: 'middle' | 'top';
  onAction?: (action: Action) => void;
  /** A key that is pressed on a part of it, and does no action. */
  onKey?: (event: KeyboardEvent) => void;
}) => {
  const { drawing, label, className, onAction, onKey } = props;
  return (
    // Its parts that can be pressed are buttons of their own; the root only listens for them.
    <svg
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      className={className}
      preserveAspectRatio={props.align === 'top' ? 'xMidYMin meet' : undefined}
      {...(label === undefined
        ? { 'aria-hidden': true }
        : { role: onAction === undefined ? 'img' : 'group', 'aria-label': label })}
      {...(onAction === undefined ? {} : pressHandlers(onAction, onKey))}
    >
      <Hatch />
      <Shapes shapes={drawing.shapes} />
    </svg>
  );
};
