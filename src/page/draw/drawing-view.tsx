import type { Action, Drawing } from '../../stage/shape.ts';
import { Hatch } from './hatch.tsx';
import { pressHandlers } from './press.ts';
import { Shapes } from './shape-view.tsx';

/** A drawing at the width of its place. Without a label it is decoration. */
export const DrawingView = (props: {
  drawing: Drawing;
  label?: string;
  className?: string;
  onAction?: (action: Action) => void;
}) => {
  const { drawing, label, className, onAction } = props;
  return (
    // Its parts that can be pressed are buttons of their own; the root only listens for them.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <svg
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      className={className}
      {...(label === undefined
        ? { 'aria-hidden': true }
        : { role: onAction === undefined ? 'img' : 'group', 'aria-label': label })}
      {...(onAction === undefined ? {} : pressHandlers(onAction))}
    >
      <Hatch />
      <Shapes shapes={drawing.shapes} />
    </svg>
  );
};
