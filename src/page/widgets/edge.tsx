import { useRef } from 'react';
import type { KeyboardEvent, PointerEvent, RefObject } from 'react';
import './edge.css';

/** How far a key moves an edge, px. */
const STEP = 16;

/** The size of what stands at an edge, px. */
export interface Sized {
  readonly size: number;
  readonly least: number;
  readonly most: number;
}

/** Within its limits; where they leave no room, the least. */
export const limited = (size: number, least: number, most: number): number =>
  Math.round(Math.max(least, Math.min(size, most)));

/** Where a key moves an edge to; null: the key is not the edge's. `sign`: of growth to the right or downwards. */
export const edgeKeyed = (
  key: string,
  upright: boolean,
  sign: 1 | -1,
  { size, least, most }: Sized,
): number | null => {
  const [back, on] = upright ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
  if (key === 'Home') return least;
  if (key === 'End') return most;
  if (key === back) return size - STEP * sign;
  return key === on ? size + STEP * sign : null;
};

interface EdgeProps extends Sized {
  label: string;
  /** It stands upright, between columns. */
  upright: boolean;
  /** What has this size stands before the edge, or after it. */
  of: 'before' | 'after';
  /** What has the size, for who does not see it. */
  controls: string;
  onMove: (size: number) => void;
  /** Back to the size of the beginning: a double click. */
  onReset: () => void;
}

/** Where the pointer took hold, and the size that there was then. */
interface Held {
  readonly from: number;
  readonly size: number;
}

/** Follows a pointer that has taken hold of the edge. */
const useDrag = (
  { size, upright, onMove }: EdgeProps,
  sign: 1 | -1,
  held: RefObject<Held | null>,
) => {
  const placeOf = (event: PointerEvent): number => (upright ? event.clientX : event.clientY);
  const letGo = (): void => {
    held.current = null;
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>): void => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      held.current = { from: placeOf(event), size };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>): void => {
      const { current } = held;
      if (current !== null) onMove(current.size + sign * (placeOf(event) - current.from));
    },
    onPointerUp: letGo,
    onPointerCancel: letGo,
  };
};

/** A movable edge between two parts of the screen: dragged, or moved with the arrow keys. */
export const Edge = (props: EdgeProps) => {
  const { label, upright, of, controls, size, least, most, onMove } = props;
  const sign = of === 'before' ? 1 : -1;
  const held = useRef<Held | null>(null);
  const drag = useDrag(props, sign, held);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = edgeKeyed(event.key, upright, sign, props);
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(to);
  };
  return (
    <div
      role="separator"
      tabIndex={0}
      className={`edge ${upright ? 'edge-v' : 'edge-h'}`}
      aria-label={label}
      aria-controls={controls}
      aria-orientation={upright ? 'vertical' : 'horizontal'}
      aria-valuenow={size}
      aria-valuemin={least}
      aria-valuemax={Math.max(least, most)}
      onKeyDown={onKeyDown}
      onDoubleClick={props.onReset}
      {...drag}
    />
  );
};
